import { Type } from 'typebox'
import type { VariantId } from '#model/goods/catalog'
import type { CartId, CartLineId } from '#model/sales/carts'
import { IdParams, IdText, MoneyJson, type Routes } from '#platform/http'
import {
  addToCart,
  buyNow,
  cartsByShop,
  cartView,
  changeLine,
  clearInvalid,
  countPieces,
  removeLine,
  selectLines,
} from '#sales/carts'
import { withGuest } from '../../cookies.ts'

const Names = Type.Object({ zh: Type.String(), en: Type.String() })
const Pieces = Type.Integer({ minimum: 1, maximum: 9_999 })
const Problem = Type.Union([Type.Literal('delisted'), Type.Literal('sold_out'), Type.Literal('fewer_left')])
const ItemJson = Type.Object({
  sku: Type.String(),
  slug: Type.String(),
  name: Names,
  specification: Names,
  pictureId: Type.Union([IdText, Type.Null()]),
  price: MoneyJson,
  was: Type.Union([MoneyJson, Type.Null()]),
})
const LineJson = Type.Object({
  id: IdText,
  variantId: IdText,
  productId: IdText,
  quantity: Pieces,
  selected: Type.Boolean(),
  item: Type.Optional(ItemJson),
  available: Type.Integer({ description: 'A hint: stock is set aside when the order is placed.' }),
  problem: Type.Optional(Problem),
  priceBefore: Type.Optional(MoneyJson),
  subtotal: MoneyJson,
})
const CartJson = Type.Object({
  id: Type.Optional(IdText),
  purpose: Type.Union([Type.Literal('cart'), Type.Literal('buy_now')]),
  version: Type.Integer(),
  lines: Type.Array(LineJson),
  invalid: Type.Array(LineJson),
  pieces: Type.Integer(),
  selected: Type.Object({
    pieces: Type.Integer(),
    goods: MoneyJson,
    reduction: Type.Optional(Type.Object({ name: Names, off: MoneyJson })),
    next: Type.Optional(Type.Object({ name: Names, off: MoneyJson, missing: MoneyJson })),
    total: MoneyJson,
  }),
})
const ShopCartJson = Type.Object({
  shop: Type.Object({ id: IdText, code: Type.String(), name: Type.String(), nameEn: Type.String() }),
  cart: CartJson,
})
const AddBody = Type.Object({ variantId: IdText, quantity: Pieces }, { additionalProperties: false })
const ChangeBody = Type.Object(
  { quantity: Type.Optional(Pieces), selected: Type.Optional(Type.Boolean()) },
  { additionalProperties: false, minProperties: 1 },
)
const SelectBody = Type.Object(
  { lineIds: Type.Optional(Type.Array(IdText, { maxItems: 500 })), selected: Type.Boolean() },
  { additionalProperties: false },
)

const tags = ['cart']
const anyone = { needs: 'anyone' } as const
const creating = { needs: 'anyone', once: true, lane: 'cart' } as const

/** The cart of a guest or a shopper. Every change answers with the whole cart as it is now. */
export function cartRoutes(app: Routes): void {
  readRoutes(app)
  lineRoutes(app)
}

function readRoutes(app: Routes): void {
  app.get('/api/v1/store/cart', { config: anyone, schema: { tags, response: { 200: CartJson } } }, (request) =>
    cartView(request.context),
  )
  app.get(
    '/api/v1/store/cart/count',
    { config: anyone, schema: { tags, response: { 200: Type.Object({ pieces: Type.Integer() }) } } },
    async (request) => ({
      pieces: await countPieces(request.context),
    }),
  )
  app.get(
    '/api/v1/store/carts',
    { config: anyone, schema: { tags, response: { 200: Type.Array(ShopCartJson) } } },
    (request) => cartsByShop(request.context),
  )
  app.get(
    '/api/v1/store/carts/:id',
    { config: anyone, schema: { tags, params: IdParams, response: { 200: CartJson } } },
    (request) => cartView(request.context, request.params.id as CartId),
  )
}

function lineRoutes(app: Routes): void {
  app.post(
    '/api/v1/store/cart/lines',
    { config: creating, schema: { tags, body: AddBody, response: { 201: CartJson } } },
    async (request, reply) => {
      const ctx = withGuest(request, reply)
      const { variantId, quantity } = request.body
      await addToCart(ctx, { variantId: variantId as VariantId, quantity })
      return reply.code(201).send(await cartView(ctx))
    },
  )
  app.post(
    '/api/v1/store/cart/buy-now',
    { config: creating, schema: { tags, body: AddBody, response: { 201: CartJson } } },
    async (request, reply) => {
      const ctx = withGuest(request, reply)
      const { variantId, quantity } = request.body
      const cartId = await buyNow(ctx, { variantId: variantId as VariantId, quantity })
      return reply.code(201).send(await cartView(ctx, cartId))
    },
  )
  app.patch(
    '/api/v1/store/cart/lines/:id',
    { config: anyone, schema: { tags, params: IdParams, body: ChangeBody, response: { 200: CartJson } } },
    async (request) => {
      await changeLine(request.context, { lineId: request.params.id as CartLineId, ...request.body })
      return cartView(request.context)
    },
  )
  app.delete(
    '/api/v1/store/cart/lines/:id',
    { config: anyone, schema: { tags, params: IdParams, response: { 200: CartJson } } },
    async (request) => {
      await removeLine(request.context, request.params.id as CartLineId)
      return cartView(request.context)
    },
  )
  app.put(
    '/api/v1/store/cart/selection',
    { config: anyone, schema: { tags, body: SelectBody, response: { 200: CartJson } } },
    async (request) => {
      const { lineIds, selected } = request.body
      await selectLines(request.context, { lineIds: lineIds as CartLineId[] | undefined, selected })
      return cartView(request.context)
    },
  )
  app.delete(
    '/api/v1/store/cart/invalid',
    { config: anyone, schema: { tags, response: { 200: CartJson } } },
    async (request) => {
      await clearInvalid(request.context)
      return cartView(request.context)
    },
  )
}
