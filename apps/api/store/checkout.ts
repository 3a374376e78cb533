import { Type } from 'typebox'
import { IdOf, IdText, Instant, MoneyJson, type Routes } from '#platform/http'
import { placeOrder, placeTogether, quoteCheckout, quoteTogether } from '#sales/orders'
import { AmountsJson, InvoiceWishJson, Names, OrderJson, RecipientJson } from '../order-shapes.ts'

const CarrierCode = Type.String({ minLength: 1, maxLength: 20, description: 'One of the `ways` of the checkout' })
const CheckoutQuery = Type.Object(
  {
    cartId: Type.Optional(IdOf<'Cart'>()),
    addressId: Type.Optional(IdOf<'Address'>()),
    carrier: Type.Optional(CarrierCode),
  },
  { additionalProperties: false },
)
const Day = Type.Unsafe<Temporal.PlainDate | string>({ type: 'string', format: 'date' })
const CheckoutJson = Type.Object({
  cartId: Type.Optional(IdText),
  ...AmountsJson,
  lines: Type.Array(
    Type.Object({
      id: IdText,
      variantId: IdText,
      slug: Type.String(),
      name: Names,
      specification: Names,
      pictureId: Type.Union([IdText, Type.Null()]),
      quantity: Type.Integer(),
      available: Type.Integer(),
      unitPrice: MoneyJson,
      subtotal: MoneyJson,
      discount: MoneyJson,
    }),
  ),
  reduction: Type.Union([Type.Object({ name: Names, off: MoneyJson }), Type.Null()]),
  freightQuote: Type.Union([
    Type.Object({
      carrier: Type.String(),
      carrierName: Names,
      fullFee: MoneyJson,
      freeFrom: Type.Union([MoneyJson, Type.Null()]),
    }),
    Type.Null(),
  ]),
  ways: Type.Array(
    Type.Object({
      carrier: Type.String(),
      carrierName: Names,
      fee: MoneyJson,
      daysMin: Type.Integer(),
      daysMax: Type.Integer(),
    }),
  ),
  reach: Type.Union([Type.Literal('address'), Type.Literal('account'), Type.Literal('phone')], {
    description:
      'What the order needs: an address; nothing, as it sends no parcel; or a `phone`, as its buyer has none',
  }),
  recipient: Type.Union([RecipientJson, Type.Null()]),
  addressId: Type.Union([IdText, Type.Null()]),
  promised: Type.Union([
    Type.Object({ dispatchHours: Type.Integer(), dispatchBy: Instant, arrivesFrom: Day, arrivesTo: Day }),
    Type.Null(),
  ]),
  payWithinMinutes: Type.Integer(),
  problems: Type.Array(
    Type.Object({ field: Type.String(), code: Type.String(), details: Type.Record(Type.String(), Type.Unknown()) }),
  ),
})
const AddressChosen = IdOf<'Address'>()
const Phone = Type.String({ minLength: 5, maxLength: 24, description: 'Of an order that sends no parcel' })
const PlaceBody = Type.Object(
  {
    cartId: IdOf<'Cart'>(),
    addressId: Type.Optional(AddressChosen),
    phone: Type.Optional(Phone),
    expectedTotal: MoneyJson,
    carrier: Type.Optional(CarrierCode),
    memo: Type.Optional(Type.String({ maxLength: 200 })),
    invoiceWish: Type.Optional(InvoiceWishJson),
  },
  { additionalProperties: false },
)

const TogetherQuery = Type.Object(
  {
    addressId: Type.Optional(IdOf<'Address'>()),
    carriers: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}:[\\w-]{1,20}$' }), {
        maxItems: 20,
        description:
          'The carrier wanted in a shop, one entry each: the id of the shop, a colon, one of the `ways` of its checkout',
      }),
    ),
  },
  { additionalProperties: false },
)
const ShopPart = Type.Object({ id: IdText, code: Type.String(), name: Type.String(), nameEn: Type.String() })
const PlaceTogetherBody = Type.Object(
  {
    addressId: Type.Optional(AddressChosen),
    phone: Type.Optional(Phone),
    parts: Type.Array(
      Type.Object(
        {
          shopId: IdOf<'Shop'>(),
          cartId: IdOf<'Cart'>(),
          expectedTotal: MoneyJson,
          carrier: Type.Optional(CarrierCode),
          memo: Type.Optional(Type.String({ maxLength: 200 })),
          invoiceWish: Type.Optional(InvoiceWishJson),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 20 },
    ),
  },
  { additionalProperties: false },
)

const tags = ['checkout']

/** From the cart to an order: what it would cost and when it would arrive, and placing it. */
export function checkoutRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/checkout',
    {
      config: { needs: 'shopper', lane: 'checkout', inLine: true },
      schema: { tags, querystring: CheckoutQuery, response: { 200: CheckoutJson } },
    },
    ({ context, query }) => quoteCheckout(context, query),
  )
  app.post(
    '/api/v1/store/orders',
    {
      config: { needs: 'shopper', once: true, lane: 'checkout', inLine: true },
      schema: { tags, body: PlaceBody, response: { 201: OrderJson } },
    },
    async ({ context, body }, reply) => reply.code(201).send(await placeOrder(context, body)),
  )
  togetherRoutes(app)
}

/** The same over the carts of several shops: an order in each, all or none, paid by one payment. */
function togetherRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/checkout/together',
    {
      config: { needs: 'shopper', lane: 'checkout', inLine: true },
      schema: {
        tags,
        querystring: TogetherQuery,
        response: { 200: Type.Array(Type.Object({ shop: ShopPart, checkout: CheckoutJson })) },
      },
    },
    ({ context, query: { addressId, carriers = [] } }) =>
      quoteTogether(context, {
        addressId,
        carriers: new Map(carriers.map((each) => each.split(':') as [string, string])),
      }),
  )
  app.post(
    '/api/v1/store/orders/together',
    {
      config: { needs: 'shopper', once: true, lane: 'checkout', inLine: true },
      schema: { tags, body: PlaceTogetherBody, response: { 201: Type.Array(OrderJson) } },
    },
    async ({ context, body }, reply) => reply.code(201).send(await placeTogether(context, body)),
  )
}
