import { Type } from 'typebox'
import type { Routes } from '#platform/http'
import { areasOf, citiesOf, countries, districtsOf, isAbroad, provinces } from '#platform/regions'
import { countriesServed } from '#supply/shipping'

const RegionJson = Type.Object({ code: Type.String(), name: Type.String() })
const CountryJson = Type.Object({
  ...RegionJson.properties,
  served: Type.Boolean({ description: 'Whether the shop delivers there, at least in parts.' }),
})
const CodeParams = Type.Object(
  { code: Type.String({ pattern: '^(\\d{2,4}|[A-Z]{2})$' }) },
  { additionalProperties: false },
)

const tags = ['regions']
const anyone = { needs: 'anyone' } as const

/** Provinces, their cities and their districts for the address form, countries abroad and their areas, in the reader's language. A longer code begins with the shorter one. */
export function regionRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/regions',
    { config: anyone, schema: { tags, response: { 200: Type.Array(RegionJson) } } },
    async (request) => [...provinces(request.context.locale)],
  )
  app.get(
    '/api/v1/store/countries',
    { config: anyone, schema: { tags, response: { 200: Type.Array(CountryJson) } } },
    async ({ context }) => {
      const served = await countriesServed(context)
      return countries(context.locale).map((country) => ({ ...country, served: served.includes(country.code) }))
    },
  )
  app.get(
    '/api/v1/store/regions/:code/children',
    { config: anyone, schema: { tags, params: CodeParams, response: { 200: Type.Array(RegionJson) } } },
    async (request) => {
      const { code } = request.params
      const { locale } = request.context
      if (isAbroad(code)) return [...areasOf(code)]
      return [...(code.length === 2 ? citiesOf(code, locale) : districtsOf(code, locale))]
    },
  )
}
