import { Type } from 'typebox'
import type { Id } from '#kernel/id'
import { money } from '#kernel/money'
import type { OrderId } from '#model/sales/orders'
import {
  type CarrierWhy,
  choiceConditions,
  type Rejection,
  rejections,
  type ServiceType,
  serviceTypes,
} from '#model/supply/shipping'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { Empty, IdOf, IdParams, IdText, MoneyJson, OneOf, type Routes } from '#platform/http'
import { carriersFor } from '#sales/orders'
import { compareCarriers, listCarrierChoices, removeCarrierChoice, saveCarrierChoice } from '#supply/shipping'
import { Names } from '../order-shapes.ts'

const Codes = Type.Array(Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6})$' }), { maxItems: 400 })
const choiceFields = {
  name: Type.String({ minLength: 1, maxLength: 60 }),
  applies: OneOf(choiceConditions),
  upToGrams: Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000 }), Type.Null()]),
  regions: Codes,
  carriers: Type.Array(Type.String({ maxLength: 10 }), { minItems: 1, maxItems: 20 }),
  only: Type.Boolean(),
  priority: Type.Integer({ minimum: 0, maximum: 10_000 }),
}
const ChoiceBody = Type.Object(choiceFields, { additionalProperties: false })
const ChoiceJson = Type.Object({ id: IdText, ...choiceFields })
const OptionJson = Type.Object({
  carrier: Type.String(),
  name: Names,
  quote: Type.Union([
    Type.Object({
      serviceType: OneOf<ServiceType>(serviceTypes),
      fee: MoneyJson,
      fullFee: MoneyJson,
      rule: Type.String(),
      daysMin: Type.Integer(),
      daysMax: Type.Integer(),
    }),
    Type.Null(),
  ]),
  rejected: Type.Union([OneOf<Rejection>(rejections), Type.Null()]),
})
const ComparedJson = Type.Object({
  carrier: Type.Union([Type.String(), Type.Null()]),
  why: Type.Object({
    code: OneOf<CarrierWhy['code']>(['asked', 'choice', 'first_rule']),
    choice: Type.Union([Type.String(), Type.Null()]),
  }),
  options: Type.Array(OptionJson),
})
const CompareBody = Type.Object(
  {
    districtCode: Type.String({ pattern: '^\\d{6}$' }),
    weightGrams: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
    goodsMinor: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    oversize: Type.Optional(Type.Boolean()),
    valuable: Type.Optional(Type.Boolean()),
    perishable: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

const tags = ['shipping']
const read = { needs: { staff: 'outbound.read' }, within: 'nowhere' } as const
const change = { needs: { staff: 'freight.change' } } as const
const versioned = { ...change, versioned: 'shop' } as const

/** How carriers are chosen: the ordered choices, and what they say about a parcel or an order. */
export function carrierChoiceRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/carrier-choices',
    { config: { ...read, versioned: 'shop' }, schema: { tags, response: { 200: Type.Array(ChoiceJson) } } },
    async ({ context }) =>
      (await listCarrierChoices(context)).map((each) => ({
        ...each,
        regions: [...each.regions],
        carriers: [...each.carriers],
      })),
  )
  app.post(
    '/api/v1/admin/carrier-choices',
    {
      config: { ...change, once: true },
      schema: { tags, body: ChoiceBody, response: { 201: Type.Object({ id: IdOf<'CarrierChoice'>() }) } },
    },
    async ({ context, body }, reply) =>
      reply.code(201).send({ id: await transaction(context, (tx) => saveCarrierChoice(tx, body)) }),
  )
  app.put(
    '/api/v1/admin/carrier-choices/:id',
    {
      config: versioned,
      schema: {
        tags,
        params: IdParams,
        body: ChoiceBody,
        response: { 200: Type.Object({ id: IdOf<'CarrierChoice'>() }) },
      },
    },
    async ({ context, params, body }) => ({
      id: await transaction(context, (tx) => saveCarrierChoice(tx, { ...body, id: params.id as Id<'CarrierChoice'> })),
    }),
  )
  app.delete(
    '/api/v1/admin/carrier-choices/:id',
    { config: versioned, schema: { tags, params: IdParams, response: { 200: Empty } } },
    async ({ context, params }) => {
      await transaction(context, (tx) => removeCarrierChoice(tx, params.id as Id<'CarrierChoice'>))
      return {}
    },
  )
  compareRoutes(app)
}

function compareRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/carriers/compare',
    { config: read, schema: { tags, body: CompareBody, response: { 200: ComparedJson } } },
    async ({ context, body }) => {
      const { districtCode, weightGrams, goodsMinor, oversize = false, valuable = false, perishable = false } = body
      const { currency } = await loadShop(context)
      const { quote, why, options } = await compareCarriers(context, {
        districtCode,
        weightGrams,
        goods: money(goodsMinor, currency),
        needs: { oversize, valuable, perishable },
      })
      return { carrier: quote?.carrier ?? null, why, options: [...options] }
    },
  )
  app.get(
    '/api/v1/admin/orders/:id/carriers',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: { tags, params: IdParams, response: { 200: Type.Array(OptionJson) } },
    },
    async ({ context, params }) => [...(await carriersFor(context, params.id as OrderId))],
  )
}
