import type { Condition, Judged, Rule } from '#model/sales/rules'
import { ruleKinds } from '#model/sales/rules'
import type { Reader } from '#platform/context'
import { allRules, checkedConditions, deciding, fieldsIn, judgeRule } from '#sales/rules'
import { factsOfMadeUp, factsOfOrders, type MadeUpOrder } from './facts-of-orders.ts'
import type { Order } from './model.ts'
import { orderNotFound, toOrder } from './order.ts'

export interface TriedRule {
  readonly rule: Rule
  /** Each of its conditions beside what the order has. */
  readonly judged: readonly Judged[]
  /** It meets the order. */
  readonly meets: boolean
  /** It meets the order, is switched on, and no earlier one of its kind has decided. */
  readonly decides: boolean
}

export type WhichOrder = { readonly number: string } | { readonly madeUp: MadeUpOrder }

/**
 * What every rule of the shop, switched on or off, says of an order as it is now, or of one that is made up. Nothing changes.
 * @throws orderNotFound for a number that no order of the shop has
 */
export async function tryRules(reader: Reader, which: WhichOrder): Promise<TriedRule[]> {
  const rules = await allRules(reader)
  const asked = fieldsIn(rules)
  const facts =
    'madeUp' in which
      ? await factsOfMadeUp(reader, which.madeUp, asked)
      : await factsOfNumber(reader, which.number, asked)
  const decided = new Set(ruleKinds.flatMap((kind) => deciding(rules, kind, facts).map(({ rule }) => rule.id)))
  return rules.map((rule) => {
    const judged = judgeRule(rule, facts)
    return { rule, judged, meets: judged.every(({ holds }) => holds), decides: decided.has(rule.id) }
  })
}

async function factsOfNumber(reader: Reader, number: string, asked: ReturnType<typeof fieldsIn>) {
  const [order] = await lastOrders(reader, 1, number.trim().toUpperCase())
  if (!order) throw orderNotFound({ order: number })
  return (await factsOfOrders(reader, [order], asked)).get(order.id)!
}

export interface WouldHaveMet {
  readonly asked: number
  readonly met: readonly Pick<Order, 'id' | 'number'>[]
}

/** Which of the shop's last paid orders, at most 200, conditions would have met: to see before a rule is switched on. @throws conditionInvalid */
export async function wouldHaveMet(reader: Reader, conditions: readonly Condition[]): Promise<WouldHaveMet> {
  const checked = checkedConditions(conditions)
  const orders = await lastOrders(reader, mostTried)
  const facts = await factsOfOrders(reader, orders, fieldsIn([{ conditions: checked }]))
  const met = orders.filter(({ id }) => judgeRule({ conditions: checked }, facts.get(id)!).every(({ holds }) => holds))
  return { asked: orders.length, met: met.map(({ id, number }) => ({ id, number })) }
}

const mostTried = 200

/** The last orders that got past their payment, or the one with a number. */
async function lastOrders({ db, shopId }: Reader, most: number, number?: string): Promise<Order[]> {
  let query = db.selectFrom('sales.orders').selectAll().where('shop_id', '=', shopId)
  query = number === undefined ? query.where('payment_status', '<>', 'awaiting') : query.where('number', '=', number)
  const rows = await query.orderBy('placed_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  return rows.map(toOrder)
}
