import { sql } from 'kysely'
import type { ShopId } from '#platform/context'
import { type Database, patiently } from '#platform/database'
import { billChecks } from './bill-checks.ts'
import { cashChecks } from './cash-checks.ts'
import type { Check, Examined, Violation } from './check.ts'
import { goodsChecks } from './goods-checks.ts'
import { machineryChecks } from './machinery-checks.ts'
import { moneyChecks } from './money-checks.ts'
import { orderChecks } from './order-checks.ts'
import { parcelChecks } from './parcel-checks.ts'
import { privacyChecks } from './privacy-checks.ts'
import { promiseChecks } from './promise-checks.ts'
import { reviewChecks } from './review-checks.ts'
import { stockChecks } from './stock-checks.ts'

/** Every check there is, in the order of the catalogue. */
export const checks: readonly Check[] = [
  ...stockChecks,
  ...goodsChecks,
  ...orderChecks,
  ...moneyChecks,
  ...cashChecks,
  ...parcelChecks,
  ...machineryChecks,
  ...privacyChecks,
  ...billChecks,
  ...promiseChecks,
  ...reviewChecks,
].toSorted((a, b) => a.id.localeCompare(b.id))

export const checkIds: readonly string[] = checks.map(({ id }) => id)

/** What each check says must be true, in both languages. */
export const statements: readonly Pick<Check, 'id' | 'says'>[] = checks.map(({ id, says }) => ({ id, says }))

export interface Examine {
  /** One shop; all of them when absent. */
  readonly shopId?: ShopId
  /** Ids of checks; all of them when absent. */
  readonly only?: readonly string[]
  /** The moment that deadlines are compared with, where time is simulated; the database's when absent. */
  readonly at?: Temporal.Instant
}

const mostMinutes = 10

/** How many of a check's violations are named. All are counted. */
const named = 20

/**
 * Looks at the whole house from one snapshot, which only reads and takes no lock that anybody waits for: safe while shoppers buy.
 * A check may take up to ten minutes; the snapshot is held as long as all of them take.
 */
export const examine = (db: Database, wish: Examine = {}): Promise<Examined[]> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => examineIn(snapshot, wish))

/** The same, from a transaction that is open already. */
export async function examineIn(snapshot: Database, { shopId, only, at }: Examine): Promise<Examined[]> {
  const most = sql.lit(`${mostMinutes}min`)
  await sql`set local statement_timeout = ${most}`.execute(snapshot)
  await sql`set local idle_in_transaction_session_timeout = ${most}`.execute(snapshot)
  await sql`select set_config('zhanggui.examined_at', ${at?.toString() ?? ''}, true)`.execute(snapshot)
  const found: Examined[] = []
  for (const each of checks)
    if (!only || only.includes(each.id))
      found.push(await patiently((mostMinutes + 1) * 60_000, () => run(snapshot, each, shopId)))
  return found
}

async function run(snapshot: Database, { id, says, remedy, rows, table }: Check, shopId?: ShopId): Promise<Examined> {
  if (table && !(await isThere(snapshot, table))) return { id, says, remedy, rows: 0, broken: 0, violations: [] }
  const ofShop = shopId ? sql`where shop_id = ${shopId}` : sql``
  const { rows: answers } = await sql<{ rows: number; broken: number; violations: Violation[] | null }>`
    select count(*)::int8 as rows, count(*) filter (where ok is not true)::int8 as broken,
      to_jsonb((array_agg(jsonb_build_object('shopId', shop_id, 'subject', subject, 'found', found)) filter (where ok is not true))[1:${sql.lit(named)}]) as violations
    from (${rows}) as examined ${ofShop}`.execute(snapshot)
  const { rows: looked, broken, violations } = answers[0]!
  return { id, says, remedy, rows: looked, broken, violations: violations ?? [] }
}

async function isThere(snapshot: Database, table: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(snapshot)
  return rows[0]!.found
}
