import { isRefusal } from '#kernel/refusal'
import type { ActionOf, OrderFacts, Rule } from '#model/sales/rules'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { deciding, fieldsIn, hasMet, type Met, rulesInForce } from '#sales/rules'
import { factsOfOrders } from './facts-of-orders.ts'
import { mergeLocked } from './merge-orders.ts'
import { mergeableWith } from './mergeable.ts'
import type { Order, OrderId } from './model.ts'
import { tellHit } from './obey-rules.ts'
import { findOrder } from './order-store.ts'

/**
 * Job. An order has gone to the warehouse: when the shop's rules say so of it and of others of the same buyer and address that nobody has begun to pick, they leave in one box. Each of them
 * has to be one that the rules let merge, placed within the hours of the first one's rule. Once merged by a rule, an order that a person takes out again stays out.
 */
export async function mergeByRule(ctx: Context, orderId: OrderId): Promise<void> {
  const rules = await rulesInForce(ctx)
  const order = await findOrder(ctx, orderId)
  if (order?.fulfilment !== 'released' || !rules.some(isMerging)) return
  const others = (await mergeableWith(ctx, orderId)).filter(({ fulfilment }) => fulfilment === 'released')
  if (others.length === 0) return
  const facts = await factsOfOrders(ctx, [order, ...others], fieldsIn(rules.filter(isMerging)))
  const own = metBy(rules, facts.get(orderId)!)
  if (!own || (await hasMet(ctx, own, orderId))) return
  if (own.action.decision === 'leave')
    return transaction(ctx, (tx) => tellHit(tx, order, own, { code: 'left', what: '' }))
  const joining = others.flatMap((each) => {
    const met = metBy(rules, facts.get(each.id)!)
    return met?.action.decision === 'merge' && isWithin(own, order, each) ? [{ order: each, met }] : []
  })
  if (joining.length > 0) await mergeAll(ctx, [{ order, met: own }, ...joining])
}

type Merging = ActionOf<'merging'>
const isMerging = ({ action }: Rule): boolean => action.kind === 'merging'
const metBy = (rules: readonly Rule[], facts: OrderFacts): Met<Merging> | undefined =>
  deciding(rules, 'merging', facts)[0]

const isWithin = ({ action }: Met<Merging>, one: Order, other: Order): boolean =>
  Math.abs(one.placedAt.until(other.placedAt).total('hours')) <= action.withinHours

interface Joining {
  readonly order: Order
  readonly met: Met<Merging>
}

/** Who has begun to pick, or changed one of them a moment ago, decides: then they leave as they are. */
async function mergeAll(ctx: Context, joining: readonly Joining[]): Promise<void> {
  try {
    await transaction(ctx, async (tx) => {
      await mergeLocked(tx, { orderIds: joining.map(({ order }) => order.id) })
      for (const each of joining) await tellMerged(tx, each, joining)
    })
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
  }
}

const tellMerged = (tx: Tx, { order, met }: Joining, joining: readonly Joining[]): Promise<void> =>
  tellHit(tx, order, met, {
    code: 'merged',
    what: joining.flatMap((each) => (each.order.id === order.id ? [] : each.order.number)).join('、'),
  })
