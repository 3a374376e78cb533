import type { Address, AddressId } from '#model/sales/customers'
import type { AccountId } from '#platform/context'
import {
  citiesOf,
  countriesNamed,
  countryCode,
  countryName,
  dialCode,
  districtsOf,
  type FieldAbroad,
  fieldsAbroad,
  home,
  isAbroad,
  provinces,
  type Region,
} from '#platform/regions'
import { addressesOf, loadAddress } from '#sales/customers'
import { countriesServed } from '#supply/shipping'
import type { Page, PageRequest } from '../page.ts'
import { ownPath } from './account.ts'
import { idIn } from './ids.ts'

/** The places to choose from, one level after the other, and those chosen; abroad the fields that addresses of the country have instead. */
export interface RegionChoice {
  /** Mainland China and the countries that the shop delivers to. */
  readonly countries: readonly Region[]
  readonly country: string
  readonly dialCode: string
  /** None in mainland China. */
  readonly fields: readonly FieldAbroad[]
  readonly area: string
  readonly provinces: readonly Region[]
  readonly cities: readonly Region[]
  readonly districts: readonly Region[]
  readonly province: string
  readonly city: string
  readonly district: string
}

/** What the form says, else what an address starts with. A district of another city is none. */
export async function regionChoice({ ctx, form }: PageRequest, initial = ''): Promise<RegionChoice> {
  const country = form?.values.get('country') || countryCode(initial)
  const abroad = [...new Set([...(await countriesServed(ctx)), ...(country === home ? [] : [country])])]
  const said = (name: string, length: number) =>
    form?.values.get(name) ?? (isAbroad(initial) ? '' : initial.slice(0, length))
  const province = said('province', 2)
  const city = said('city', 4).startsWith(province) ? said('city', 4) : ''
  const district = city && said('districtCode', 6).startsWith(city) ? said('districtCode', 6) : ''
  return {
    countries: [{ code: home, name: countryName(home, ctx.locale) }, ...countriesNamed(abroad, ctx.locale)],
    country,
    dialCode: country === home ? '' : dialCode(country),
    fields: country === home ? [] : fieldsAbroad(country),
    area: form?.values.get('area') ?? initial,
    provinces: provinces(ctx.locale),
    cities: province ? citiesOf(province, ctx.locale) : [],
    districts: city ? districtsOf(city, ctx.locale) : [],
    province,
    city,
    district,
  }
}

export interface AddressesPage {
  readonly addresses: readonly Address[]
}

export const addressesPage: Page<AddressesPage> = {
  path: '/account/addresses',
  shows: 'addresses',
  needs: 'shopper',
  load: async ({ ctx }) => ({ addresses: await addressesOf(ctx) }),
}

export interface AddressPage {
  readonly address: Address | undefined
  readonly regions: RegionChoice
  readonly next: string
}

const nextOf = ({ form, query }: PageRequest) => {
  const next = (form?.values ?? query).get('next')
  return next ? ownPath(next) : '/account/addresses'
}

export const newAddressPage: Page<AddressPage> = {
  path: '/account/addresses/new',
  shows: 'address',
  needs: 'shopper',
  load: async (request) => ({ address: undefined, regions: await regionChoice(request), next: nextOf(request) }),
}

export const addressPage: Page<AddressPage> = {
  path: '/account/addresses/:id',
  shows: 'address',
  needs: 'shopper',
  async load(request) {
    const { ctx, params } = request
    const address = await loadAddress(ctx, ctx.actor.id as AccountId, idIn<AddressId>(params.id))
    return { address, regions: await regionChoice(request, address.recipient.districtCode), next: nextOf(request) }
  },
}
