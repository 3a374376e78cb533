import { type Selectable, sql } from 'kysely'
import { newId } from '#kernel/id'
import { type Money, money } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import type { Reader, Tx } from '#platform/context'
import type { SalesProviderBills } from '#platform/database'
import { beyond } from '#platform/database'
import type { Bill, BillLine } from '#platform/payments'
import type { Billed } from '#sales/payments'
import type { BillException, BillId, ProviderBill } from './model.ts'

const bills = (reader: Reader) =>
  reader.db
    .selectFrom('sales.provider_bills as bill')
    .selectAll('bill')
    .select(
      sql<number>`(select count(*)::int from sales.bill_exceptions e
        where e.shop_id = bill.shop_id and e.bill_id = bill.id and e.resolved_at is null)`.as('open'),
    )
    .where('bill.shop_id', '=', reader.shopId)

export async function findBill(
  reader: Reader,
  { provider, digest }: { readonly provider: string; readonly digest: string },
): Promise<ProviderBill | undefined> {
  const row = await bills(reader).where('provider', '=', provider).where('digest', '=', digest).executeTakeFirst()
  return row && toBill(row)
}

/** Whether the bill of a day has been fetched under this name, or somebody has uploaded one that covers the day. */
export async function hasBillOf(
  reader: Reader,
  {
    provider,
    day,
    fileName,
  }: { readonly provider: string; readonly day: Temporal.PlainDate; readonly fileName: string },
): Promise<boolean> {
  const row = await bills(reader)
    .where('provider', '=', provider)
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .where((each) => each.or([each('file_name', '=', fileName), each('taken_by', '<>', 'system')]))
    .executeTakeFirst()
  return row !== undefined
}

export const loadBill = async (reader: Reader, id: BillId): Promise<ProviderBill> =>
  toBill(await bills(reader).where('bill.id', '=', id).executeTakeFirstOrThrow())

/** The bills taken in, newest first. */
export async function listBills(
  reader: Reader,
  { cursor, limit = 50 }: { readonly cursor?: string; readonly limit?: number },
): Promise<Page<ProviderBill>> {
  let query = bills(reader)
  if (cursor) query = query.where(beyond(cursor, ['bill.id']))
  const rows = await query
    .orderBy('bill.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.id])
  return { ...page, rows: page.rows.map(toBill) }
}

function toBill(row: Selectable<SalesProviderBills> & { readonly open: number }): ProviderBill {
  const amount = (minor: number): Money => money(minor, row.currency)
  return {
    id: row.id as BillId,
    provider: row.provider,
    fileName: row.file_name,
    from: row.from_day,
    to: row.to_day,
    lines: row.lines,
    paid: amount(row.paid_minor),
    refunded: amount(row.refunded_minor),
    fee: amount(row.fee_minor),
    others: row.others,
    repeated: row.repeated,
    matched: row.matched,
    open: row.open,
    takenAt: row.taken_at,
    takenBy: row.taken_by,
  }
}

interface NewBill {
  readonly id: BillId
  readonly provider: string
  readonly fileName: string
  readonly digest: string
  readonly bill: Bill
  readonly sums: { readonly paid: Money; readonly refunded: Money; readonly fee: Money }
  readonly others: number
  readonly matched: number
}

/** False when another file of the same bytes was taken in before, or meanwhile. */
export async function insertBill(
  tx: Tx,
  { id, provider, fileName, digest, bill, sums, others, matched }: NewBill,
): Promise<boolean> {
  const row = await tx.db
    .insertInto('sales.provider_bills')
    .values({
      id,
      shop_id: tx.shopId,
      provider,
      file_name: fileName,
      digest,
      from_day: bill.from,
      to_day: bill.to,
      currency: bill.currency,
      lines: bill.lines.length,
      paid_minor: sums.paid.minor,
      refunded_minor: sums.refunded.minor,
      fee_minor: sums.fee.minor,
      others,
      repeated: 0,
      matched,
      taken_at: tx.now,
      taken_by: tx.actor.name,
    })
    .onConflict((conflict) => conflict.constraint('provider_bills_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type KeptLine = Pick<BillLine, 'row' | 'kind' | 'number' | 'fee'> & { readonly id: string }

const atOnce = 1_000

/** Keeps the lines no earlier file has brought, and says which these are. */
export async function insertLines(
  tx: Tx,
  {
    billId,
    provider,
    lines,
  }: { readonly billId: BillId; readonly provider: string; readonly lines: readonly BillLine[] },
): Promise<KeptLine[]> {
  const kept: KeptLine[] = []
  for (let from = 0; from < lines.length; from += atOnce) {
    const rows = await tx.db
      .insertInto('sales.bill_lines')
      .values(lines.slice(from, from + atOnce).map((line) => lineRow(tx, { billId, provider, line })))
      .onConflict((conflict) => conflict.constraint('bill_lines_once').doNothing())
      .returning(['id', 'row', 'kind', 'number', 'fee_minor', 'currency'])
      .execute()
    kept.push(
      ...rows.map(({ fee_minor, currency, kind, ...row }) => ({
        ...row,
        kind: kind as BillLine['kind'],
        fee: money(fee_minor, currency),
      })),
    )
  }
  const repeated = lines.length - kept.length
  if (repeated > 0)
    await tx.db
      .updateTable('sales.provider_bills')
      .set({ repeated })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', billId)
      .execute()
  return kept
}

const lineRow = (
  tx: Tx,
  { billId, provider, line }: { readonly billId: BillId; readonly provider: string; readonly line: BillLine },
) => ({
  id: newId(),
  shop_id: tx.shopId,
  bill_id: billId,
  row: line.row,
  provider,
  kind: line.kind,
  number: line.number,
  provider_ref: line.providerRef,
  amount_minor: line.amount.minor,
  fee_minor: line.fee.minor,
  currency: line.amount.currency,
  at: line.at,
})

/** Which of these numbers any bill has named. */
export async function knownNumbers(
  tx: Tx,
  { provider, numbers }: { readonly provider: string; readonly numbers: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`select number from sales.bill_lines
    where shop_id = ${tx.shopId} and provider = ${provider} and number = any(${numbers}::text[])`.execute(tx.db)
  return new Set(rows.map(({ number }) => number))
}

export interface NewException
  extends Pick<
    BillException,
    'billId' | 'kind' | 'about' | 'provider' | 'number' | 'providerRef' | 'ours' | 'theirs' | 'happenedAt'
  > {
  readonly lineId: string | null
  readonly known: Billed | undefined
}

/** Writes differences down; one that is known already stays as it is. */
export async function insertExceptions(tx: Tx, exceptions: readonly NewException[]): Promise<void> {
  for (let from = 0; from < exceptions.length; from += atOnce)
    await tx.db
      .insertInto('sales.bill_exceptions')
      .values(exceptions.slice(from, from + atOnce).map((each) => exceptionRow(tx, each)))
      .onConflict((conflict) => conflict.constraint('bill_exceptions_once').doNothing())
      .execute()
}

const exceptionRow = (tx: Tx, { known, ours, theirs, ...exception }: NewException) => ({
  id: newId(),
  shop_id: tx.shopId,
  bill_id: exception.billId,
  line_id: exception.lineId,
  kind: exception.kind,
  about: exception.about,
  provider: exception.provider,
  number: exception.number,
  provider_ref: exception.providerRef,
  order_id: known?.orderId ?? null,
  payment_id: known?.paymentId ?? null,
  refund_id: known?.refundId ?? null,
  ours_status: known?.status ?? null,
  ours_minor: ours?.minor ?? null,
  theirs_minor: theirs?.minor ?? null,
  currency: (ours ?? theirs)!.currency,
  happened_at: exception.happenedAt,
  created_at: tx.now,
})

/** What an earlier bill did not name and this one does is settled by that. */
export async function closeCameLater(
  tx: Tx,
  { provider, numbers }: { readonly provider: string; readonly numbers: readonly string[] },
): Promise<void> {
  if (numbers.length === 0) return
  await sql`update sales.bill_exceptions
    set resolution = 'came_later', resolved_at = ${tx.now}::timestamptz, resolved_by = ${tx.actor.name}
    where shop_id = ${tx.shopId} and provider = ${provider} and kind = 'missing_there' and resolved_at is null
      and number = any(${numbers}::text[])`.execute(tx.db)
}
