import { returnPolicy } from '#care/after-sales'
import {
  type ProductPage as CatalogPage,
  detailPartsOf,
  offeredBesideEach,
  productNotFound,
  productsBySlug,
} from '#goods/catalog'
import { sellingOfEach } from '#goods/listing'
import { subtract } from '#kernel/money'
import type {
  DetailPart,
  ProductId,
  ProductPicture,
  Related,
  RelatedKind,
  Selling,
  Variant,
  VariantId,
} from '#model/goods/catalog'
import type { Liking } from '#model/sales/favourites'
import type { Reduction } from '#model/sales/promotions'
import type { FreightQuote } from '#model/supply/shipping'
import type { Context, Reader } from '#platform/context'
import { together } from '#platform/database'
import { readSettings } from '#platform/settings'
import { likingOf } from '#sales/favourites'
import { orderSettings } from '#sales/orders'
import { reductionsInForce } from '#sales/promotions'
import { availabilityOf } from '#supply/inventory'
import { freightRules } from '#supply/shipping'
import type { Page, PageRequest } from '../page.ts'
import { type CardData, offeredCards } from './cards.ts'
import { type Delivery, type DeliveryPlace, deliveryTo, placeOfVisitor } from './delivery.ts'
import { movedProduct, productHeadOf, type SaidHead } from './heads.ts'
import { type Receipt, receiptOf, reductionOf } from './receipt.ts'
import { besideProduct, type RecommendedCard } from './recommended.ts'
import { type ReviewsPart, reviewsPart } from './reviews.ts'

export interface SoldVariant extends Variant {
  readonly available: number
}

/** A variant as this visitor would get it. */
export interface ToldVariant extends SoldVariant {
  readonly delivery: Delivery
  readonly receipt: Receipt
}

export interface ProductPage extends CatalogPage {
  readonly pictures: readonly ProductPicture[]
  readonly variants: readonly ToldVariant[]
  readonly forSale: boolean
  /** The variant that the address names, or the one a buyer most likely wants. */
  readonly chosen: ToldVariant | undefined
  /** Option values of the address, where a form was sent without a variant that has them all. */
  readonly wanted: readonly (string | null)[]
  readonly offers: readonly Reduction[]
  /** Where the visitor wants it sent, where that is known. */
  readonly place: DeliveryPlace | undefined
  readonly dispatchHours: number
  /** Made to order: the days that takes; null for goods from the shelf. */
  readonly makeDays: number | null
  readonly returnDays: number
  /** The shop's insurance pays the way back of a return. */
  readonly freightInsured: boolean
  /** How many keep it, and whether the reader does. */
  readonly liking: Liking
  /** What its buyers bought too. */
  readonly alsoBought: readonly RecommendedCard[]
  /** Scenes, features, guide, comparison, reviews. */
  readonly parts: readonly DetailPart[]
  readonly reviews: ReviewsPart
  readonly head: SaidHead
  /** What staff say belongs to it, by kind. */
  readonly beside: Readonly<Record<RelatedKind, readonly CardData[]>>
}

export const productPage: Page<ProductPage> = {
  path: '/products/:slug',
  shows: 'product',
  needs: 'anyone',
  shared: true,
  leadsToCart: true,
  async load(request) {
    const { ctx, params } = request
    const shown = await shownAt(ctx, params.slug ?? '')
    if (!shown) return movedProduct(request, () => productNotFound({ product: params.slug ?? '' }))
    const { page, selling } = shown
    const { dispatchWithin, returnWindow } = await readSettings(ctx, orderSettings)
    const dispatchHours = dispatchWithin + (selling.makeDays ?? 0) * 24
    const place = await placeOfVisitor(request)
    const variants = await tell(request, place, { ...shown, dispatchHours })
    return {
      ...page,
      pictures: page.product.pictures.filter((picture) => !picture.waits),
      variants,
      forSale: page.product.status === 'on_sale' && variants.length > 0,
      chosen: choose(variants, request.query.get('v')),
      wanted: wantedOptions(request),
      offers: selling.joinsReductions ? shown.reductions : [],
      place,
      dispatchHours,
      makeDays: selling.makeDays,
      returnDays: returnWindow,
      freightInsured: (await returnPolicy(ctx)).freightInsured,
      liking: await likingOf(ctx, page.product.id),
      alsoBought: await besideProduct(ctx, page.product.id, 8),
      beside: await besideOf(ctx, shown.beside),
      parts: shown.parts,
      reviews: await reviewsPart(ctx, page.product.id),
      head: await productHeadOf(ctx, page.product),
    }
  },
  // What staff took off sale is gone; what has only run out comes back.
  statusOf: ({ product }) => (product.delistedBecause === 'by_hand' ? 410 : 200),
}

/** What a product's page shows whoever looks. */
interface Shown {
  readonly page: CatalogPage
  readonly selling: Selling
  readonly variants: readonly SoldVariant[]
  readonly beside: readonly Related[]
  readonly parts: readonly DetailPart[]
  readonly reductions: readonly Reduction[]
  readonly freeFrom: FreightQuote['freeFrom'] | undefined
}

/** Pages that are wanted at the same moment ask together, each kind of thing in one statement for all of them. */
const shownAt = together<string, Shown | undefined>(async (reader, slugs) => {
  const pages = await productsBySlug(reader, [...new Set(slugs)])
  const ids = [...pages.values()].map(({ product }) => product.id)
  const available = await availabilityOf(
    reader,
    [...pages.values()].flatMap(soldOf).map(({ id }) => id),
  )
  const selling = await sellingOfEach(reader, ids)
  const beside = await offeredBesideEach(reader, ids, { limit: 12 })
  const parts = await detailPartsOf(reader, ids)
  const reductions = await reductionsInForce(reader)
  const freight = await freightRules(reader)
  const freeFrom = freight.find((rule) => rule.freeFrom)?.freeFrom
  const shownOf = (page: CatalogPage, id: ProductId): Shown => ({
    page,
    selling: selling.get(id)!,
    variants: soldOf(page).map((variant) => ({ ...variant, available: available.get(variant.id) ?? 0 })),
    beside: beside.get(id) ?? [],
    parts: parts.get(id) ?? [],
    reductions,
    freeFrom,
  })
  return slugs.map((slug) => {
    const page = pages.get(slug)
    return page && shownOf(page, page.product.id)
  })
})

/** The variants a shopper can choose. */
const soldOf = ({ product }: CatalogPage): Variant[] =>
  product.variants.filter(({ status, price }) => status === 'active' && price && price.list.minor > 0)

const choose = (variants: readonly ToldVariant[], named: string | null): ToldVariant | undefined =>
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

/** Each variant with the way to the visitor and the receipt of its price. What decides freight is remembered, so that no variant asks the database. */
function tell(
  request: PageRequest,
  place: DeliveryPlace | undefined,
  { variants, selling, reductions, freeFrom, dispatchHours }: Shown & { readonly dispatchHours: number },
): Promise<ToldVariant[]> {
  const offers = selling.joinsReductions ? reductions : []
  return Promise.all(
    variants.map(async (variant) => {
      const price = variant.price!.list
      const off = reductionOf(price, offers)?.off
      const goods = off ? subtract(price, off) : price
      const sent = { variant: { ...variant, price }, selling, goods, dispatchHours, freeFrom }
      const delivery = await deliveryTo(request.ctx, place, sent)
      return { ...variant, delivery, receipt: receiptOf(variant.price!, offers, delivery) }
    }),
  )
}

async function besideOf(ctx: Reader, offered: readonly Related[]): Promise<ProductPage['beside']> {
  const cards = offered.length > 0 ? await offeredCards(ctx, offered) : []
  const of = (kind: RelatedKind) =>
    cards.filter((card) => offered.some((each) => each.kind === kind && each.productId === card.productId))
  return { accessory: of('accessory'), upsell: of('upsell'), related: of('related') }
}
