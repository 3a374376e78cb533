import { sql } from 'kysely'
import type { ActionOf } from '#model/sales/rules'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { inOneGo, transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import type { Met } from '#sales/rules'
import { carrierReaches, compareCarriers } from '#supply/shipping'
import { shipmentOf } from './carrier-of-order.ts'
import type { Order, OrderId, OrderLine, ReviewReason } from './model.ts'
import { obeyRules, tellHit } from './obey-rules.ts'
import { advanceOrder, linesOf, lockOrder } from './order-store.ts'
import { queueForMaking } from './production-store.ts'
import { whyNotYet } from './release-blocks.ts'
import { releaseFree } from './release-order.ts'
import { missesStock } from './secure-stock.ts'
import { orderSettings } from './settings.ts'

/**
 * Job. Checks a paid order: the shop's rules give it their carrier, warehouse and gifts; are its goods set aside, can its address be reached, is it one of those a person should see.
 * What passes is pending handling and, as the setting or a rule says, goes to the warehouse at once; the rest waits for review, or is held.
 */
export function validateOrder(ctx: Context, orderId: OrderId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const found = await lockOrder(tx, orderId)
    if (found.status !== 'open' || found.fulfilment !== 'waiting') return
    const { order, review } = await obeyRules(tx, found)
    const lines = await linesOf(tx, order)
    const reasons = inView(await reasonsForReview(tx, order, lines), review)
    const { releaseAutomatically } = await readSettings(tx, orderSettings)
    const validated = await advanceOrder(
      tx,
      order,
      { fulfilment: 'validate', ...(reasons.length > 0 ? { review: 'flag' } : {}) },
      {
        event: reasons.length > 0 ? 'order.review_needed' : 'order.validated',
        data: { reasons, ...(review?.action.reason && { reason: review.action.reason }) },
        change: { review_reasons: [...reasons] },
      },
    )
    if (review) await tellReview(tx, validated, review)
    if (reasons.length > 0) return waitForReview(tx, validated, review)
    const toMake = await queueForMaking(tx, validated, lines)
    if (toMake) await ask(tx, 'orders.change', 'order.to_make', validated)
    else if ((releaseAutomatically || review) && !(await whyNotYet(tx, validated))) await releaseFree(tx, validated)
    else await ask(tx, 'orders.change', 'order.to_release', validated)
  })
}

type Review = ActionOf<'review'>

/** Which judgements a rule that says yes takes upon itself; what cannot be sent stays with a person. */
const judgements: readonly ReviewReason[] = [
  'high_risk_address',
  'disputed_before',
  'large_amount',
  'large_first_order',
]

function inView(reasons: readonly ReviewReason[], review: Met<Review> | undefined): readonly ReviewReason[] {
  if (!review) return reasons
  if (review.action.decision === 'approve') return reasons.filter((reason) => !judgements.includes(reason))
  return [...reasons, 'rule']
}

const outcomes = { approve: 'approved', ask: 'asked', hold: 'held' } as const

function tellReview(tx: Tx, order: Order, review: Met<Review>): Promise<void> {
  const { decision, reason } = review.action
  const code = decision === 'approve' && order.review === 'waiting' ? 'not_approved' : outcomes[decision]
  return tellHit(tx, order, review, { code, what: reason })
}

async function waitForReview(tx: Tx, validated: Order, review: Met<Review> | undefined): Promise<void> {
  await ask(tx, 'orders.review', 'order.in_review', validated)
  if (review?.action.decision !== 'hold') return
  await advanceOrder(tx, validated, { review: 'hold' }, { event: 'order.held', data: { note: review.action.reason } })
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
