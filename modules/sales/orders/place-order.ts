import { saleItemsOf } from '#goods/catalog'
import { minutes } from '#kernel/day'
import { type Money, sameMoney, subtract, zero } from '#kernel/money'
import type { Refusal } from '#kernel/refusal'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { Cart, CartId } from '#model/sales/carts'
import type { Address, AddressId } from '#model/sales/customers'
import { knownShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { inOneGo, transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { lockCart, markOrdered } from '#sales/carts'
import { loadAddress } from '#sales/customers'
import { reductionFor } from '#sales/promotions'
import { availabilityOf, claimsOf, hotVariants, outOfStock, releaseStock } from '#supply/inventory'
import { claimHot } from './claim-hot.ts'
import { contactOf } from './contact.ts'
import { freightFor, type WayTo } from './freight-of-lines.ts'
import { insertOrder, type OrderDraft, writeUp } from './insert-order.ts'
import type { InvoiceWish, Order, OrderId } from './model.ts'
import { addressMissing, lineNotForSale, nothingSelected, totalChanged } from './order.ts'
import { axesOf, loadOrder, tellOrder } from './order-store.ts'
import { goodsOf, type LineToPrice, makeDaysIn, needsParcel, offOf, priceUp, promise, reducible } from './quote.ts'
import { setAside } from './secure-stock.ts'
import { orderSettings } from './settings.ts'
import { markPaid } from './take-payment.ts'

export interface PlaceOrder {
  readonly cartId: CartId
  /** Needed as soon as something is sent. */
  readonly addressId?: AddressId
  /** Of an order that sends nothing: where its buyer is told, unless it is the account's own number. */
  readonly phone?: string
  /** The total on the last page the buyer saw. */
  readonly expectedTotal: Money
  /** The code of the carrier that the buyer chose among the ways of the last page; the shop's choice unless said. */
  readonly carrier?: string
  readonly memo?: string
  readonly invoiceWish?: InvoiceWish
}

/**
 * Turns a cart into an order awaiting payment and sets its stock aside until the payment deadline.
 * Placing the same cart again returns the same order. An order that costs nothing counts as paid at once.
 *
 * @throws totalChanged when prices, reduction or freight moved since the buyer last looked, with each part
 * @throws lineNotForSale, outOfStock, noSharedCarrier and lineNotCarried naming the line, notReachable, carrierNotOffered, addressMissing, addressNotFound and phoneInvalid naming the field, nothingSelected
 */
export async function placeOrder(ctx: Context, input: PlaceOrder): Promise<Order> {
  await claimHot(ctx, input)
  return transaction(ctx, (tx) => placeLocked(tx, input))
}

/** The same in the caller's transaction, alone or together with orders of other shops. */
export async function placeLocked(
  tx: Tx,
  input: PlaceOrder & { readonly checkoutId?: Order['checkoutId'] },
): Promise<Order> {
  const cart = await lockCart(tx, input.cartId)
  if (cart.orderId) return placedBefore(tx, cart.id, cart.orderId)

  const draft = await draftOrder(tx, cart, input)
  refuseOtherTotal(draft, input)
  const written = writeUp(tx, { ...draft, checkoutId: input.checkoutId ?? null })
  const { order, lines } = written
  const isFree = order.total.minor === 0
  await inOneGo([
    insertOrder(tx, written),
    markOrdered(tx, { cartId: cart.id, orderId: order.id, lineIds: cart.lines.map((line) => line.id) }),
    tellOrder(tx, 'order.placed', order, { before: null, after: axesOf(order), total: order.total }),
    setAside(tx, { order, lines, claimedBy: cart.id, expiresAt: isFree ? null : order.payBy }),
  ])
  return isFree ? markPaid(tx, order, tx.now) : order
}

/** What a repeat has claimed while the first was making the order is free again. */
async function placedBefore(tx: Tx, cartId: CartId, orderId: OrderId): Promise<Order> {
  if ((await hotVariants(tx)).size > 0) await releaseStock(tx, { holder: cartId })
  return loadOrder(tx, orderId)
}

function refuseOtherTotal({ quote }: Pick<OrderDraft, 'quote'>, { expectedTotal }: PlaceOrder): void {
  const { items, discount, freight, total } = quote
  if (sameMoney(total, expectedTotal)) return
  const parts = { items, discount, freight, total }
  throw totalChanged({ field: 'expectedTotal', expected: expectedTotal, actual: total, parts })
}

/** Looks at everything again: goods, prices, reduction, address, freight. */
async function draftOrder(tx: Tx, cart: Cart, input: PlaceOrder): Promise<Omit<OrderDraft, 'checkoutId'>> {
  const shop = await knownShop(tx)
  const settings = await readSettings(tx, orderSettings)
  const [lines, address] = await inOneGo([
    saleLines(tx, cart),
    input.addressId ? loadAddress(tx, cart.customerId!, input.addressId) : Promise.resolve(undefined),
  ])
  const goods = goodsOf(lines, shop.currency)
  const reduction = await reductionFor(tx, { goods: goodsOf(reducible(lines), shop.currency) })
  const off = offOf(reduction, shop.currency)
  const { timeZone: zone } = shop
  const dispatchHours = settings.dispatchWithin
  const { fee, ...way } = needsParcel(lines)
    ? await sent(tx, lines, { address, goods: subtract(goods, off), carrier: input.carrier, dispatchHours, zone })
    : await unsent(tx, cart, { address, phone: input.phone, dispatchHours })
  return {
    cart,
    ...way,
    reduction,
    quote: priceUp(lines, { currency: shop.currency, off, fee: fee ?? zero(shop.currency) }),
    payBy: tx.now.add(minutes(settings.payWithin)),
    terms: {
      returnPolicy: settings.returnPolicy,
      returnDays: settings.returnWindow,
      dispatchHours: way.promised.dispatchHours,
    },
    zone,
    memo: input.memo ?? '',
    invoiceWish: input.invoiceWish ?? null,
  }
}

type DraftWay = Pick<OrderDraft, 'recipient' | 'freight' | 'promised'> & { readonly fee?: Money }

async function sent(
  tx: Tx,
  lines: readonly LineToPrice[],
  {
    address,
    zone,
    dispatchHours,
    ...of
  }: Omit<WayTo, 'districtCode'> & {
    readonly address: Address | undefined
    readonly zone: string
    readonly dispatchHours: number
  },
): Promise<DraftWay> {
  if (!address) throw addressMissing({ field: 'addressId' })
  const { recipient } = address
  const freight = await freightFor(tx, lines, { ...of, districtCode: recipient.districtCode })
  const promised = promise(tx.now, { dispatchHours, makeDays: makeDaysIn(lines), zone, freight })
  return { recipient, freight, promised, fee: freight.fee }
}

/** Services and codes are brought by nobody, on no day. */
async function unsent(
  tx: Tx,
  cart: Cart,
  {
    address,
    phone,
    dispatchHours,
  }: Pick<PlaceOrder, 'phone'> & {
    readonly address: Address | undefined
    readonly dispatchHours: number
  },
): Promise<DraftWay> {
  const recipient = await contactOf(tx, { customerId: cart.customerId!, phone, otherwise: address?.recipient.phone })
  return { recipient, freight: { carrier: '' }, promised: { dispatchHours, arrivesFrom: null, arrivesTo: null } }
}

async function saleLines(tx: Tx, cart: Cart): Promise<LineToPrice[]> {
  if (cart.lines.length === 0) throw nothingSelected({ field: 'cartId' })
  const items = await saleItemsOf(
    tx,
    cart.lines.map((line) => line.variantId),
  )
  const gone = await firstGone(tx, cart, items)
  if (gone) throw await whyGone(tx, gone, items.get(gone.variantId))
  return cart.lines.map(({ id, variantId, quantity }) => ({ id, item: items.get(variantId)!, quantity }))
}

/** The first line that is not on sale. Who claimed the last pieces of a hot variant is served, although they took it from the shop window. */
async function firstGone(
  tx: Tx,
  { id, lines }: Cart,
  items: ReadonlyMap<VariantId, SaleItem>,
): Promise<Cart['lines'][number] | undefined> {
  const gone = lines.filter(({ variantId }) => !items.get(variantId)?.active)
  if (gone.length === 0 || (await hotVariants(tx)).size === 0) return gone[0]
  const claims = await claimsOf(tx, id)
  return gone.find(({ variantId }) => !claims.has(variantId) || items.get(variantId)?.status !== 'delisted')
}

/** Goods leave the shop window when the last piece goes: then the buyer hears that, not that the shop gave them up. */
async function whyGone(
  tx: Tx,
  { id, variantId, quantity }: Cart['lines'][number],
  item: SaleItem | undefined,
): Promise<Refusal> {
  const field = `lines.${id}`
  const available = item ? ((await availabilityOf(tx, [variantId])).get(variantId) ?? 0) : 0
  if (item && available === 0) return outOfStock({ variantId, wanted: quantity, available, field })
  return lineNotForSale({ field, variantId, name: item?.name[tx.locale] ?? '' })
}
