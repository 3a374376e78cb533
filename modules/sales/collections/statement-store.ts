import { type Selectable, sql } from 'kysely'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import type { ParcelId } from '#model/supply/shipping'
import type { Reader, Tx } from '#platform/context'
import type { SalesCashStatements } from '#platform/database'
import { beyond } from '#platform/database'
import type { CashStatement, StatementId, StatementLine } from './model.ts'

const statements = (reader: Reader) =>
  reader.db
    .selectFrom('sales.cash_statements as statement')
    .selectAll('statement')
    .select(
      sql<number>`(select count(*)::int from sales.cash_differences d
        join sales.cash_lines l on l.shop_id = d.shop_id and l.id = d.line_id
        where l.shop_id = statement.shop_id and l.statement_id = statement.id and d.resolved_at is null)`.as('open'),
    )
    .where('statement.shop_id', '=', reader.shopId)

/** The statements taken in, newest first. */
export async function listStatements(
  reader: Reader,
  { cursor, limit = 50 }: { readonly cursor?: string; readonly limit?: number },
): Promise<Page<CashStatement>> {
  let query = statements(reader)
  if (cursor) query = query.where(beyond(cursor, ['statement.id']))
  const rows = await query
    .orderBy('statement.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.id])
  return { ...page, rows: page.rows.map(toStatement) }
}

export const loadStatement = async (reader: Reader, id: StatementId): Promise<CashStatement> =>
  toStatement(await statements(reader).where('statement.id', '=', id).executeTakeFirstOrThrow())

/** The one a carrier has given this number, with the fingerprint of its lines; undefined when there is none. */
export async function findStatement(
  reader: Reader,
  { carrier, reference }: Pick<CashStatement, 'carrier' | 'reference'>,
): Promise<(CashStatement & { readonly digest: string }) | undefined> {
  const row = await statements(reader)
    .where('carrier', '=', carrier)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row && { ...toStatement(row), digest: row.digest }
}

type NewStatement = Omit<CashStatement, 'open' | 'takenAt' | 'takenBy' | 'matched'> & { readonly digest: string }

/** False when the carrier's statement of this number was taken in before, or meanwhile. */
export async function insertStatement(tx: Tx, { collected, fee, ...statement }: NewStatement): Promise<boolean> {
  const row = await tx.db
    .insertInto('sales.cash_statements')
    .values({
      id: statement.id,
      shop_id: tx.shopId,
      carrier: statement.carrier,
      reference: statement.reference,
      digest: statement.digest,
      file_name: statement.fileName,
      received_on: statement.receivedOn,
      currency: collected.currency,
      lines: statement.lines,
      collected_minor: collected.minor,
      fee_minor: fee.minor,
      matched: 0,
      taken_at: tx.now,
      taken_by: tx.actor.name,
    })
    .onConflict((conflict) => conflict.constraint('cash_statements_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const countMatched = (tx: Tx, id: StatementId, matched: number): Promise<unknown> =>
  tx.db
    .updateTable('sales.cash_statements')
    .set({ matched })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()

export interface NewLine extends StatementLine {
  readonly statementId: StatementId
  readonly row: number
  readonly parcelId: ParcelId | null
  readonly bookedMinor: number
}

export async function insertLine(tx: Tx, line: NewLine): Promise<string> {
  const id = newId<'CashLine'>()
  await tx.db
    .insertInto('sales.cash_lines')
    .values({
      id,
      shop_id: tx.shopId,
      statement_id: line.statementId,
      row: line.row,
      waybill_number: line.waybillNumber,
      parcel_id: line.parcelId,
      collected_minor: line.collected.minor,
      fee_minor: line.fee.minor,
      booked_minor: line.bookedMinor,
    })
    .execute()
  return id
}

/** What of a line came in beyond the cash of its parcel, its fee taken off. */
export async function surplusOf(tx: Tx, lineId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('sales.cash_lines')
    .select(['collected_minor', 'fee_minor', 'booked_minor'])
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', lineId)
    .executeTakeFirstOrThrow()
  const feeLeft = row.fee_minor - Math.min(row.fee_minor, row.booked_minor)
  return row.collected_minor - row.booked_minor - feeLeft
}

const toStatement = (row: Selectable<SalesCashStatements> & { readonly open: number }): CashStatement => ({
  id: row.id as StatementId,
  carrier: row.carrier,
  reference: row.reference,
  fileName: row.file_name,
  receivedOn: row.received_on,
  lines: row.lines,
  collected: money(row.collected_minor, row.currency),
  fee: money(row.fee_minor, row.currency),
  matched: row.matched,
  open: row.open,
  takenAt: row.taken_at,
  takenBy: row.taken_by,
})
