import { newId } from '#kernel/id'
import { type Money, money } from '#kernel/money'
import type { ProductId, VariantId } from '#model/goods/catalog'
import type { CartId } from '#model/sales/carts'
import type { Address } from '#model/sales/customers'
import type { Order, OrderId, ShipmentId } from '#model/sales/orders'
import type { BinId, WarehouseId } from '#model/supply/inventory'
import type { OutboundId } from '#model/supply/warehouse'
import { openShop } from '#office/shops'
import type { Carriers, TrackingEvent, TrackingState } from '#platform/carriers'
import { type Context, systemActor } from '#platform/context'
import { type Database, transaction } from '#platform/database'
import type { Listener } from '#platform/events'
import type { Outside } from '#platform/outside'
import type { ProviderDispute } from '#platform/payments'
import { collectionsListeners } from '#sales/collections'
import { deskListeners } from '#sales/desk'
import { findOrder, ordersListeners, placeOrder, quoteCheckout, startPayment } from '#sales/orders'
import { openAttemptOf, paymentsListeners, paymentsOf, pays, receiveNotice } from '#sales/payments'
import { settlementListeners } from '#sales/settlement'
import { addBins, openWarehouse, receiveStock } from '#supply/inventory'
import { applyTracking, parcelsOf, saveCarrier, saveFreightRule, shippingListeners } from '#supply/shipping'
import {
  confirmRecipient,
  handOver,
  outboundsOf,
  scanPack,
  scanPick,
  startPicking,
  weighParcel,
} from '#supply/warehouse'
import { aContext, as, mei, noon } from './context.ts'
import { type FakeGateway, fakeGateway, onlyDesk } from './fake-gateway.ts'
import { aCart, anAddress, aShopper, type ShopperContext } from './people.ts'
import { tellAll } from './told.ts'

/** Everyone who listens between the cart and the door. */
export const sellingListeners: readonly Listener[] = [
  ...paymentsListeners,
  ...collectionsListeners,
  ...ordersListeners,
  ...deskListeners,
  ...settlementListeners,
  ...shippingListeners,
]

export interface SellingShop {
  readonly ctx: Context
  readonly gateway: FakeGateway
  readonly warehouseId: WarehouseId
  readonly binId: BinId
  /** Hands all events on to payments, orders and shipping until none is left. */
  tell(options?: { twice?: boolean; at?: Temporal.Instant }): Promise<void>
}

/** A shop that can sell: a warehouse with a shelf, a carrier with freight 8.00 free from 99.00, a gateway, a carrier's desk. */
export async function aSellingShop(
  db: Database,
  { now = noon, outside = {} }: { now?: Temporal.Instant; outside?: Partial<Outside> } = {},
): Promise<SellingShop> {
  const shopId = await db
    .transaction()
    .execute((trx) => openShop(trx, now, { code: `shop-${newId().slice(-8)}`, name: '半日闲', nameEn: 'Banrixian' }))
  const gateway = fakeGateway(() => now)
  const ctx = aContext(db, {
    shopId,
    now,
    outside: { payments: onlyDesk(gateway), carriers: fakeCarriers(), ...outside },
  })
  await transaction(ctx, async (tx) => {
    await saveCarrier(tx, {
      code: 'ZTO',
      name: { zh: '中通', en: 'ZTO' },
      phone: '95311',
      inquiryUrl: '',
      service: 'standard',
      enabled: true,
      daysMin: 2,
      daysMax: 4,
    })
    const rule = {
      carrier: 'ZTO',
      reachable: true,
      firstGrams: 1_000,
      firstFee: money(800),
      stepGrams: 500,
      stepFee: money(200),
    }
    await saveFreightRule(tx, {
      ...rule,
      name: '新疆不发',
      provinces: ['65'],
      reachable: false,
      freeFrom: null,
      priority: 10,
    })
    await saveFreightRule(tx, {
      ...rule,
      name: '西藏',
      provinces: ['54'],
      firstFee: money(2_300),
      freeFrom: null,
      priority: 20,
    })
    await saveFreightRule(tx, { ...rule, name: '全国', provinces: [], freeFrom: money(9_900), priority: 90 })
  })
  const warehouseId = await openWarehouse(ctx, {
    code: `W-${newId().slice(-6)}`,
    name: '杭州仓',
    nameEn: 'Hangzhou',
    contactName: '梅姐',
    contactPhone: '13900000001',
    districtCode: '330106',
    street: '仓前路 1 号',
  })
  const [bin] = await addBins(ctx, { warehouseId, bins: [{ code: 'A-01-01', zone: 'pick', pathOrder: 1 }] })
  const tell = ({ twice, at = now }: { twice?: boolean; at?: Temporal.Instant } = {}) =>
    tellAll({ ...ctx, now: at }, sellingListeners, { twice })
  return { ctx, gateway, warehouseId, binId: bin!.id, tell }
}

/** A second carrier beside ZTO: SF, to Zhejiang and Xinjiang, at this fee for the first kilogram. */
export const addSf = ({ ctx }: SellingShop, firstFee: Money): Promise<void> =>
  transaction(ctx, async (tx) => {
    await saveCarrier(tx, {
      code: 'SF',
      name: { zh: '顺丰', en: 'SF' },
      phone: '95338',
      inquiryUrl: '',
      service: '1',
      enabled: true,
      daysMin: 1,
      daysMax: 2,
    })
    await saveFreightRule(tx, {
      carrier: 'SF',
      name: '顺丰',
      provinces: ['33', '65'],
      reachable: true,
      firstGrams: 1_000,
      firstFee,
      stepGrams: 500,
      stepFee: money(500),
      freeFrom: null,
      priority: 95,
    })
  })

export interface GoodsGiven {
  readonly price?: Money
  readonly onHand?: number
  readonly weightGrams?: number
  readonly requiresShipping?: boolean
  readonly name?: string
}

export interface Goods {
  readonly variantId: VariantId
  readonly productId: ProductId
  readonly sku: string
}

/** A product with one variant, on sale and on the shelf: 25.00 yuan, 10 pieces, 300 g unless said otherwise. */
export async function aProduct(
  { ctx, warehouseId, binId }: Pick<SellingShop, 'ctx' | 'warehouseId' | 'binId'>,
  given: GoodsGiven = {},
): Promise<Goods> {
  const { price = money(2_500), onHand = 10, weightGrams = 300, requiresShipping = true, name = '龙井茶' } = given
  const [productId, variantId] = [newId<'Product'>(), newId<'Variant'>()]
  const sku = `T-${variantId.slice(-8).toUpperCase()}`
  const own = { shop_id: ctx.shopId }
  const { db } = ctx
  await db
    .insertInto('goods.products')
    .values({
      ...own,
      id: productId,
      slug: `tea-${productId.slice(-8)}`,
      status: 'on_sale',
      created_at: ctx.now,
      updated_at: ctx.now,
      on_sale_at: ctx.now,
    })
    .execute()
  for (const [locale, words] of [
    ['zh', name],
    ['en', 'Longjing tea'],
  ] as const)
    await db
      .insertInto('goods.product_texts')
      .values({ ...own, product_id: productId, locale, name: words, title: words })
      .execute()
  await db
    .insertInto('goods.variants')
    .values({
      ...own,
      id: variantId,
      product_id: productId,
      sku,
      position: 0,
      weight_grams: weightGrams,
      requires_shipping: requiresShipping,
      created_at: ctx.now,
    })
    .execute()
  for (const [locale, words] of [
    ['zh', ['100 克']],
    ['en', ['100 g']],
  ] as const)
    await db
      .insertInto('goods.variant_texts')
      .values({ ...own, variant_id: variantId, locale, option_values: [...words] })
      .execute()
  await db
    .insertInto('goods.prices')
    .values({
      ...own,
      variant_id: variantId,
      currency: price.currency,
      list_minor: price.minor,
      cost_minor: 1_000,
      updated_at: ctx.now,
    })
    .execute()
  if (onHand > 0)
    await transaction(ctx, (tx) =>
      receiveStock(tx, {
        warehouseId,
        binId,
        variantId,
        quantity: onHand,
        lot: { number: 'L1' },
        cause: 'test',
        causeId: newId(),
      }),
    )
  return { variantId, productId, sku }
}

/** Pieces of a product in a second warehouse, from which only what the first lacks is sent. */
export async function inAnotherWarehouse(
  { ctx }: Pick<SellingShop, 'ctx'>,
  { variantId }: Pick<Goods, 'variantId'>,
  quantity = 1,
): Promise<WarehouseId> {
  const warehouseId = await openWarehouse(ctx, {
    code: `W-${newId().slice(-6)}`,
    name: '成都仓',
    nameEn: 'Chengdu',
    contactName: '老李',
    contactPhone: '13900000002',
    districtCode: '510104',
    street: '仓后路 2 号',
    priority: 200,
  })
  const [bin] = await addBins(ctx, { warehouseId, bins: [{ code: 'B-1', zone: 'pick', pathOrder: 1 }] })
  const there = { warehouseId, binId: bin!.id, variantId, quantity }
  await transaction(ctx, (tx) => receiveStock(tx, { ...there, lot: { number: 'L2' }, cause: 'test', causeId: newId() }))
  return warehouseId
}

export interface Wanted {
  readonly of: Goods
  readonly quantity?: number
}

/** A buyer at the last confirmation screen. */
export interface Buyer {
  readonly ctx: ShopperContext
  readonly address: Address
  readonly cartId: CartId
  readonly total: Money
}

/** A new buyer with an address and a filled cart, who has seen the total. */
export async function aBuyer(
  shop: SellingShop,
  wanted: readonly Wanted[],
  { name = 'Ann', districtCode = '330106' } = {},
): Promise<Buyer> {
  const ctx = await aShopper(shop.ctx, name)
  const address = await anAddress(ctx, { districtCode })
  const cartId = await aCart(ctx, ...wanted.map(({ of, quantity }) => ({ of: of.variantId, quantity })))
  const { total } = await quoteCheckout(ctx, { cartId, addressId: address.id })
  return { ctx, address, cartId, total }
}

export const place = ({ ctx, address, cartId, total }: Buyer): Promise<Order> =>
  placeOrder(ctx, { cartId, addressId: address.id, expectedTotal: total })

/** What lies in the buyer's cart and one piece more, ordered at what that costs now. */
export async function placeAnother(buyer: Buyer, { variantId }: Pick<Goods, 'variantId'>): Promise<OrderId> {
  const cartId = await aCart(buyer.ctx, { of: variantId })
  const { total } = await quoteCheckout(buyer.ctx, { cartId, addressId: buyer.address.id })
  return (await place({ ...buyer, cartId, total })).id
}

export type OrderState = 'placed' | 'paid' | 'released' | 'shipped' | 'delivered'

export interface Sold {
  readonly order: Order
  readonly buyer: Buyer
  readonly goods: Goods
}

/** An order in a state, reached on the real way: `anOrder(shop, { status: 'shipped' })`. Two pieces at 25.00 unless said otherwise. */
export async function anOrder(
  shop: SellingShop,
  { status = 'placed', lines, name }: { status?: OrderState; lines?: readonly Wanted[]; name?: string } = {},
): Promise<Sold> {
  const wanted = lines ?? [{ of: await aProduct(shop), quantity: 2 }]
  const buyer = await aBuyer(shop, wanted, { name })
  const placed = await place(buyer)
  if (status !== 'placed') await payFor(shop, buyer, placed.id)
  if (status === 'shipped' || status === 'delivered') await ship(shop, placed.id)
  if (status === 'delivered') await track(shop, placed.id, 'signed')
  const order = (await findOrder(shop.ctx, placed.id))!
  return { order, buyer, goods: wanted[0]!.of }
}

/** The buyer opens the payment, pays, and the provider's notification is worked on. */
export async function payFor(shop: SellingShop, buyer: Pick<Buyer, 'ctx'>, orderId: OrderId): Promise<string> {
  const { number } = await startPayment(buyer.ctx, { orderId })
  shop.gateway.pay(number)
  await notice(shop, number)
  return number
}

/** The provider notifies us, and what follows is done. */
export async function notice(
  shop: SellingShop,
  number: string,
  options: { at?: Temporal.Instant } = {},
): Promise<void> {
  await receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number))
  await shop.tell(options)
}

/** The provider tells of a dispute about the money that paid an order; returns its own name of it. */
export async function aDisputeOf(
  shop: SellingShop,
  orderId: OrderId,
  told: Partial<ProviderDispute> = {},
): Promise<string> {
  const payment = (await paymentsOf(shop.ctx, orderId)).find(pays)!
  const dispute: ProviderDispute = {
    providerRef: `D${payment.number}`,
    paymentRef: payment.providerRef!,
    state: 'open',
    amount: payment.whole,
    fee: money(0, payment.whole.currency),
    reason: 'fraudulent',
    ...told,
  }
  await receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOfDispute(dispute))
  await shop.tell()
  return dispute.providerRef
}

export const asProvider = (ctx: Context): Context => as(ctx, { ...systemActor('fake'), kind: 'provider' })

export const openNumber = async (shop: SellingShop, orderId: OrderId): Promise<string | undefined> =>
  (await openAttemptOf(shop.ctx, orderId))?.number

/** Mei picks, checks, packs, weighs and hands over everything of an order that was released. */
export async function ship(shop: Pick<SellingShop, 'ctx' | 'tell'>, orderId: OrderId | ShipmentId): Promise<void> {
  for (const { id } of await outboundsOf(shop.ctx, orderId)) await pick(shop, id)
  await shop.tell()
  await handOut(shop, orderId)
}

/** Mei takes an outbound, or goes on with hers, and picks what is still open. */
export async function pick(shop: Pick<SellingShop, 'ctx'>, outboundId: OutboundId): Promise<void> {
  const ctx = as(shop.ctx, mei)
  const { picks } = await startPicking(ctx, { outboundId })
  for (const { bin, sku, quantity, picked, status } of picks) {
    if (status !== 'open') continue
    await scanPick(ctx, { scanId: newId(), outboundId, code: bin })
    await scanPick(ctx, { scanId: newId(), outboundId, code: sku, quantity: quantity - picked })
  }
}

/** What was picked of an order, or of some of its outbounds, is checked, packed, weighed and given to the courier. */
export async function handOut(
  shop: Pick<SellingShop, 'ctx' | 'tell'>,
  orderId: OrderId | ShipmentId,
  only?: readonly OutboundId[],
): Promise<void> {
  const ctx = as(shop.ctx, mei)
  for (const { id: outboundId, warehouseId, carrier, lines } of await outboundsOf(ctx, orderId)) {
    if (only && !only.includes(outboundId)) continue
    for (const { sku, picked } of lines.filter((line) => line.picked > 0))
      await scanPack(ctx, { scanId: newId(), outboundId, code: sku, quantity: picked })
    const parcels = await parcelsOf(ctx, orderId)
    const { waybillNumber } = parcels.find((each) => each.outboundId === outboundId && each.status !== 'cancelled')!
    await confirmRecipient(ctx, { scanId: newId(), outboundId, code: waybillNumber! })
    await weighParcel(ctx, { scanId: newId(), outboundId, weightGrams: 800, despiteDeviation: true })
    await handOver(ctx, { scanId: newId(), warehouseId, carrier, code: waybillNumber! })
  }
  await shop.tell()
}

/** The carrier reports all parcels of an order. */
export async function track(
  shop: SellingShop,
  orderId: OrderId,
  state: TrackingState,
  at = shop.ctx.now,
): Promise<void> {
  for (const { carrier, waybillNumber } of await parcelsOf(shop.ctx, orderId))
    await applyTracking(shop.ctx, [{ carrier, waybillNumber: waybillNumber!, at, state, text: state }])
  await shop.tell({ at })
}

/** A carrier's desk that gives out waybill numbers and believes every push. */
export function fakeCarriers(): Carriers {
  return {
    requestWaybill: async ({ parcelNumber }) => ({ waybillNumber: `WB${parcelNumber}`, sortingCode: '330-01' }),
    subscribe: async () => {},
    cancelWaybill: async () => {},
    track: async () => [],
    parsePush: async (body) =>
      (JSON.parse(body.toString()) as (TrackingEvent & { at: string })[]).map((event) => ({
        ...event,
        at: Temporal.Instant.from(event.at),
      })),
    pushAnswer: () => ({ Success: true }),
  }
}
