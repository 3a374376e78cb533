import { subtract, zero } from '#kernel/money'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { SaleItem } from '#model/goods/catalog'
import type { CartId, CartLineView, CartView } from '#model/sales/carts'
import type { Address, AddressId } from '#model/sales/customers'
import type { FreightQuote } from '#model/supply/shipping'
import { phoneOf } from '#office/accounts'
import { knownShop } from '#office/shops'
import type { AccountId, Context } from '#platform/context'
import { readSettings } from '#platform/settings'
import { cartView } from '#sales/carts'
import { addressesOf } from '#sales/customers'
import { reductionFor } from '#sales/promotions'
import { notReachable } from '#supply/shipping'
import { freightFor, lineNotCarried, noSharedCarrier, type WayTo, waysFor } from './freight-of-lines.ts'
import type { Checkout, CheckoutLine, CheckoutProblem, FreightWay, Reach } from './model.ts'
import { goodsOf, makeDaysIn, needsParcel, offOf, type PricedLine, priceUp, promise, reducible } from './quote.ts'
import { orderSettings } from './settings.ts'

export interface QuoteCheckout {
  /** The actor's cart unless another is named, as "buy now" does. */
  readonly cartId?: CartId
  /** The default address unless another is named. */
  readonly addressId?: AddressId
  /** The carrier that the buyer wants: where it is not among the ways any more, the shop's choice is shown. */
  readonly carrier?: string
}

type Line = CartLineView & { readonly item: SaleItem }

/**
 * The last confirmation before an order: each part of the amount, the way of delivery with its promise, and everything that
 * stands in the way, line by line. Promises nothing: `placeOrder` looks again.
 */
export async function quoteCheckout(ctx: Context, { cartId, addressId, carrier }: QuoteCheckout): Promise<Checkout> {
  const [view, chosen, shop, settings] = await Promise.all([
    cartView(ctx, cartId),
    chosenAddress(ctx, addressId),
    knownShop(ctx),
    readSettings(ctx, orderSettings),
  ])
  const lines = [...view.lines, ...view.invalid].filter(
    (line): line is Line => line.selected && line.item !== undefined,
  )
  const reach = await reachFor(ctx, lines)
  const address = reach === 'address' ? chosen : undefined
  const goods = goodsOf(lines, shop.currency)
  const reduction = await reductionFor(ctx, { goods: goodsOf(reducible(lines), shop.currency) })
  const off = offOf(reduction, shop.currency)
  const way =
    address &&
    (await tryFreight(
      ctx,
      lines,
      { districtCode: address.recipient.districtCode, goods: subtract(goods, off), carrier },
      address,
    ))
  const freight = way?.quote
  const priced = priceUp(lines, { currency: shop.currency, off, fee: freight?.fee ?? zero(shop.currency) })
  return {
    cartId: view.id,
    ...parts(priced),
    lines: priced.lines.map((line, index) => toCheckoutLine(line, lines[index]!)),
    reduction: reduction ? { name: reduction.name, off } : null,
    freightQuote: freight ?? null,
    ways: way?.ways ?? [],
    reach,
    recipient: address?.recipient ?? null,
    addressId: address?.id ?? null,
    promised: freight
      ? promise(ctx.now, {
          dispatchHours: settings.dispatchWithin,
          makeDays: makeDaysIn(lines),
          zone: shop.timeZone,
          freight,
        })
      : null,
    payWithinMinutes: settings.payWithin,
    problems: problemsOf(view, lines, { isPlaceMissing: reach === 'address' && !address, way }),
  }
}

async function chosenAddress(ctx: Context, addressId: AddressId | undefined): Promise<Address | undefined> {
  if (ctx.actor.kind !== 'shopper') return undefined
  const book = await addressesOf(ctx)
  return addressId ? book.find((each) => each.id === addressId) : book[0]
}

/** An address where something is sent; otherwise a number, which a guest has to say. */
async function reachFor({ actor, ...ctx }: Context, lines: readonly Line[]): Promise<Reach> {
  if (lines.length === 0 || needsParcel(lines)) return 'address'
  const isKnown = actor.kind === 'shopper' && (await phoneOf(ctx, actor.id as AccountId)) !== undefined
  return isKnown ? 'account' : 'phone'
}

async function tryFreight(ctx: Context, lines: readonly Line[], to: WayTo, address: Address): Promise<Way> {
  try {
    const ways = await waysFor(ctx, lines, to)
    const carrier = ways.find((way) => way.carrier === to.carrier)?.carrier
    return { ways, quote: await freightFor(ctx, lines, { ...to, carrier }) }
  } catch (error) {
    const code = problemCodes.find(([of]) => isRefusal(error, of))?.[1]
    if (!code) throw error
    const details = code === 'address_unreachable' ? { ...address.region } : (error as Refusal).details
    return { problem: { field: code === 'address_unreachable' ? 'addressId' : String(details.field), code, details } }
  }
}

const problemCodes = [
  [notReachable, 'address_unreachable'],
  [noSharedCarrier, 'no_shared_carrier'],
  [lineNotCarried, 'line_not_carried'],
] as const

interface Way {
  readonly ways?: readonly FreightWay[]
  readonly quote?: FreightQuote
  readonly problem?: CheckoutProblem
}

const parts = ({ items, discount, freight, total }: Pick<Checkout, 'items' | 'discount' | 'freight' | 'total'>) => ({
  items,
  discount,
  freight,
  total,
})

const toCheckoutLine = ({ id, item, quantity, subtotal, discount }: PricedLine, { available }: Line): CheckoutLine => ({
  id,
  variantId: item.variantId,
  slug: item.slug,
  name: item.name,
  specification: item.specification,
  pictureId: item.pictureId,
  quantity,
  available,
  unitPrice: item.price,
  subtotal,
  discount,
})

function problemsOf(
  view: CartView,
  lines: readonly Line[],
  { isPlaceMissing, way }: { readonly isPlaceMissing: boolean; readonly way: Way | undefined },
): CheckoutProblem[] {
  const gone = view.invalid.filter((line) => line.selected && !line.item)
  return [
    ...[...lines, ...gone].flatMap(lineProblems),
    ...(lines.length + gone.length === 0 ? [{ field: 'cartId', code: 'nothing_selected' as const, details: {} }] : []),
    ...(isPlaceMissing ? [{ field: 'addressId', code: 'address_missing' as const, details: {} }] : []),
    ...(way?.problem ? [way.problem] : []),
  ]
}

function lineProblems({ id, item, problem, priceBefore, available, quantity }: CartLineView): CheckoutProblem[] {
  const about = { field: `lines.${id}`, details: { name: item?.name, available, wanted: quantity } }
  return [
    ...(problem ? [{ ...about, code: problem }] : []),
    ...(priceBefore && item
      ? [
          {
            ...about,
            code: 'price_changed' as const,
            details: { ...about.details, before: priceBefore, now: item.price },
          },
        ]
      : []),
  ]
}
