import { Type } from 'typebox'
import type { Routes } from '#platform/http'
import { citiesOf, districtsOf, provinces } from '#platform/regions'

const RegionJson = Type.Object({ code: Type.String(), name: Type.String() })
const CodeParams = Type.Object({ code: Type.String({ pattern: '^\\d{2,4}$' }) }, { additionalProperties: false })

const tags = ['regions']
const anyone = { needs: 'anyone' } as const

/** Provinces, their cities and their districts for the address form, in the reader's language. A longer code begins with the shorter one. */
export function regionRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/regions',
    { config: anyone, schema: { tags, response: { 200: Type.Array(RegionJson) } } },
    async (request) => [...provinces(request.context.locale)],
  )
  app.get(
    '/api/v1/store/regions/:code/children',
    { config: anyone, schema: { tags, params: CodeParams, response: { 200: Type.Array(RegionJson) } } },
    async (request) => {
      const { code } = request.params
      const { locale } = request.context
      return [...(code.length === 2 ? citiesOf(code, locale) : districtsOf(code, locale))]
    },
  )
}
