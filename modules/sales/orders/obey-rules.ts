import type { ActionOf, Outcome } from '#model/sales/rules'
import type { Tx } from '#platform/context'
import { inPart } from '#platform/database'
import { deciding, fieldsIn, type Met, recordHit, rulesInForce } from '#sales/rules'
import { loadWarehouse } from '#supply/inventory'
import { mayCarry, noteCarrier } from './change-carrier.ts'
import { factsOfOrders } from './facts-of-orders.ts'
import { giveGift } from './give-gift.ts'
import type { Order } from './model.ts'
import { advanceOrder, tellOrder } from './order-store.ts'
import { moveStock } from './send-from.ts'

export interface Obeyed {
  readonly order: Order
  /** The rule that decides whether a person looks at it. */
  readonly review: Met<ActionOf<'review'>> | undefined
}

/**
 * Does what the shop's rules say with an order that was just paid, in the transaction that checks it: carrier, warehouse and gifts; and names the rule that decides about its
 * review. Nothing that a rule wants can stop the order: what cannot be done is told, and the order goes its way as before. Its money stays as agreed.
 */
export async function obeyRules(tx: Tx, found: Order): Promise<Obeyed> {
  const rules = await rulesInForce(tx)
  if (rules.length === 0) return { order: found, review: undefined }
  const facts = (await factsOfOrders(tx, [found], fieldsIn(rules))).get(found.id)!
  let order = found
  for (const met of deciding(rules, 'carrier', facts)) order = await sendWith(tx, order, met)
  for (const met of deciding(rules, 'warehouse', facts)) await sendFromThere(tx, order, met)
  for (const met of deciding(rules, 'gift', facts)) await tellHit(tx, order, met, await giveGift(tx, order, met.action))
  return { order, review: deciding(rules, 'review', facts)[0] }
}

/** Keeps, and tells in the order's history, that a rule met it: with what it had, and what became of it. */
export async function tellHit(tx: Tx, order: Order, met: Met, outcome: Outcome): Promise<void> {
  const { id: ruleId, name: rule, action } = met.rule
  if (await recordHit(tx, { orderId: order.id, met, outcome }))
    await tellOrder(tx, 'order.ruled', order, { ruleId, rule, ruleKind: action.kind, met: met.met, outcome })
}

async function sendWith(tx: Tx, order: Order, met: Met<ActionOf<'carrier'>>): Promise<Order> {
  const { carrier } = met.action
  const tell = (code: Outcome['code'], why?: string) =>
    tellHit(tx, order, met, { code, what: carrier, ...(why && { why }) })
  if (order.carrier === carrier) {
    await tell('carrier_kept')
    return order
  }
  const { done: why, refused } = await inPart(tx, () => mayCarry(tx, order, carrier))
  if (refused) {
    await tell('carrier_refused', refused.code)
    return order
  }
  const changed = await noteCarrier(tx, order, { carrier, why })
  await tell('carrier_set')
  return changed
}

/** From there if it has everything: an order is not torn apart for a wish. */
async function sendFromThere(tx: Tx, order: Order, met: Met<ActionOf<'warehouse'>>): Promise<void> {
  const { warehouseId } = met.action
  const { code: what, status } = await loadWarehouse(tx, warehouseId)
  const tell = (code: Outcome['code']) => tellHit(tx, order, met, { code, what })
  if (status !== 'open') return tell('warehouse_lacks')
  const { done: moved, refused } = await inPart(tx, () => moveStock(tx, order.id, { warehouseId }))
  if (refused) return tell('warehouse_lacks')
  if (moved.length === 0) return tell('warehouse_kept')
  const pieces = moved.map(({ lineId, quantity }) => ({ lineId, quantity }))
  await advanceOrder(tx, order, {}, { event: 'order.warehouse_changed', data: { warehouse: what, moved: pieces } })
  await tell('warehouse_set')
}
