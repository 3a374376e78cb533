import { newId } from '#kernel/id'
import { type Money, sum } from '#kernel/money'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type Bill, type BillLine, billDigest, readBill } from '#platform/payments'
import { readSettings } from '#platform/settings'
import { type Billed, billedByNumber, bookBilledFees, settledBetween } from '#sales/payments'
import {
  closeCameLater,
  findBill,
  insertBill,
  insertExceptions,
  insertLines,
  type KeptLine,
  knownNumbers,
  loadBill,
  type NewException,
} from './bill-store.ts'
import { compare } from './match.ts'
import type { BillId, ProviderBill } from './model.ts'
import { settlementSettings } from './settings.ts'

export interface TakeBill {
  readonly provider: string
  readonly fileName: string
  readonly bytes: Buffer
  /** Whether lines that no shop knows are this shop's to settle; they are unless said. */
  readonly strangers?: boolean
}

/**
 * Takes in a provider's bill: holds every line against our payments and refunds, books the fees it names, and writes each
 * difference down for a person. The same bill again changes nothing, and a line that an earlier file brought counts once.
 *
 * @throws billUnreadable
 */
export async function takeBill(
  ctx: Context,
  { provider, fileName, bytes, strangers = true }: TakeBill,
): Promise<ProviderBill> {
  const bill = readBill(provider, bytes)
  const digest = billDigest(bytes)
  return transaction(ctx, async (tx) => {
    const ours = await billedByNumber(tx, { provider, numbers: bill.lines.map(({ number }) => number) })
    const whose = (number: string) => ours.get(number)?.shopId ?? (strangers ? tx.shopId : undefined)
    const { once: lines, repeated } = onceEach(bill.lines.filter(({ number }) => whose(number) === tx.shopId))
    const id = newId<'ProviderBill'>()
    const { feeTolerance } = await readSettings(tx, settlementSettings)
    const differing = lines.flatMap((line) => differenceOf(line, ours.get(line.number), feeTolerance))
    const isNew = await insertBill(tx, {
      id,
      provider,
      fileName,
      digest,
      bill,
      sums: sumsOf(bill),
      others: bill.lines.filter(({ number }) => whose(number) !== tx.shopId).length,
      matched: lines.length - differing.length,
    })
    if (!isNew) return (await findBill(tx, { provider, digest }))!

    const fresh = await insertLines(tx, { billId: id, provider, lines })
    await settleLines(tx, { billId: id, provider, fresh, differing, ours })
    await reportRepeated(tx, { billId: id, provider, repeated, ours })
    await reportMissing(tx, { billId: id, provider, bill })
    const taken = await loadBill(tx, id)
    await tell(tx, taken)
    return taken
  })
}

/** Movements that a file names more than once, with all their lines: naming one twice does not make it happen twice. */
interface Repeated {
  readonly line: BillLine
  readonly all: readonly BillLine[]
}

function onceEach(lines: readonly BillLine[]): { readonly once: BillLine[]; readonly repeated: Repeated[] } {
  const all = Map.groupBy(lines, ({ kind, providerRef, number }) => `${kind} ${providerRef} ${number}`)
  const each = [...all.values()].map((same) => ({ line: same[0]!, all: same }))
  return { once: each.map(({ line }) => line), repeated: each.filter(({ all }) => all.length > 1) }
}

interface Differing extends Omit<NewException, 'billId' | 'lineId' | 'provider'> {
  readonly line: BillLine
}

function differenceOf(line: BillLine, known: Billed | undefined, feeTolerance: number): Differing[] {
  const difference = compare(line, known, feeTolerance)
  if (!difference) return []
  const ours = difference.kind === 'missing_here' ? undefined : known
  return [
    {
      ...difference,
      line,
      about: line.kind,
      number: line.number,
      providerRef: line.providerRef,
      known: ours,
      happenedAt: line.at,
    },
  ]
}

const sumsOf = ({ lines, currency }: Bill): { paid: Money; refunded: Money; fee: Money } => ({
  paid: sum(
    lines.filter(({ kind }) => kind === 'payment').map(({ amount }) => amount),
    currency,
  ),
  refunded: sum(
    lines.filter(({ kind }) => kind === 'refund').map(({ amount }) => amount),
    currency,
  ),
  fee: sum(
    lines.map(({ fee }) => fee),
    currency,
  ),
})

interface Settling {
  readonly billId: BillId
  readonly provider: string
  readonly fresh: readonly KeptLine[]
  readonly differing: readonly Differing[]
  readonly ours: ReadonlyMap<string, Billed>
}

/** Only lines seen for the first time: what they say of fees is booked, and what differs is written down. */
async function settleLines(tx: Tx, { billId, provider, fresh, differing, ours }: Settling): Promise<void> {
  const byRow = new Map(fresh.map((line) => [line.row, line]))
  await insertExceptions(
    tx,
    differing.flatMap(({ line, ...exception }) => {
      const kept = byRow.get(line.row)
      return kept ? [{ ...exception, billId, provider, lineId: kept.id }] : []
    }),
  )
  const booked = fresh.flatMap(({ id: lineId, kind, number, fee }) => {
    const known = ours.get(number)
    if (known?.status !== 'succeeded' || (known.refundId === null) !== (kind === 'payment')) return []
    return [{ paymentId: known.paymentId, isRefund: kind === 'refund', fee, lineId }]
  })
  await bookBilledFees(tx, booked)
  await closeCameLater(tx, { provider, numbers: fresh.map(({ number }) => number) })
}

/** What one file names more than once is counted once; whether the money moved again is for a person to find out. */
async function reportRepeated(
  tx: Tx,
  {
    billId,
    provider,
    repeated,
    ours,
  }: Pick<Settling, 'billId' | 'provider' | 'ours'> & { repeated: readonly Repeated[] },
): Promise<void> {
  await insertExceptions(
    tx,
    repeated.map(({ line, all }) => ({
      billId,
      lineId: null,
      provider,
      kind: 'twice' as const,
      about: line.kind,
      number: line.number,
      providerRef: line.providerRef,
      known: ours.get(line.number),
      ours: line.amount,
      theirs: sum(
        all.map(({ amount }) => amount),
        line.amount.currency,
      ),
      happenedAt: line.at,
    })),
  )
}

const zone = 'Asia/Shanghai'

/** What we took and gave back on the bill's days and no bill has named: providers cut their days in China's time. */
async function reportMissing(
  tx: Tx,
  { billId, provider, bill }: { billId: BillId; provider: string; bill: Bill },
): Promise<void> {
  const from = bill.from.toZonedDateTime(zone).toInstant()
  const to = bill.to.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const settled = await settledBetween(tx, { provider, from, to })
  const named = await knownNumbers(tx, { provider, numbers: settled.map(({ number }) => number) })
  await insertExceptions(
    tx,
    settled
      .filter(({ number }) => !named.has(number))
      .map((known) => ({
        billId,
        lineId: null,
        provider,
        kind: 'missing_there' as const,
        about: known.refundId === null ? ('payment' as const) : ('refund' as const),
        number: known.number,
        providerRef: null,
        known,
        ours: known.amount,
        theirs: null,
        happenedAt: known.at,
      })),
  )
}

async function tell(tx: Tx, bill: ProviderBill): Promise<void> {
  const { id, provider, open, lines, matched } = bill
  await publish(tx, { type: 'bill.taken', aggregate: 'bill', id, data: { provider, lines, matched, open } })
  if (open === 0) return
  await notify(tx, {
    permission: 'payments.settle',
    kind: 'bill.differs',
    subject: 'bill',
    subjectId: id,
    data: { provider, count: open, day: bill.to.toString() },
    dedupeKey: `bill.differs:${id}`,
  })
}
