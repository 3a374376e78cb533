import { Type } from 'typebox'
import { productBySlug } from '#goods/catalog'
import type { VariantId } from '#model/goods/catalog'
import { IdText, Instant, MoneyJson, PageOf, PageQuery, type Routes } from '#platform/http'
import {
  dropFavourite,
  followingOf,
  followShop,
  keepFavourite,
  likingOf,
  ownFavourites,
  ownFollows,
  ownStockWaits,
  stopWaiting,
  unfollowShop,
  waitForStock,
} from '#sales/favourites'
import { NameJson } from '../goods-shapes.ts'

const ShopJson = Type.Object({ id: IdText, code: Type.String(), name: Type.String(), nameEn: Type.String() })
const FavouriteJson = Type.Object({
  productId: IdText,
  shop: ShopJson,
  slug: Type.String(),
  name: NameJson,
  pictureId: Type.Union([IdText, Type.Null()]),
  keptAt: Instant,
  priceThen: MoneyJson,
  price: Type.Union([MoneyJson, Type.Null()]),
  cheaperBy: Type.Union([MoneyJson, Type.Null()]),
  inStock: Type.Boolean(),
})
const LikingJson = Type.Object({
  count: Type.Integer({ description: 'At most 1,001: more than 1,000 reads “1,000+”.' }),
  mine: Type.Boolean(),
})
const SlugParams = Type.Object({ slug: Type.String({ maxLength: 300 }) })
const ListQuery = Type.Object(PageQuery, { additionalProperties: false })

const tags = ['account']
const shopper = { needs: 'shopper' } as const

/** The signed-in shopper's favourites and the shops they follow. Every call says the same when it is repeated. */
export function favouriteRoutes(app: Routes): void {
  productRoutes(app)
  shopRoutes(app)
  stockWaitRoutes(app)
}

function productRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/favourites',
    { config: shopper, schema: { tags, querystring: ListQuery, response: { 200: PageOf(FavouriteJson) } } },
    ({ context, query }) => ownFavourites(context, query),
  )
  app.put(
    '/api/v1/store/products/:slug/favourite',
    { config: shopper, schema: { tags, params: SlugParams, response: { 200: LikingJson } } },
    async ({ context, params }) => {
      const { product } = await productBySlug(context, params.slug)
      await keepFavourite(context, product.id)
      return likingOf(context, product.id)
    },
  )
  app.delete(
    '/api/v1/store/products/:slug/favourite',
    { config: shopper, schema: { tags, params: SlugParams, response: { 200: LikingJson } } },
    async ({ context, params }) => {
      const { product } = await productBySlug(context, params.slug)
      await dropFavourite(context, product.id)
      return likingOf(context, product.id)
    },
  )
}

function shopRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/follows',
    {
      config: shopper,
      schema: { tags, response: { 200: Type.Array(Type.Object({ shop: ShopJson, followedAt: Instant })) } },
    },
    ({ context }) => ownFollows(context),
  )
  app.put(
    '/api/v1/store/follow',
    { config: shopper, schema: { tags, response: { 200: LikingJson } } },
    async ({ context }) => {
      await followShop(context)
      return followingOf(context)
    },
  )
  app.delete(
    '/api/v1/store/follow',
    { config: shopper, schema: { tags, response: { 200: LikingJson } } },
    async ({ context }) => {
      await unfollowShop(context)
      return followingOf(context)
    },
  )
}

const StockWaitJson = Type.Object({
  variantId: IdText,
  shop: ShopJson,
  slug: Type.String(),
  name: NameJson,
  specification: NameJson,
  pictureId: Type.Union([IdText, Type.Null()]),
  askedAt: Instant,
  until: Instant,
})
const WaitBody = Type.Object(
  {
    variantId: IdText,
    waits: Type.Boolean({ description: 'Whether the shopper wants to be told once it can be bought again.' }),
  },
  { additionalProperties: false },
)

function stockWaitRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/stock-waits',
    { config: shopper, schema: { tags, response: { 200: Type.Array(StockWaitJson) } } },
    ({ context }) => ownStockWaits(context),
  )
  app.put(
    '/api/v1/store/stock-waits',
    { config: shopper, schema: { tags, body: WaitBody, response: { 204: Type.Null() } } },
    async ({ context, body }, reply) => {
      await (body.waits ? waitForStock : stopWaiting)(context, body.variantId as VariantId)
      return reply.code(204).send(null)
    },
  )
}
