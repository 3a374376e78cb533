import { Type } from 'typebox'
import { type AddressId, customerLimits } from '#model/sales/customers'
import type { AccountId } from '#platform/context'
import { IdParams, IdText, type Routes } from '#platform/http'
import {
  addAddress,
  addressesOf,
  changeAddress,
  loadAddress,
  makeDefaultAddress,
  removeAddress,
} from '#sales/customers'

const AddressBody = Type.Object(
  {
    name: Type.String({ maxLength: customerLimits.name * 2 }),
    phone: Type.String({ maxLength: 30 }),
    districtCode: Type.String({
      maxLength: 23,
      description: 'Six digits (GB/T 2260); abroad a country and its area: US-CA, SG.',
    }),
    street: Type.String({ maxLength: customerLimits.street * 2 }),
    city: Type.Optional(Type.String({ maxLength: customerLimits.city * 2, description: 'Abroad.' })),
    postcode: Type.Optional(Type.String({ maxLength: customerLimits.postcode * 2, description: 'Abroad.' })),
    label: Type.Optional(Type.String({ maxLength: customerLimits.label * 2 })),
    isDefault: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
const AddressJson = Type.Object({
  id: IdText,
  recipient: Type.Object({
    name: Type.String(),
    phone: Type.String(),
    districtCode: Type.String(),
    street: Type.String(),
    city: Type.Optional(Type.String({ description: 'Abroad.' })),
    postcode: Type.Optional(Type.String({ description: 'Abroad.' })),
  }),
  lines: Type.Array(Type.String(), { description: 'The place as its country writes it.' }),
  region: Type.Object({ province: Type.String(), city: Type.String(), district: Type.String() }),
  label: Type.String(),
  isDefault: Type.Boolean(),
})

const tags = ['addresses']
const shopper = { needs: 'shopper' } as const

/** The signed-in shopper's address book. */
export function addressRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/addresses',
    { config: shopper, schema: { tags, response: { 200: Type.Array(AddressJson) } } },
    (request) => addressesOf(request.context),
  )
  app.post(
    '/api/v1/store/addresses',
    { config: { ...shopper, once: true }, schema: { tags, body: AddressBody, response: { 201: AddressJson } } },
    async (request, reply) => {
      const id = await addAddress(request.context, request.body)
      return reply.code(201).send(await loadAddress(request.context, request.context.actor.id as AccountId, id))
    },
  )
  app.put(
    '/api/v1/store/addresses/:id',
    { config: shopper, schema: { tags, params: IdParams, body: AddressBody, response: { 200: AddressJson } } },
    async (request) => {
      const addressId = request.params.id as AddressId
      await changeAddress(request.context, { addressId, ...request.body })
      return loadAddress(request.context, request.context.actor.id as AccountId, addressId)
    },
  )
  app.put(
    '/api/v1/store/addresses/:id/default',
    { config: shopper, schema: { tags, params: IdParams, response: { 200: Type.Array(AddressJson) } } },
    async (request) => {
      await makeDefaultAddress(request.context, request.params.id as AddressId)
      return addressesOf(request.context)
    },
  )
  app.delete(
    '/api/v1/store/addresses/:id',
    { config: shopper, schema: { tags, params: IdParams, response: { 200: Type.Array(AddressJson) } } },
    async (request) => {
      await removeAddress(request.context, request.params.id as AddressId)
      return addressesOf(request.context)
    },
  )
}
