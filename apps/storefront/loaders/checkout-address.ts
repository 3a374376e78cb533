import type { Address, AddressId } from '#model/sales/customers'
import { addressesOf } from '#sales/customers'
import type { PageRequest } from '../page.ts'
import { type RegionChoice, regionChoice } from './addresses.ts'
import { idOrNone } from './ids.ts'

/** Where a checkout sends to, and where else it could. */
export interface CheckoutAddress {
  readonly addresses: readonly Address[]
  readonly address: Address | undefined
  readonly regions: RegionChoice
  /** A new address is being written: there is none yet, or the buyer asked for it. */
  readonly isWriting: boolean
}

export async function checkoutAddress(request: PageRequest): Promise<CheckoutAddress> {
  const { ctx, form, query } = request
  const addresses = await addressesOf(ctx)
  const addressId = idOrNone<AddressId>((form?.values ?? query).get('address'))
  const address = addresses.find((each) => each.id === addressId) ?? addresses[0]
  const isAsked = form?.values.get('do') === 'new_address' || form?.values.has('street') === true
  return { addresses, address, regions: await regionChoice(request), isWriting: !address || isAsked }
}
