import { type ProductPage as CatalogPage, detailPartsOf, offeredBeside, productBySlug } from '#goods/catalog'
import { sellingOf } from '#goods/listing'
import { searchProducts } from '#goods/search'
import { isRefusal } from '#kernel/refusal'
import type {
  CategoryId,
  DetailPart,
  ProductPicture,
  RelatedKind,
  Selling,
  Variant,
  VariantId,
} from '#model/goods/catalog'
import { type Reduction, stateOf } from '#model/sales/promotions'
import type { FreightQuote } from '#model/supply/shipping'
import type { Context } from '#platform/context'
import { readSettings } from '#platform/settings'
import { addressesOf } from '#sales/customers'
import { orderSettings } from '#sales/orders'
import { listReductions } from '#sales/promotions'
import { availabilityOf } from '#supply/inventory'
import { carriersOfGoods, listFreightRules, notReachable, quoteFreight } from '#supply/shipping'
import type { Page, PageRequest } from '../page.ts'
import { type CardData, cardsOf, offeredCards } from './cards.ts'

export interface SoldVariant extends Variant {
  readonly available: number
}

export interface ProductPage extends CatalogPage {
  readonly pictures: readonly ProductPicture[]
  readonly variants: readonly SoldVariant[]
  readonly forSale: boolean
  /** The variant that the address names, or the one a buyer most likely wants. */
  readonly chosen: SoldVariant | undefined
  /** Option values of the address, where a form was sent without a variant that has them all. */
  readonly wanted: readonly (string | null)[]
  readonly offers: readonly Reduction[]
  readonly delivery: Delivery
  readonly dispatchHours: number
  /** Made to order: the days that takes; null for goods from the shelf. */
  readonly makeDays: number | null
  readonly returnDays: number
  readonly similar: readonly CardData[]
  /** Scenes, features, guide, comparison, reviews. */
  readonly parts: readonly DetailPart[]
  /** What staff say belongs to it, by kind. */
  readonly beside: Readonly<Record<RelatedKind, readonly CardData[]>>
}

/** What sending this costs: to the visitor's own address where there is one, else in general. */
export interface Delivery {
  readonly place?: string
  readonly quote?: FreightQuote
  readonly freeFrom?: FreightQuote['freeFrom']
  readonly arrivesFrom?: Temporal.Instant
  readonly arrivesTo?: Temporal.Instant
}

export const productPage: Page<ProductPage> = {
  path: '/products/:slug',
  shows: 'product',
  needs: 'anyone',
  shared: true,
  leadsToCart: true,
  async load(request) {
    const { ctx, params } = request
    const page = await productBySlug(ctx, params.slug ?? '')
    const variants = await soldVariants(ctx, page)
    const chosen = choose(variants, request.query.get('v'))
    const { dispatchWithin, returnWindow } = await readSettings(ctx, orderSettings)
    const selling = await sellingOf(ctx, page.product.id)
    const dispatchHours = dispatchWithin + (selling.makeDays ?? 0) * 24
    return {
      ...page,
      pictures: page.product.pictures.filter((picture) => !picture.waits),
      variants,
      forSale: page.product.status === 'on_sale' && variants.length > 0,
      chosen,
      wanted: wantedOptions(request),
      offers: selling.joinsReductions ? await reductionsInForce(ctx) : [],
      delivery: await deliveryOf(ctx, chosen, { selling, dispatchHours }),
      dispatchHours,
      makeDays: selling.makeDays,
      returnDays: returnWindow,
      similar: await similarTo(ctx, page),
      beside: await besideOf(ctx, page),
      parts: (await detailPartsOf(ctx, [page.product.id])).get(page.product.id) ?? [],
    }
  },
}

const reductionsInForce = async (ctx: Context): Promise<Reduction[]> =>
  (await listReductions(ctx)).rows.filter((each) => stateOf(each, ctx.now) === 'in_force')

async function soldVariants(ctx: Context, { product }: CatalogPage): Promise<SoldVariant[]> {
  const sold = product.variants.filter(({ status, price }) => status === 'active' && price && price.list.minor > 0)
  const available = await availabilityOf(
    ctx,
    sold.map(({ id }) => id),
  )
  return sold.map((variant) => ({ ...variant, available: available.get(variant.id) ?? 0 }))
}

const choose = (variants: readonly SoldVariant[], named: string | null): SoldVariant | undefined =>
  variants.find(({ id }) => id === named) ?? variants.find(({ available }) => available > 0) ?? variants[0]

const wantedOptions = ({ form, query }: PageRequest): (string | null)[] =>
  [0, 1, 2].map((index) => (form?.values ?? query).get(`o${index}`))

/** The variant with exactly these option values, as a form sends them in the page's language. */
export function variantWith(page: CatalogPage, ctx: Context, values: URLSearchParams): VariantId | undefined {
  const sold = page.product.variants.filter(({ status }) => status === 'active')
  const suits = ({ optionValues }: Variant) =>
    (optionValues[ctx.locale].length ? optionValues[ctx.locale] : optionValues.zh).every(
      (value, index) => values.get(`o${index}`) === value,
    )
  return sold.find(suits)?.id
}

async function deliveryOf(
  ctx: Context,
  variant: SoldVariant | undefined,
  { selling, dispatchHours }: { readonly selling: Selling; readonly dispatchHours: number },
): Promise<Delivery> {
  const [address] = ctx.actor.kind === 'shopper' ? await addressesOf(ctx) : []
  if (!address || !variant?.price)
    return { freeFrom: (await listFreightRules(ctx)).find(({ freeFrom }) => freeFrom)?.freeFrom }
  const place = address.region.city || address.region.province
  try {
    const { districtCode } = address.recipient
    const quote = await quoteFreight(ctx, {
      districtCode,
      weightGrams: variant.weightGrams,
      goods: variant.price.list,
      allowed: carriersOfGoods([{ ...variant, selling }]),
    })
    const leaves = ctx.now.add({ hours: dispatchHours })
    return {
      place,
      quote,
      arrivesFrom: ctx.now.add({ hours: (quote.daysMin + (selling.makeDays ?? 0)) * 24 }),
      arrivesTo: leaves.add({ hours: quote.daysMax * 24 }),
    }
  } catch (error) {
    if (isRefusal(error, notReachable)) return { place }
    throw error
  }
}

async function besideOf(ctx: Context, { product }: CatalogPage): Promise<ProductPage['beside']> {
  const offered = await offeredBeside(ctx, [product.id], { limit: 12 })
  const cards = await offeredCards(ctx, offered)
  const of = (kind: RelatedKind) =>
    cards.filter((card) => offered.some((each) => each.kind === kind && each.productId === card.productId))
  return { accessory: of('accessory'), upsell: of('upsell'), related: of('related') }
}

async function similarTo(ctx: Context, { product }: CatalogPage): Promise<CardData[]> {
  if (!product.categoryId) return []
  const { hits } = await searchProducts(ctx, {
    categoryId: product.categoryId as CategoryId,
    sort: 'sales',
    inStock: true,
    size: 5,
  })
  return cardsOf(ctx, hits.filter(({ productId }) => productId !== product.id).slice(0, 4))
}
