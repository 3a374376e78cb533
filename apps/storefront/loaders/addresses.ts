import type { Address, AddressId } from '#model/sales/customers'
import type { AccountId } from '#platform/context'
import { citiesOf, districtsOf, provinces, type Region } from '#platform/regions'
import { addressesOf, loadAddress } from '#sales/customers'
import type { Page, PageRequest } from '../page.ts'
import { ownPath } from './account.ts'
import { idIn } from './ids.ts'

/** The places to choose from, one level after the other, and those chosen. */
export interface RegionChoice {
  readonly provinces: readonly Region[]
  readonly cities: readonly Region[]
  readonly districts: readonly Region[]
  readonly province: string
  readonly city: string
  readonly district: string
}

/** What the form says, else what an address starts with. A district of another city is none. */
export function regionChoice({ ctx, form }: PageRequest, initial = ''): RegionChoice {
  const said = (name: string, length: number) => form?.values.get(name) ?? initial.slice(0, length)
  const province = said('province', 2)
  const city = said('city', 4).startsWith(province) ? said('city', 4) : ''
  const district = city && said('districtCode', 6).startsWith(city) ? said('districtCode', 6) : ''
  return {
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
  load: async (request) => ({ address: undefined, regions: regionChoice(request), next: nextOf(request) }),
}

export const addressPage: Page<AddressPage> = {
  path: '/account/addresses/:id',
  shows: 'address',
  needs: 'shopper',
  async load(request) {
    const { ctx, params } = request
    const address = await loadAddress(ctx, ctx.actor.id as AccountId, idIn<AddressId>(params.id))
    return { address, regions: regionChoice(request, address.recipient.districtCode), next: nextOf(request) }
  },
}
