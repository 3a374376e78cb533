import {
  afterSalesListeners,
  applyForCase,
  approveCase,
  gradeReturn,
  loadCase,
  sendBack,
  signInReturn,
} from '#care/after-sales'
import { newId } from '#kernel/id'
import { type Money, money } from '#kernel/money'
import type { Case, CaseReason, Grade, WishedKind } from '#model/care/after-sales'
import type { VariantId } from '#model/goods/catalog'
import type { OrderLine } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { type Database, transaction } from '#platform/database'
import type { Server } from '#platform/http'
import { linesOf } from '#sales/orders'
import { createReduction } from '#sales/promotions'
import { admit } from '../../modules/office/accounts/sign-in.ts'
import { aBrowser, type Browser } from './api.ts'
import { as, later, mei } from './context.ts'
import {
  anOrder,
  aProduct,
  aSellingShop,
  type Goods,
  type GoodsGiven,
  type SellingShop,
  type Sold,
  sellingListeners,
  type Wanted,
} from './orders.ts'
import type { ShopperContext } from './people.ts'
import { tellAll } from './told.ts'

/** A shop that sells and takes back: what happens is told to payments, orders, shipping and after-sales. */
export async function aCaringShop(db: Database, given: { now?: Temporal.Instant } = {}): Promise<SellingShop> {
  const shop = await aSellingShop(db, given)
  const listeners = [...sellingListeners, ...afterSalesListeners]
  const tell: SellingShop['tell'] = ({ twice, at = shop.ctx.now } = {}) =>
    tellAll({ ...shop.ctx, now: at }, listeners, { twice })
  return { ...shop, tell }
}

/** The shop as somebody sees it some time later. */
export const inShop = (shop: SellingShop, duration: Temporal.DurationLike): SellingShop => ({
  ...shop,
  ctx: later(shop.ctx, duration),
})

export interface ShippedOrder extends Sold {
  readonly lines: readonly OrderLine[]
}

/** An order that has left (`delivered` unless told), bought by somebody with a phone. Two pieces at 25.00 unless said otherwise. */
export async function aShippedOrder(
  shop: SellingShop,
  { status = 'delivered', lines }: { status?: 'shipped' | 'delivered'; lines?: readonly Wanted[] } = {},
): Promise<ShippedOrder> {
  const sold = await anOrder(shop, { status, lines })
  await givePhone(sold.buyer.ctx)
  return { ...sold, lines: await linesOf(shop.ctx, sold.order) }
}

async function givePhone({ db, vault, actor }: ShopperContext): Promise<void> {
  const phone = '+8613800138000'
  await db
    .updateTable('office.accounts')
    .set({ phone_cipher: vault.seal(phone) })
    .where('id', '=', actor.id)
    .execute()
}

/** Three pieces at 33.33 and one at 50.00, ten yuan off, and freight: shares that do not divide evenly. */
export async function anUnevenOrder(shop: SellingShop): Promise<ShippedOrder> {
  await createReduction(shop.ctx, {
    name: '满100减10',
    nameEn: '10 off 100',
    thresholdMinor: 10_000,
    offMinor: 1_000,
    startsAt: shop.ctx.now.subtract({ hours: 1 }),
    endsAt: shop.ctx.now.add({ hours: 24 }),
  })
  await shop.ctx.db
    .updateTable('supply.freight_rules')
    .set({ free_from_minor: null })
    .where('shop_id', '=', shop.ctx.shopId)
    .execute()
  const [tea, cup] = [await aProduct(shop, { price: money(3_333) }), await aProduct(shop, { price: money(5_000) })]
  return aShippedOrder(shop, { lines: [{ of: tea, quantity: 3 }, { of: cup }] })
}

export interface CaseGiven {
  readonly of: ShippedOrder
  readonly kind?: WishedKind
  /** Of a compensation. */
  readonly amount?: Money
  /** Of an exchange: what is wanted instead of the first line. */
  readonly replacementId?: VariantId
  /** Pieces of each line of the order, by its position; one of the first line unless told. */
  readonly pieces?: readonly number[]
  readonly reason?: CaseReason
  readonly description?: string
  readonly by?: Context
}

/** What the buyer of an order asks for: one piece back without a reason, unless said otherwise. */
export const apply = (shop: SellingShop, { of, kind = 'return', pieces = [1], ...given }: CaseGiven): Promise<Case> =>
  applyForCase(given.by ?? { ...of.buyer.ctx, now: shop.ctx.now }, {
    orderId: of.order.id,
    kind,
    amount: given.amount,
    reason: given.reason ?? 'no_reason',
    description: given.description ?? '杯口缺了一角',
    lines: of.lines.flatMap(({ id: lineId }, index) => {
      const quantity = pieces[index] ?? 0
      return quantity === 0 ? [] : [{ lineId, quantity, ...(index === 0 && { replacementId: given.replacementId }) }]
    }),
  })

export type CaseState = 'applied' | 'approved' | 'sent_back' | 'arrived' | 'refunding' | 'settled'

/** A return in a state, reached on the real way: Lin approves, the buyer sends back, Mei counts and grades everything as new. */
export async function aReturn(
  shop: SellingShop,
  { status = 'applied', ...given }: CaseGiven & { status?: CaseState },
): Promise<Case> {
  const { id: caseId } = await apply(shop, given)
  const steps: readonly [CaseState, () => Promise<unknown>][] = [
    ['applied', async () => undefined],
    ['approved', () => approveCase(shop.ctx, caseId)],
    [
      'sent_back',
      () =>
        sendBack(
          { ...given.of.buyer.ctx, now: shop.ctx.now },
          { caseId, carrier: 'ZTO', waybillNumber: `RT${newId().slice(-12)}` },
        ),
    ],
    ['arrived', () => arrive(shop, caseId)],
    ['refunding', () => grade(shop, caseId)],
    ['settled', () => shop.tell({ at: shop.ctx.now })],
  ]
  for (const [, take] of steps.slice(0, steps.findIndex(([state]) => state === status) + 1)) await take()
  return loadCase(shop.ctx, caseId)
}

/** Another variant of a product, at its price and on the shelf: 5 pieces unless told. */
export async function aSibling(shop: SellingShop, of: Goods, given: GoodsGiven = {}): Promise<Goods> {
  const sibling = await aProduct(shop, { onHand: 5, ...given })
  await shop.ctx.db
    .updateTable('goods.variants')
    .set({ product_id: of.productId, position: 1 })
    .where('id', '=', sibling.variantId)
    .execute()
  return { ...sibling, productId: of.productId }
}

/** Mei opens the parcel: all of it unless told how many of each line came. */
export async function arrive({ ctx }: SellingShop, caseId: Case['id'], came?: readonly number[]): Promise<Case> {
  const { lines } = await loadCase(ctx, caseId)
  const received = lines.map(({ id: lineId, quantity }, index) => ({ lineId, quantity: came?.[index] ?? quantity }))
  return signInReturn(as(ctx, mei), { caseId, received })
}

/** Mei checks what came: all as new unless told otherwise, line by line. */
export async function grade({ ctx }: SellingShop, caseId: Case['id'], found: readonly Grade[] = []): Promise<Case> {
  const { lines } = await loadCase(ctx, caseId)
  const grades = lines.map(({ id: lineId }, index) => ({ lineId, grade: found[index] ?? 'as_new' }))
  return gradeReturn(as(ctx, mei), { caseId, grades })
}

/** What the shop has written to its buyers, oldest first: `[template, body]`. */
export async function messagesIn({ ctx }: SellingShop, prefix = 'case.'): Promise<[string, string][]> {
  const rows = await ctx.db
    .selectFrom('platform.messages')
    .select(['template', 'body'])
    .where('shop_id', '=', ctx.shopId)
    .where('template', 'like', `${prefix}%`)
    .orderBy('id')
    .execute()
  return rows.map(({ template, body }) => [template, body])
}

/** A browser in which the buyer of an order has signed in. */
export async function buyersBrowser(server: Server, { buyer }: Sold, shopCode: string): Promise<Browser> {
  const { token } = await transaction(buyer.ctx, (tx) => admit(tx, buyer.ctx.actor.id))
  const browser = aBrowser(server, { 'x-shop': shopCode })
  browser.jar.set('zg_shop', token)
  return browser
}
