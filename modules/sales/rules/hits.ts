import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import { type Page, toPage } from '#kernel/page'
import type { Reader, Tx } from '#platform/context'
import { beyond } from '#platform/database'
import type { Met } from './judge.ts'
import type { Judged, Outcome, RuleHit, RuleId, RuleKind } from './model.ts'
import { loadRule } from './rule-store.ts'

/** Keeps that a rule met an order, and what became of it. A rule meets an order once: false when that is kept already. */
export async function recordHit(
  tx: Tx,
  {
    orderId,
    met: { rule, met },
    outcome,
  }: { readonly orderId: Id<'Order'>; readonly met: Met; readonly outcome: Outcome },
): Promise<boolean> {
  const row = await tx.db
    .insertInto('sales.rule_hits')
    .values({
      rule_id: rule.id,
      order_id: orderId,
      shop_id: tx.shopId,
      outcome: JSON.stringify(outcome),
      met: JSON.stringify(met),
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('order_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a rule has met an order already. */
export async function hasMet(reader: Reader, { rule }: Met, orderId: Id<'Order'>): Promise<boolean> {
  const row = await reader.db
    .selectFrom('sales.rule_hits')
    .select('at')
    .where('shop_id', '=', reader.shopId)
    .where('rule_id', '=', rule.id)
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return row !== undefined
}

export interface HitFilter {
  readonly ruleId?: RuleId
  readonly orderId?: Id<'Order'>
  readonly cursor?: string
  readonly limit?: number
}

/** The orders that rules met, the latest first. @throws ruleNotFound for the hits of a rule that is not the shop's */
export async function findHits(
  reader: Reader,
  { ruleId, orderId, cursor, limit = 50 }: HitFilter,
): Promise<Page<RuleHit>> {
  if (ruleId) await loadRule(reader, ruleId)
  let query = reader.db
    .selectFrom('sales.rule_hits as h')
    .innerJoin('sales.order_rules as r', 'r.id', 'h.rule_id')
    .innerJoin('sales.orders as o', 'o.id', 'h.order_id')
    .select(['h.rule_id', 'h.order_id', 'h.outcome', 'h.met', 'h.at', 'r.name', 'r.kind', 'o.number'])
    .where('h.shop_id', '=', reader.shopId)
  if (ruleId) query = query.where('h.rule_id', '=', ruleId)
  if (orderId) query = query.where('h.order_id', '=', orderId)
  if (cursor) query = query.where(beyond(cursor, ['h.at', 'h.order_id']))
  const rows = await query
    .orderBy('h.at', 'desc')
    .orderBy(sql`h.order_id`, 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.at.toString(), row.order_id])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ruleId: row.rule_id as RuleId,
      ruleName: row.name,
      kind: row.kind as RuleKind,
      orderId: row.order_id as Id<'Order'>,
      orderNumber: row.number,
      outcome: row.outcome as unknown as Outcome,
      met: row.met as unknown as Judged[],
      at: row.at,
    })),
  }
}
