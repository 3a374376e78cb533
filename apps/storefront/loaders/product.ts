import { returnPolicy } from '#care/after-sales'
import {
  type ProductPage as CatalogPage,
  detailPartsOf,
  offeredBesideEach,
  productNotFound,
  productsBySlug,
} from '#goods/catalog'
import { sellingOfEach } from '#goods/listing'
import { videoOf } from '#goods/media'
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
import type { ProductVideo } from '#model/goods/media'
import type { Liking } from '#model/sales/favourites'
import type { Reduction } from '#model/sales/promotions'
import type { FreightQuote } from '#model/supply/shipping'
import type { Context, Reader } from '#platform/context'
import { atOnce, together } from '#platform/database'
import { readSettings } from '#platform/settings'
import { likingOf, waitsAmong } from '#sales/favourites'
import { orderSettings } from '#sales/orders'
import { reductionsInForce } from '#sales/promotions'
import { availabilityOf } from '#supply/inventory'
import { freightRules } from '#supply/shipping'
import type { Page, PageRequest } from '../page.ts'
import { type CardData, keptAmong, offeredCards } from './cards.ts'
import { type Delivery, type DeliveryPlace, deliveryTo, placeOfVisitor } from './delivery.ts'
import { forEverybody } from './for-everybody.ts'
import { movedProduct, productHeadOf, type SaidHead } from './heads.ts'
import { type Receipt, receiptOf, reductionOf } from './receipt.ts'
import { besideProduct, type RecommendedCard, topOf } from './recommended.ts'
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
  readonly video: ProductVideo | undefined
  readonly variants: readonly ToldVariant[]
  readonly forSale: boolean
  /** Nothing of it is left, so that it is off sale until it comes back. */
  readonly ranOut: boolean
  /** What is sold out and the reader wants to be told of. */
  readonly waits: readonly VariantId[]
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
  /** What sold most of late in its category. */
  readonly top: readonly RecommendedCard[]
  /** Scenes, features, guide, comparison, reviews. */
  readonly parts: readonly DetailPart[]
  readonly reviews: ReviewsPart
  readonly head: SaidHead
  /** Which of the goods beside it the reader keeps. */
  readonly kept: ReadonlySet<ProductId>
  /** What staff say belongs to it, by kind. */
  readonly beside: Readonly<Record<RelatedKind, readonly CardData[]>>
}

export const productPage: Page<ProductPage> = {
  path: '/products/:slug',
  shows: 'product',
  needs: 'anyone',
  shared: true,
  timeless: true,
  leadsToCart: true,
  async load(request) {
    const { ctx, params } = request
    const shown = await shownAt(ctx, params.slug ?? '')
    if (!shown) return movedProduct(request, () => productNotFound({ product: params.slug ?? '' }))
    const { page, selling } = shown
    const { id } = page.product
    const [sale, liking, alsoBought, top, beside, reviews, head, { video }] = await Promise.all([
      saleTo(request, shown),
      likingOf(ctx, id),
      besideProduct(ctx, id, 8),
      topOf(ctx, page.product.categoryId ?? undefined),
      besideOf(ctx, shown.beside),
      reviewsPart(ctx, id),
      productHeadOf(ctx, page.product),
      filmOf(ctx, id),
    ])
    return {
      ...page,
      ...sale,
      pictures: page.product.pictures.filter((picture) => !picture.waits),
      video,
      forSale: page.product.status === 'on_sale' && sale.variants.length > 0,
      ranOut: hasRunOut(page) && sale.variants.length > 0,
      waits: [...(await waitsAmong(ctx, soldOut(sale.variants)))],
      chosen: choose(sale.variants, request.query.get('v')),
      wanted: wantedOptions(request),
      offers: selling.joinsReductions ? shown.reductions : [],
      makeDays: selling.makeDays,
      parts: shown.parts,
      liking,
      alsoBought,
      top,
      beside,
      kept: await keptAmong(ctx, alsoBought, ...Object.values(beside)),
      reviews,
      head,
    }
  },
  // What staff took off sale is gone; what has only run out comes back.
  statusOf: ({ product }) => (product.delistedBecause === 'by_hand' ? 410 : 200),
}

/** Delisted because nothing was left: what came in since is sold again when staff say so. */
const hasRunOut = ({ product }: CatalogPage): boolean =>
  product.status === 'delisted' && product.delistedBecause === 'out_of_stock'

const soldOut = (variants: readonly SoldVariant[]): VariantId[] =>
  variants.filter(({ available }) => available < 1).map(({ id }) => id)

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
  const sold = [...pages.values()].flatMap(soldOf).map(({ id }) => id)
  const [available, selling, beside, parts] = await atOnce(reader, (one) => [
    availabilityOf(one, sold),
    sellingOfEach(one, ids),
    offeredBesideEach(one, ids, { limit: 12 }),
    detailPartsOf(one, ids),
  ])
  const [reductions, freight] = await Promise.all([reductionsInForce(reader), freightRules(reader)])
  const freeFrom = freight.find((rule) => rule.freeFrom)?.freeFrom
  const shownOf = (page: CatalogPage, id: ProductId): Shown => ({
    page,
    selling: selling.get(id)!,
    variants: soldOf(page).map((variant) => ({
      ...variant,
      available: hasRunOut(page) ? 0 : (available.get(variant.id) ?? 0),
    })),
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

/** How this visitor would get it: by the shop's settings, which are remembered, and the place it goes to. */
async function saleTo(
  request: PageRequest,
  shown: Shown,
): Promise<Pick<ProductPage, 'variants' | 'place' | 'dispatchHours' | 'returnDays' | 'freightInsured'>> {
  const { dispatchWithin, returnWindow } = await readSettings(request.ctx, orderSettings)
  const { freightInsured } = await returnPolicy(request.ctx)
  const dispatchHours = dispatchWithin + (shown.selling.makeDays ?? 0) * 24
  const place = await placeOfVisitor(request)
  const variants = await tell(request, place, { ...shown, dispatchHours })
  return { variants, place, dispatchHours, returnDays: returnWindow, freightInsured }
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

/** A film may be some seconds old. */
const filmOf = forEverybody(
  async (ctx, productId: ProductId): Promise<{ readonly video?: ProductVideo }> => ({
    video: await videoOf(ctx, productId),
  }),
)
