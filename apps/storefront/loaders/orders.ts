import { ownCases, type ReturnPolicy, returnPolicy } from '#care/after-sales'
import { askable, questionsOf } from '#care/parcel-desk'
import { saleItemsOf } from '#goods/catalog'
import { isBefore } from '#kernel/day'
import { type Money, sum } from '#kernel/money'
import type { Page as Rows } from '#kernel/page'
import { piecesIn } from '#kernel/quantity'
import type { Case } from '#model/care/after-sales'
import type { ParcelQuestion, QuestionKind } from '#model/care/parcel-desk'
import type { Both } from '#model/goods/catalog'
import type { Shop } from '#model/office/shops'
import type { Address } from '#model/sales/customers'
import type { FollowUp, Shortage } from '#model/sales/desk'
import { type Order, type OrderId, orderCan, type WhyNoCash } from '#model/sales/orders'
import type { MethodSetting } from '#model/sales/payments'
import type { Carrier } from '#model/supply/shipping'
import { isGuest } from '#office/accounts'
import { loadShop } from '#office/shops'
import type { AccountId, Context } from '#platform/context'
import { addressLines } from '#platform/regions'
import { addressesOf } from '#sales/customers'
import { confirmationOf, followUpOf, shortageOf } from '#sales/desk'
import {
  checkPayment,
  countOwnOrders,
  dueAtTheDoor,
  isDue,
  loadOrder,
  mayExtendReceipt,
  mayWishInvoice,
  type OwnOrder,
  type OwnTab,
  ordersTogether,
  ownOrdersEverywhere,
  ownTabs,
  type OrderPage as RoomPage,
  orderPage as roomPage,
  waysToPay,
  whyNoCash,
} from '#sales/orders'
import { openAttemptOf, paymentsOf } from '#sales/payments'
import { listCarriers, parcelLinesOf } from '#supply/shipping'
import { type Page, Redirect } from '../page.ts'
import { idIn } from './ids.ts'
import { type BuyerAction, buyerActions, mayReturn } from './order-actions.ts'
import { mayReview } from './reviews.ts'
import { ordersToReview } from './to-review.ts'

/** Buyers' tabs, with what was received and may still be reviewed (待评价). */
export const orderTabs = [...ownTabs.slice(0, -1), 'to_review', ...ownTabs.slice(-1)] as readonly (
  | OwnTab
  | 'to_review'
)[]
export type OrderTab = (typeof orderTabs)[number]

export interface OrdersPage {
  readonly tab: OrderTab
  readonly tabs: readonly OrderTab[]
  /** How many wait under each tab. */
  readonly counts: Readonly<Partial<Record<OrderTab, number>>>
  /** What is looked for among the own orders. */
  readonly text: string
  readonly orders: Rows<OwnOrderRow>
}

export interface OwnOrderRow extends OwnOrder {
  readonly actions: readonly BuyerAction[]
  /** The provider has the money and the order hears of it in a moment. */
  readonly isConfirming: boolean
}

/** The orders of all shops: a shopper remembers what was bought, not where. */
export const ordersPage: Page<OrdersPage> = {
  path: '/orders',
  shows: 'orders',
  needs: 'shopper',
  async load({ ctx, query }) {
    const customerId = ctx.actor.id as AccountId
    const tab = orderTabs.find((each) => each === query.get('tab')) ?? 'all'
    const text = (query.get('q') ?? '').trim().slice(0, 100)
    const cursor = query.get('cursor') ?? undefined
    const toReview = await ordersToReview(ctx, customerId)
    const orders: Rows<OwnOrder> =
      tab === 'to_review'
        ? { rows: toReview }
        : await ownOrdersEverywhere(ctx, { customerId, tab, text, cursor, limit: 10 })
    const open = new Set(toReview.map(({ id }) => id))
    const rows = await Promise.all(orders.rows.map((order) => withActions(ctx, order, open.has(order.id))))
    const counts = { ...(await countOwnOrders(ctx, customerId)), to_review: open.size }
    return { tab, tabs: orderTabs, counts, text, orders: { ...orders, rows } }
  },
}

async function withActions(ctx: Context, order: OwnOrder, mayReview: boolean): Promise<OwnOrderRow> {
  const isConfirming = await isBeingConfirmed({ ...ctx, shopId: order.shop.id }, order)
  const may = buyerActions(order).filter((action) => !(isConfirming && action === 'pay'))
  return { ...order, actions: mayReview ? ['review', ...may] : may, isConfirming }
}

/** Asked for orders that are to be paid alone, of which few stand on a page. */
const isBeingConfirmed = async (ctx: Context, order: Order): Promise<boolean> =>
  order.headline === 'awaiting_payment' &&
  (await paymentsOf(ctx, order.id)).some(({ status }) => status === 'succeeded')

export interface OrderStage {
  readonly key: 'placed' | 'paid' | 'shipped' | 'delivered' | 'received' | 'issued'
  readonly at: Temporal.Instant | null
}

export interface OrderPage extends RoomPage {
  /** Where it goes, as its country writes addresses. */
  readonly place: readonly string[]
  readonly stages: readonly OrderStage[]
  readonly carriers: readonly Carrier[]
  readonly cases: readonly Case[]
  /** What the buyer may ask the desk now, and what was asked before. */
  readonly askable: QuestionKind | undefined
  readonly questions: readonly ParcelQuestion[]
  /** Shipped goods that may still be given back. */
  readonly canReturn: boolean
  /** What the shop promises about returns; undefined for what nobody ships. */
  readonly policy: ReturnPolicy | undefined
  /** Something of it came lately and has no review yet. */
  readonly mayReview: boolean
  readonly canExtend: boolean
  readonly canInvoice: boolean
  /** The provider has the money and the order hears of it in a moment. */
  readonly isConfirming: boolean
  /** What a courier is still to be paid. */
  readonly dueAtTheDoor: Money | null
  /** Lines of which nothing is sold any more. */
  readonly gone: ReadonlySet<string>
  /** The orders of other shops that were placed, and are paid, together with it. */
  readonly placedWith: readonly { readonly shop: Shop; readonly order: Order }[]
  /** What lies in which parcel, where there are several. */
  readonly contents: ReadonlyMap<string, readonly { readonly name: Both; readonly quantity: number }[]>
  readonly mayConfirm: boolean
  readonly followUp: FollowUp | null
  /** Goods that turned out not to be there, with their names. */
  readonly shortage: (Shortage & { readonly names: readonly { name: Both; quantity: number }[] }) | null
}

export const orderPage: Page<OrderPage> = {
  path: '/orders/:id',
  shows: 'order',
  needs: 'shopper',
  async load({ ctx, params }) {
    const page = await roomPage(ctx, idIn<OrderId>(params.id))
    const { order, lines, recipient } = page
    return {
      ...page,
      place: addressLines(recipient, ctx.locale),
      stages: stagesOf(order, lines),
      carriers: await listCarriers(ctx),
      askable: askable(order),
      questions: await questionsOf(ctx, order.id),
      cases: await ownCases(ctx, ctx.actor.id as AccountId, order.id),
      canReturn: mayReturn({ ...order, lines }),
      policy: lines.some(({ requiresShipping }) => requiresShipping) ? await returnPolicy(ctx) : undefined,
      mayReview: await mayReview(ctx, order, lines),
      canExtend: mayExtendReceipt(order),
      canInvoice: mayWishInvoice(order),
      isConfirming: await isBeingConfirmed(ctx, order),
      placedWith: await placedWith(ctx, order),
      dueAtTheDoor: await dueAtTheDoor(ctx, order),
      gone: await goneOf(ctx, page),
      contents: await contentsOf(ctx, page),
      shortage: await shortageFor(ctx, page),
      mayConfirm: await mayConfirm(ctx, order),
      followUp: (await followUpOf(ctx, order.id)) ?? null,
    }
  },
}

async function placedWith(ctx: Context, order: Order): Promise<OrderPage['placedWith']> {
  const others = (await ordersTogether(ctx, order.id)).filter((each) => each.order.id !== order.id)
  return Promise.all(
    others.map(async ({ shopId, order: other }) => ({ shop: await loadShop({ db: ctx.db, shopId }), order: other })),
  )
}

/** The lines that cannot be bought again. */
async function goneOf(ctx: Context, { lines }: RoomPage): Promise<Set<string>> {
  const items = await saleItemsOf(
    ctx,
    lines.map(({ variantId }) => variantId),
  )
  return new Set(lines.flatMap(({ id, variantId }) => (items.get(variantId)?.active ? [] : [id])))
}

/** One box that holds everything needs no list: of several, and of one that more is to follow, people ask what is in which. */
async function contentsOf(ctx: Context, { order, parcels, lines }: RoomPage): Promise<OrderPage['contents']> {
  const contents = new Map<string, { name: Both; quantity: number }[]>()
  if (parcels.length < 2 && order.restBy === null) return contents
  for (const { id } of parcels) {
    const groups = Map.groupBy(await parcelLinesOf(ctx, id), ({ sourceLineId }) => sourceLineId)
    const inside = lines.flatMap((line) => {
      const quantity = piecesIn(groups.get(line.id) ?? [])
      return quantity > 0 ? [{ name: line.name, quantity }] : []
    })
    contents.set(id, inside)
  }
  return contents
}

/** The shop has asked whether the order is right, and its buyer has not answered. */
async function mayConfirm(ctx: Context, order: Order): Promise<boolean> {
  if (!orderCan(order, 'changeRecipient')) return false
  const status = (await confirmationOf(ctx, order.id))?.status
  return status === 'sent' || status === 'to_call'
}

async function shortageFor(ctx: Context, { order, lines }: RoomPage): Promise<OrderPage['shortage']> {
  const shortage = await shortageOf(ctx, order.id)
  if (!shortage) return null
  const names = shortage.lines.flatMap(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId)
    return line ? [{ name: line.name, quantity }] : []
  })
  return { ...shortage, names }
}

function stagesOf(order: Order, lines: OwnOrder['lines']): OrderStage[] {
  const [placed, paid] = [
    { key: 'placed', at: order.placedAt },
    { key: 'paid', at: order.paidAt },
  ] as const
  if (!lines.some(({ requiresShipping }) => requiresShipping))
    return [placed, paid, { key: 'issued', at: order.deliveredAt }]
  const carried = [
    { key: 'shipped', at: order.shippedAt },
    { key: 'delivered', at: order.deliveredAt ?? order.receivedAt },
  ] as const
  const received = { key: 'received', at: order.receivedAt } as const
  return order.cashOnDelivery ? [placed, ...carried, paid, received] : [placed, paid, ...carried, received]
}

export interface CashierPage {
  readonly order: Order
  /** What this payment pays: the order, and those of other shops placed together with it that are still to be paid. */
  readonly due: readonly { readonly shop: Shop; readonly order: Order }[]
  readonly total: Money
  /** `confirming`: back from the provider's page, which has not said yes yet. */
  readonly state: 'due' | 'confirming' | 'paid' | 'closed'
  /** The last attempt did not bring the money. */
  readonly failed: boolean
  /** The ways to pay that the shop offers for this order. */
  readonly methods: readonly MethodSetting[]
  /** Why the courier cannot be paid, where the shop offers that at all. */
  readonly noCash: Exclude<WhyNoCash, 'off'> | null
  /** How often this page has asked. */
  readonly asked: number
  /** Why a closed order is closed: its time ran out, or it was cancelled. */
  readonly unpaid: boolean
  /** Bought by a guest, whom only this browser knows. */
  readonly isGuests: boolean
}

const mostAsked = 20

export const cashierPage: Page<CashierPage> = {
  path: '/orders/:id/pay',
  shows: 'cashier',
  needs: 'shopper',
  async load({ ctx, params, query, form }) {
    const orderId = idIn<OrderId>(params.id)
    const asked = form ? 0 : Math.min(Number.parseInt(query.get('back') ?? '0', 10) || 0, mostAsked)
    const { order, paid } = asked > 0 ? await checkPayment(ctx, orderId) : await unasked(await loadOrder(ctx, orderId))
    if (order.payment !== 'awaiting' && asked === 0) return new Redirect(`/orders/${orderId}`)
    const together = await paidTogether(ctx, order)
    const unpaid = order.cancelReason === 'unpaid' || (order.status === 'open' && !isBefore(ctx.now, order.payBy))
    const isGuests = paid && (await isGuest(ctx, order.customerId))
    const over = { order, ...together, failed: false, methods: [], noCash: null, asked, unpaid, isGuests }
    if (paid) return { ...over, state: 'paid' }
    if (order.status !== 'open' || unpaid) return { ...over, state: 'closed' }
    const open = await openAttemptOf(ctx, orderId)
    const last = (await paymentsOf(ctx, orderId)).at(-1)
    const isWaiting = asked > 0 && asked < mostAsked && open !== undefined
    const noCash = await whyNoCash(ctx, orderId)
    return {
      order,
      ...together,
      state: isWaiting ? 'confirming' : 'due',
      failed: last?.status === 'failed' || last?.status === 'closed',
      methods: await waysToPay(ctx, orderId),
      noCash: noCash === 'off' ? null : noCash,
      asked,
      unpaid,
      isGuests,
    }
  },
}

/** The orders that one payment pays; once it has, those it paid. */
async function paidTogether(ctx: Context, order: Order): Promise<Pick<CashierPage, 'due' | 'total'>> {
  const all = (await ordersTogether(ctx, order.id)).filter(
    (each) => each.order.id === order.id || isDue(each.order, ctx.now) || each.order.payment === 'paid',
  )
  const due = await Promise.all(
    all.map(async ({ shopId, order: each }) => ({ shop: await loadShop({ db: ctx.db, shopId }), order: each })),
  )
  const { currency } = order.total
  const totals = due.map((each) => each.order.total)
  return { due, total: sum(totals, currency) }
}

const unasked = (order: Order) => ({ order, paid: false })

export interface RecipientPage {
  readonly order: Order
  readonly addresses: readonly Address[]
}

export const recipientPage: Page<RecipientPage> = {
  path: '/orders/:id/address',
  shows: 'recipient',
  needs: 'shopper',
  async load({ ctx, params }) {
    const order = await loadOrder(ctx, idIn<OrderId>(params.id))
    return { order, addresses: await addressesOf(ctx) }
  },
}
