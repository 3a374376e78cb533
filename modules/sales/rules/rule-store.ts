import { type Selectable, sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Reader, Tx } from '#platform/context'
import { type SalesOrderRules, takeTurns } from '#platform/database'
import { remembered } from '#platform/remembered'
import type { RuleDraft } from './check-rule.ts'
import { type Condition, mostHits, type Rule, type RuleAction, type RuleId, type RuleKind } from './model.ts'
import { ruleNotFound } from './rule.ts'

const columns = ['id', 'name', 'enabled', 'conditions', 'action'] as const

type StoredRule = Pick<Selectable<SalesOrderRules>, (typeof columns)[number]>

const toRule = (row: StoredRule): Rule => ({
  id: row.id as RuleId,
  name: row.name,
  enabled: row.enabled,
  conditions: row.conditions as unknown as Condition[],
  action: row.action as unknown as RuleAction,
})

/** Every rule of the shop, in the order in which those of a kind are asked. */
export async function allRules(reader: Reader): Promise<Rule[]> {
  const rows = await kept(reader).orderBy('kind').orderBy('position').orderBy('id').execute()
  return rows.map(toRule)
}

const kept = (reader: Reader) =>
  reader.db
    .selectFrom('sales.order_rules')
    .select(columns)
    .where('shop_id', '=', reader.shopId)
    .where('removed_at', 'is', null)

/** The rules that are switched on, remembered for seconds: every paid order asks. Whoever changes one makes it forget. */
export const rulesInForce = remembered<readonly Rule[]>(async (reader) =>
  (await allRules(reader)).filter(({ enabled }) => enabled),
)

/** @throws ruleNotFound */
export const loadRule = async (reader: Reader, ruleId: RuleId): Promise<Rule> =>
  found(ruleId, await kept(reader).where('id', '=', ruleId).executeTakeFirst())

/** @throws ruleNotFound */
export const lockRule = async (tx: Tx, ruleId: RuleId): Promise<Rule> =>
  found(ruleId, await kept(tx).where('id', '=', ruleId).forUpdate().executeTakeFirst())

function found(ruleId: RuleId, row: StoredRule | undefined): Rule {
  if (!row) throw ruleNotFound({ ruleId })
  return toRule(row)
}

/** The rules of a kind in their order; nobody else arranges them before the transaction ends. */
export async function lockKind(tx: Tx, kind: RuleKind): Promise<Rule[]> {
  await takeTurns(tx, `rules ${kind} ${tx.shopId}`)
  const rows = await kept(tx).where('kind', '=', kind).orderBy('position').orderBy('id').execute()
  return rows.map(toRule)
}

/** Writes a rule below those of its kind. */
export async function insertRule(tx: Tx, draft: RuleDraft): Promise<Rule> {
  const id = newId<'OrderRule'>()
  const { kind } = draft.action
  const position = sql<number>`(select coalesce(max(position) + 1, 0) from sales.order_rules where shop_id = ${tx.shopId} and kind = ${kind})`
  await tx.db
    .insertInto('sales.order_rules')
    .values({ id, shop_id: tx.shopId, kind, position, ...rowOf(tx, draft) })
    .execute()
  return { ...draft, id }
}

export async function updateRule(tx: Tx, { id, ...draft }: Rule): Promise<void> {
  await own(tx, id).set(rowOf(tx, draft)).execute()
}

const rowOf = (tx: Tx, { name, enabled, conditions, action }: RuleDraft) => ({
  name,
  enabled,
  conditions: JSON.stringify(conditions),
  action: JSON.stringify(action),
  changed_at: tx.now,
  changed_by: tx.actor.name,
})

export async function moveRule(tx: Tx, id: RuleId, position: number): Promise<void> {
  await own(tx, id).set({ position }).execute()
}

/** It decides nothing any more; the orders that it met keep its name. */
export async function hideRule(tx: Tx, id: RuleId): Promise<void> {
  await own(tx, id).set({ enabled: false, removed_at: tx.now, changed_at: tx.now, changed_by: tx.actor.name }).execute()
}

const own = (tx: Tx, id: RuleId) =>
  tx.db.updateTable('sales.order_rules').where('shop_id', '=', tx.shopId).where('id', '=', id)

export interface RuleRow extends Rule {
  /** The number of its events. */
  readonly version: number
  /** At most one more than `mostHits`. */
  readonly hits: number
  readonly lastHitAt: Temporal.Instant | null
}

/**
 * Every rule in its order, with its version, how many orders it met, and when last. One statement, so that the version is that of what it stands beside;
 * it reads of each rule no more hits than are counted.
 */
export async function findRules({ db, shopId }: Reader): Promise<RuleRow[]> {
  const { rows } = await sql<StoredRule & Omit<RuleRow, keyof Rule>>`
    select r.id, r.name, r.enabled, r.conditions, r.action, told.version, met.hits, met.last as "lastHitAt" from sales.order_rules r
    cross join lateral (
      select coalesce(max(version), 0) as version from platform.events where shop_id = r.shop_id and aggregate_id = r.id) told
    cross join lateral (
      select count(*)::int as hits, max(h.at) as last from (
        select at from sales.rule_hits where shop_id = r.shop_id and rule_id = r.id order by at desc limit ${mostHits + 1}) h) met
    where r.shop_id = ${shopId} and r.removed_at is null
    order by r.kind, r.position, r.id`.execute(db)
  return rows.map(({ version, hits, lastHitAt, ...row }) => ({ ...toRule(row), version, hits, lastHitAt }))
}
