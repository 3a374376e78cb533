import { ownCases } from '#care/after-sales'
import { askable, questionsOf } from '#care/parcel-desk'
import { type Money, sum } from '#kernel/money'
import type { Page as Rows } from '#kernel/page'
import type { Case } from '#model/care/after-sales'
import type { ParcelQuestion, QuestionKind } from '#model/care/parcel-desk'
import type { Both } from '#model/goods/catalog'
import type { Shop } from '#model/office/shops'
import type { Address } from '#model/sales/customers'
import type { FollowUp, Shortage } from '#model/sales/desk'
import { type Order, type OrderId, orderCan, type WhyNoCash } from '#model/sales/orders'
import type { MethodSetting } from '#model/sales/payments'
import type { Carrier } from '#model/supply/shipping'
import { loadShop } from '#office/shops'
import type { AccountId, Context } from '#platform/context'
import { type RegionPath, regionPath } from '#platform/regions'
import { addressesOf } from '#sales/customers'
import { confirmationOf, followUpOf, shortageOf } from '#sales/desk'
import {
  checkPayment,
  isDue,
  loadOrder,
  type OrderRow,
  type OwnTab,
  ordersTogether,
  ownOrders,
  ownTabs,
  type OrderPage as RoomPage,
  orderPage as roomPage,
  waysToPay,
  whyNoCash,
} from '#sales/orders'
import { openAttemptOf, paymentsOf } from '#sales/payments'
import { listCarriers } from '#supply/shipping'
import { type Page, Redirect } from '../page.ts'
import { idIn } from './ids.ts'

export interface OrdersPage {
  readonly tab: OwnTab
  readonly tabs: readonly OwnTab[]
  readonly orders: Rows<OrderRow>
}

export const ordersPage: Page<OrdersPage> = {
  path: '/orders',
  shows: 'orders',
  needs: 'shopper',
  async load({ ctx, query }) {
    const tab = ownTabs.find((each) => each === query.get('tab')) ?? 'all'
    const orders = await ownOrders(ctx, {
      customerId: ctx.actor.id as AccountId,
      tab,
      cursor: query.get('cursor') ?? undefined,
      limit: 10,
    })
    return { tab, tabs: ownTabs, orders }
  },
}

export interface OrderStage {
  readonly key: 'placed' | 'paid' | 'shipped' | 'delivered' | 'received'
  readonly at: Temporal.Instant | null
}

export interface OrderPage extends RoomPage {
  readonly place: RegionPath | undefined
  readonly stages: readonly OrderStage[]
  readonly carriers: readonly Carrier[]
  readonly cases: readonly Case[]
  /** What the buyer may ask the desk now, and what was asked before. */
  readonly askable: QuestionKind | undefined
  readonly questions: readonly ParcelQuestion[]
  /** Shipped goods that may still be given back. */
  readonly canReturn: boolean
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
      place: regionPath(recipient.districtCode, ctx.locale),
      stages: stagesOf(order),
      carriers: await listCarriers(ctx),
      askable: askable(order),
      questions: await questionsOf(ctx, order.id),
      cases: await ownCases(ctx, ctx.actor.id as AccountId, order.id),
      canReturn:
        order.payment !== 'awaiting' &&
        order.payment !== 'on_delivery' &&
        order.status !== 'cancelled' &&
        lines.some((line) => line.shipped > line.returned && line.refunded.minor < line.total.minor),
      shortage: await shortageFor(ctx, page),
      mayConfirm: await mayConfirm(ctx, order),
      followUp: (await followUpOf(ctx, order.id)) ?? null,
    }
  },
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

function stagesOf(order: Order): OrderStage[] {
  const [placed, paid] = [
    { key: 'placed', at: order.placedAt },
    { key: 'paid', at: order.paidAt },
  ] as const
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
    const over = { order, ...together, failed: false, methods: [], noCash: null, asked }
    if (paid) return { ...over, state: 'paid' }
    if (order.status !== 'open') return { ...over, state: 'closed' }
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
