import { sql } from 'kysely'
import { allocate, type Money, money, negate, subtract } from '#kernel/money'
import { postAll, type Transfer } from '#office/ledger'
import type { Reader, ShopId, Tx } from '#platform/context'
import type { Payment, PaymentId, PaymentStatus, RefundId, RefundStatus } from './model.ts'

/** A payment or refund of ours as a provider's bill is held against it. */
export interface Billed {
  readonly id: string
  readonly shopId: ShopId
  readonly orderId: Payment['orderId']
  readonly paymentId: PaymentId
  readonly refundId: RefundId | null
  readonly number: string
  readonly status: PaymentStatus | RefundStatus
  readonly amount: Money
  /** What the provider was expected to keep, in all shops it pays; nothing for a refund. */
  readonly fee: Money
  readonly at: Temporal.Instant
}

interface Row {
  readonly id: string
  readonly shop_id: string
  readonly order_id: string
  readonly payment_id: string
  readonly refund_id: string | null
  readonly number: string
  readonly status: string
  readonly amount_minor: number
  readonly fee_minor: number
  readonly currency: string
  readonly at: Temporal.Instant
}

const toBilled = (row: Row): Billed => ({
  id: row.id,
  shopId: row.shop_id as ShopId,
  orderId: row.order_id as Billed['orderId'],
  paymentId: row.payment_id as PaymentId,
  refundId: row.refund_id as RefundId | null,
  number: row.number,
  status: row.status as Billed['status'],
  amount: money(row.amount_minor, row.currency),
  fee: money(row.fee_minor, row.currency),
  at: row.at,
})

const paymentRows = sql`
  select p.id, p.shop_id, p.order_id, p.id as payment_id, null::uuid as refund_id, p.number, p.provider, p.status, p.amount_minor,
    (select coalesce(sum(fee_minor), 0)::int8 from sales.payment_shares s where s.payment_id = p.id) as fee_minor, p.currency,
    coalesce(p.paid_at, p.created_at) as at
  from sales.payments p`
const refundRows = sql`
  select r.id, r.shop_id, r.order_id, r.payment_id, r.id as refund_id, r.number, p.provider, r.status, r.amount_minor,
    0::int8 as fee_minor, r.currency, coalesce(r.succeeded_at, r.created_at) as at
  from sales.refunds r join sales.payments p on p.id = r.payment_id`

/** Payments and refunds by their numbers, of every shop: an account may serve several. */
export async function billedByNumber(
  reader: Reader,
  { provider, numbers }: { readonly provider: string; readonly numbers: readonly string[] },
): Promise<Map<string, Billed>> {
  const { rows } = await sql<Row>`
    select * from (${paymentRows} where p.number = any(${numbers}::text[])
      union all ${refundRows} where r.number = any(${numbers}::text[])) all_of_them
    where provider = ${provider}`.execute(reader.db)
  return new Map(rows.map((row) => [row.number, toBilled(row)]))
}

/** What this shop took and gave back through a provider in a stretch of time, by its own books. */
export async function settledBetween(
  reader: Reader,
  { provider, from, to }: { readonly provider: string; readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<Billed[]> {
  const { rows } = await sql<Row>`
    ${paymentRows} where p.shop_id = ${reader.shopId} and p.provider = ${provider} and p.status = 'succeeded'
      and p.paid_at >= ${from}::timestamptz and p.paid_at < ${to}::timestamptz
    union all ${refundRows} where r.shop_id = ${reader.shopId} and p.provider = ${provider} and r.status = 'succeeded'
      and r.succeeded_at >= ${from}::timestamptz and r.succeeded_at < ${to}::timestamptz`.execute(reader.db)
  return rows.map(toBilled)
}

export interface BilledFee {
  readonly paymentId: PaymentId
  /** Of a refund: nothing was expected for it. */
  readonly isRefund: boolean
  readonly fee: Money
  /** The bill's line: its fee is booked once. */
  readonly lineId: string
}

/**
 * Books what a provider's bill says it kept, in the books of every shop the money was for, and corrects what was expected.
 * Booking the same line again changes nothing.
 */
export async function bookBilledFees(tx: Tx, fees: readonly BilledFee[]): Promise<void> {
  const transfers = new Map<string, Transfer[]>()
  const shares = await sharesOfMany(
    tx,
    fees.map(({ paymentId }) => paymentId),
  )
  for (const billed of fees) {
    const own = shares.get(billed.paymentId) ?? []
    const parts = allocateFee(
      billed.fee,
      own.map((share) => share.amount_minor),
    )
    for (const [index, share] of own.entries()) {
      const expected = money(billed.isRefund ? 0 : share.fee_minor, billed.fee.currency)
      const known = transfers.get(share.shop_id) ?? []
      transfers.set(share.shop_id, [...known, ...booking(parts[index]!, expected, billed.lineId)])
    }
  }
  for (const [shopId, all] of transfers) await postAll({ ...tx, shopId: shopId as ShopId }, all)
}

const allocateFee = (fee: Money, weights: readonly number[]): Money[] =>
  fee.minor < 0 ? allocate(negate(fee), weights).map(negate) : allocate(fee, weights)

/** What is kept leaves the money held for us; what was expected too much or too little goes to the fees. */
function booking(kept: Money, expected: Money, causeId: string): Transfer[] {
  return [
    signed({ debit: 'provider_fees_due', credit: 'provider_clearing', amount: kept, cause: 'bill_fee', causeId }),
    signed({
      debit: 'payment_fees',
      credit: 'provider_fees_due',
      amount: subtract(kept, expected),
      cause: 'bill_fee',
      causeId,
    }),
  ]
}

/** A transfer of a negative amount goes the other way. */
const signed = (transfer: Transfer): Transfer =>
  transfer.amount.minor < 0
    ? { ...transfer, debit: transfer.credit, credit: transfer.debit, amount: negate(transfer.amount) }
    : transfer

async function sharesOfMany(tx: Tx, paymentIds: readonly PaymentId[]) {
  if (paymentIds.length === 0) return new Map<string, never[]>()
  const rows = await tx.db
    .selectFrom('sales.payment_shares')
    .select(['payment_id', 'shop_id', 'amount_minor', 'fee_minor'])
    .where('payment_id', 'in', [...new Set(paymentIds)])
    .orderBy('shop_id')
    .execute()
  return Map.groupBy(rows, (row) => row.payment_id)
}
