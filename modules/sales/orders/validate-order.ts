import { sql } from 'kysely'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { inOneGo, transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { carrierReaches, compareCarriers } from '#supply/shipping'
import { shipmentOf } from './carrier-of-order.ts'
import type { Order, OrderId, OrderLine, ReviewReason } from './model.ts'
import { advanceOrder, linesOf, lockOrder } from './order-store.ts'
import { queueForMaking } from './production-store.ts'
import { whyNotYet } from './release-blocks.ts'
import { releaseFree } from './release-order.ts'
import { missesStock } from './secure-stock.ts'
import { orderSettings } from './settings.ts'

/**
 * Job. Checks a paid order: are its goods set aside, can its address be reached, is it one of those a person should see.
 * What passes is pending handling and, as the setting says, goes to the warehouse at once; the rest waits for review.
 */
export function validateOrder(ctx: Context, orderId: OrderId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.status !== 'open' || order.fulfilment !== 'waiting') return
    const lines = await linesOf(tx, order)
    const reasons = await reasonsForReview(tx, order, lines)
    const { releaseAutomatically } = await readSettings(tx, orderSettings)
    const validated = await advanceOrder(
      tx,
      order,
      { fulfilment: 'validate', ...(reasons.length > 0 ? { review: 'flag' } : {}) },
      {
        event: reasons.length > 0 ? 'order.review_needed' : 'order.validated',
        data: { reasons },
        change: { review_reasons: reasons },
      },
    )
    if (reasons.length > 0) return ask(tx, 'orders.review', 'order.in_review', validated)
    const toMake = await queueForMaking(tx, validated, lines)
    if (toMake) await ask(tx, 'orders.change', 'order.to_make', validated)
    else if (releaseAutomatically && !(await whyNotYet(tx, validated))) await releaseFree(tx, validated)
    else await ask(tx, 'orders.change', 'order.to_release', validated)
  })
}

export const ask = (tx: Tx, permission: string, kind: string, { id, number, reviewReasons }: Order): Promise<void> =>
  notify(tx, {
    permission,
    kind,
    subject: 'order',
    subjectId: id,
    data: { number, reasons: reviewReasons },
    dedupeKey: `${kind}:${id}`,
  })

async function reasonsForReview(tx: Tx, order: Order, lines: readonly OrderLine[]): Promise<ReviewReason[]> {
  const [isMissing, way, risks] = await inOneGo([
    missesStock(tx, order, lines),
    wayChecks(tx, order, lines),
    riskChecks(tx, order),
  ])
  const checks: readonly ReviewCheck[] = [['stock_missing', isMissing], ...way, ...risks]
  return checks.flatMap(([reason, applies]) => (applies ? [reason] : []))
}

type ReviewCheck = readonly [ReviewReason, applies: boolean]

async function riskChecks(tx: Tx, { districtCode, total, customerId, id }: Order): Promise<ReviewCheck[]> {
  const { highRiskDistricts, reviewAmount, reviewFirstAmount } = await readSettings(tx, orderSettings)
  const risky = highRiskDistricts.split(/[\s,，、]+/).filter((code) => code !== '')
  const large = total.minor >= reviewAmount
  return [
    ['high_risk_address', risky.some((code) => districtCode.startsWith(code))],
    ['disputed_before', await hasDisputed(tx, customerId)],
    ['large_amount', large],
    ['large_first_order', !large && total.minor >= reviewFirstAmount && (await isFirstOrder(tx, { customerId, id }))],
  ]
}

/** The money of an order of this buyer was taken back by the bank once. */
async function hasDisputed(tx: Tx, customerId: Order['customerId']): Promise<boolean> {
  const row = await tx.db
    .selectFrom('sales.orders')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('customer_id', '=', customerId)
    .where('disputed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Nothing of this buyer was paid for in the shop before. */
export async function isFirstOrder(tx: Tx, { customerId, id }: Pick<Order, 'customerId' | 'id'>): Promise<boolean> {
  const row = await tx.db
    .selectFrom('sales.orders')
    .select(sql<number>`1`.as('one'))
    .where('shop_id', '=', tx.shopId)
    .where('customer_id', '=', customerId)
    .where('id', '<>', id)
    .where('paid_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row === undefined
}

/** Whether somebody takes it there, and whether the carrier of the order may still bring what is in it. */
async function wayChecks(tx: Tx, order: Order, lines: readonly OrderLine[]): Promise<ReviewCheck[]> {
  if (!lines.some((line) => line.requiresShipping)) return []
  const shipment = await shipmentOf(tx, order, lines)
  const { quote } = await compareCarriers(tx, { ...shipment, allowed: undefined })
  return [
    ['address_unreachable', !quote || !(await carrierReaches(tx, order.carrier, order.districtCode))],
    ['carrier_not_for_goods', shipment.allowed !== undefined && !shipment.allowed.includes(order.carrier)],
  ]
}
