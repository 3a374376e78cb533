import Type from 'typebox'
import { money } from '#kernel/money'
import type { Bill, BillLine } from './bill.ts'
import { broken, daysOf } from './bill-words.ts'
import { readerOf, readJson } from './messages.ts'

const Whole = Type.Integer()
const readTransactions = readerOf(
  Type.Object({
    data: Type.Array(
      Type.Object({
        id: Type.String(),
        type: Type.String(),
        amount: Whole,
        fee: Whole,
        currency: Type.String(),
        created: Whole,
        source: Type.Object({
          id: Type.String(),
          payment_intent: Type.Optional(Type.Union([Type.String(), Type.Null()])),
          metadata: Type.Optional(Type.Object({ number: Type.Optional(Type.String()) })),
        }),
      }),
    ),
  }),
)

const kinds: Readonly<Record<string, BillLine['kind']>> = {
  charge: 'payment',
  payment: 'payment',
  refund: 'refund',
  payment_refund: 'refund',
}

/**
 * Stripe has no bill: its balance transactions with their sources, as the API lists them, say the same. What is neither a charge
 * nor a refund (payouts, Stripe's own fees) concerns no order and is left out.
 */
export function readStripeBill(bytes: Buffer): Bill {
  const listed = readTransactions(readJson(bytes))
  if (!listed) throw broken('columns')
  const lines = listed.data.flatMap(({ type, source, ...each }, index): BillLine[] => {
    const kind = kinds[type]
    if (!kind) return []
    const currency = each.currency.toUpperCase()
    return [
      {
        row: index + 1,
        kind,
        number: source.metadata?.number ?? '',
        providerRef: kind === 'payment' ? (source.payment_intent ?? source.id) : source.id,
        amount: money(Math.abs(each.amount), currency),
        fee: money(each.fee, currency),
        at: Temporal.Instant.fromEpochMilliseconds(each.created * 1000),
      },
    ]
  })
  return { ...daysOf(lines), currency: lines[0]!.amount.currency, lines }
}
