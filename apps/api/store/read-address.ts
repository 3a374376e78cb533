import { Type } from 'typebox'
import type { Routes } from '#platform/http'
import { readAddress } from '#platform/regions'

const ReadBody = Type.Object({ text: Type.String({ maxLength: 500 }) }, { additionalProperties: false })
const ReadJson = Type.Object({
  name: Type.String(),
  phone: Type.String(),
  postcode: Type.String(),
  provinceCode: Type.String(),
  cityCode: Type.String(),
  districtCode: Type.String(),
  street: Type.String(),
})

const schema = { tags: ['addresses'], body: ReadBody, response: { 200: ReadJson } }

/** Reads a pasted address into its parts, for shoppers and staff; what the text does not say stays empty. Keeps nothing. */
export function readAddressRoutes(app: Routes): void {
  app.post('/api/v1/store/addresses/read', { config: { needs: 'anyone' }, schema }, async ({ body }) =>
    readAddress(body.text),
  )
  app.post(
    '/api/v1/admin/addresses/read',
    { config: { needs: { staff: 'orders.change' } }, schema },
    async ({ body }) => readAddress(body.text),
  )
}
