import { Type } from 'typebox'
import type { Id } from '#kernel/id'
import { statusesOf } from '#kernel/steps'
import { type ParcelId, parcelSteps, serviceTypes } from '#model/supply/shipping'
import { transaction } from '#platform/database'
import { Empty, IdParams, IdText, Instant, MoneyJson, OneOf, type Routes } from '#platform/http'
import {
  listCarriers,
  listFreightRules,
  loadParcel,
  parcelsOf,
  removeFreightRule,
  saveCarrier,
  saveFreightRule,
  trackingOf,
} from '#supply/shipping'
import { itsParcel } from '../within.ts'

const Names = Type.Object(
  { zh: Type.String({ minLength: 1, maxLength: 60 }), en: Type.String({ minLength: 1, maxLength: 60 }) },
  { additionalProperties: false },
)
const CarrierJson = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Z0-9]{2,10}$' }),
    name: Names,
    phone: Type.String({ maxLength: 30 }),
    inquiryUrl: Type.String({ maxLength: 300 }),
    service: Type.String({ maxLength: 40 }),
    serviceType: Type.Optional(OneOf(serviceTypes)),
    insures: Type.Optional(Type.Boolean()),
    maxGrams: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 100_000_000 }), Type.Null()])),
    cutoff: Type.Optional(Type.Union([Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }), Type.Null()])),
    collectsCash: Type.Optional(Type.Boolean({ description: 'Whether its couriers take cash at the door.' })),
    cashRegions: Type.Optional(Type.Array(Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6})$' }), { maxItems: 400 })),
    enabled: Type.Boolean(),
    daysMin: Type.Integer({ minimum: 0, maximum: 60 }),
    daysMax: Type.Integer({ minimum: 0, maximum: 60 }),
  },
  { additionalProperties: false },
)
const CarrierRowJson = Type.Required(CarrierJson)
const FeeFrom = (minimum: 0 | 1) =>
  Type.Object(
    { minor: Type.Integer({ minimum, maximum: 10_000_000 }), currency: Type.String({ minLength: 3, maxLength: 3 }) },
    { additionalProperties: false },
  )
const Fee = FeeFrom(0)
const Regions = Type.Array(Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6}|[A-Z]{2}(-[A-Za-z0-9]{1,20})?)$' }), {
  maxItems: 400,
  description: 'Provinces, cities and districts by their digits; abroad countries and their areas: US, US-HI.',
})
const ruleFields = {
  carrier: Type.String({ maxLength: 10 }),
  name: Type.String({ minLength: 1, maxLength: 60 }),
  provinces: Regions,
  excluded: Type.Optional(Regions),
  surcharge: Type.Optional(Fee),
  reachable: Type.Boolean(),
  firstGrams: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  firstFee: Fee,
  stepGrams: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  stepFee: Fee,
  freeFrom: Type.Union([FeeFrom(1), Type.Null()]),
  priority: Type.Integer({ minimum: 0, maximum: 10_000 }),
}
const RuleBody = Type.Object(ruleFields, { additionalProperties: false })
const RuleJson = Type.Object({
  id: IdText,
  ...ruleFields,
  excluded: Regions,
  firstFee: MoneyJson,
  stepFee: MoneyJson,
  surcharge: MoneyJson,
})
const ParcelJson = Type.Object({
  id: IdText,
  number: Type.String(),
  carrier: Type.String(),
  waybillNumber: Type.Union([Type.String(), Type.Null()]),
  weightGrams: Type.Union([Type.Integer(), Type.Null()]),
  status: OneOf(statusesOf(parcelSteps)),
  handedOverAt: Type.Union([Instant, Type.Null()]),
  signedAt: Type.Union([Instant, Type.Null()]),
  stalledAt: Type.Union([Instant, Type.Null()]),
  steps: Type.Array(
    Type.Object({
      at: Instant,
      state: Type.String(),
      text: Type.String(),
      location: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})

/** Carriers, the freight table, and where parcels are. */
export function shippingRoutes(app: Routes): void {
  const tags = ['shipping']
  app.get(
    '/api/v1/admin/carriers',
    {
      config: { needs: { staff: 'outbound.read' }, versioned: 'shop', within: 'nowhere' },
      schema: { tags, response: { 200: Type.Array(CarrierRowJson) } },
    },
    (request) => listCarriers(request.context),
  )
  app.put(
    '/api/v1/admin/carriers',
    {
      config: { needs: { staff: 'freight.change' }, versioned: 'shop' },
      schema: { tags, body: CarrierJson, response: { 200: CarrierJson } },
    },
    async (request) => {
      await transaction(request.context, (tx) => saveCarrier(tx, request.body))
      return request.body
    },
  )
  app.get(
    '/api/v1/admin/freight-rules',
    {
      config: { needs: { staff: 'outbound.read' }, versioned: 'shop', within: 'nowhere' },
      schema: { tags, response: { 200: Type.Array(RuleJson) } },
    },
    async (request) =>
      (await listFreightRules(request.context)).map((rule) => ({
        ...rule,
        provinces: [...rule.provinces],
        excluded: [...rule.excluded],
      })),
  )
  app.post(
    '/api/v1/admin/freight-rules',
    {
      config: { needs: { staff: 'freight.change' }, once: true },
      schema: { tags, body: RuleBody, response: { 201: Type.Object({ id: IdText }) } },
    },
    async (request, reply) =>
      reply.code(201).send({ id: await transaction(request.context, (tx) => saveFreightRule(tx, request.body)) }),
  )
  app.put(
    '/api/v1/admin/freight-rules/:id',
    {
      config: { needs: { staff: 'freight.change' }, versioned: 'shop' },
      schema: { tags, params: IdParams, body: RuleBody, response: { 200: Type.Object({ id: IdText }) } },
    },
    async (request) => ({
      id: await transaction(request.context, (tx) =>
        saveFreightRule(tx, { ...request.body, id: request.params.id as Id<'FreightRule'> }),
      ),
    }),
  )
  app.delete(
    '/api/v1/admin/freight-rules/:id',
    {
      config: { needs: { staff: 'freight.change' }, versioned: 'shop' },
      schema: { tags, params: IdParams, response: { 200: Empty } },
    },
    async (request) => {
      await transaction(request.context, (tx) => removeFreightRule(tx, request.params.id as Id<'FreightRule'>))
      return {}
    },
  )
  app.get(
    '/api/v1/admin/orders/:id/parcels',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: { tags, params: IdParams, response: { 200: Type.Array(ParcelJson) } },
    },
    async ({ context, params }) => {
      const parcels = await parcelsOf(context, params.id)
      const steps = await trackingOf(
        context,
        parcels.map((parcel) => parcel.id),
      )
      return parcels.map((parcel) => ({ ...parcel, steps: steps.get(parcel.id) ?? [] }))
    },
  )
  app.get(
    '/api/v1/admin/parcels/:id',
    {
      config: { needs: { staff: 'outbound.read' }, within: itsParcel },
      schema: { tags, params: IdParams, response: { 200: ParcelJson } },
    },
    async ({ context, params }) => {
      const parcel = await loadParcel(context, params.id as ParcelId)
      return { ...parcel, steps: (await trackingOf(context, [parcel.id])).get(parcel.id) ?? [] }
    },
  )
}
