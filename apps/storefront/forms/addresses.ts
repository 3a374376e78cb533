import type { AddressId, AddressInput } from '#model/sales/customers'
import { addAddress, changeAddress, makeDefaultAddress, removeAddress } from '#sales/customers'
import { ownPath } from '../loaders/account.ts'
import { addressesPage, addressPage, newAddressPage } from '../loaders/addresses.ts'
import { checkoutPage } from '../loaders/checkout.ts'
import { idIn } from '../loaders/ids.ts'
import type { Answer, Form, FormRequest } from '../page.ts'
import { textOf } from './fields.ts'

const readAddress = (body: URLSearchParams): AddressInput => ({
  name: textOf(body, 'name'),
  phone: textOf(body, 'phone'),
  districtCode: textOf(body, 'districtCode'),
  street: textOf(body, 'street'),
  label: textOf(body, 'label'),
  isDefault: body.get('isDefault') === 'yes',
})

/** Without JavaScript the next list of places comes with the page shown again. */
const isStepOfRegion = ({ body }: FormRequest): boolean => textOf(body, 'do') === 'region'

const back = (body: URLSearchParams): string => {
  const next = body.get('next')
  return next ? ownPath(next) : addressesPage.path
}

const add: Form = {
  path: newAddressPage.path,
  page: newAddressPage,
  needs: 'shopper',
  once: true,
  async run(request): Promise<Answer> {
    if (isStepOfRegion(request)) return { to: '', again: 'region' }
    const addressId = await addAddress(request.ctx, readAddress(request.body))
    const next = back(request.body)
    return { to: next.startsWith('/checkout') ? withQuery(next, `address=${addressId}`) : withDone(next, 'saved') }
  },
}

const atCheckout: Form = {
  path: '/checkout/address',
  page: checkoutPage,
  needs: 'shopper',
  once: true,
  async run(request): Promise<Answer> {
    if (isStepOfRegion(request)) return { to: '', again: 'region' }
    const addressId = await addAddress(request.ctx, readAddress(request.body))
    const query = new URLSearchParams({ address: addressId })
    const cart = request.body.get('cart')
    if (cart) query.set('cart', cart)
    return { to: `/checkout?${query}` }
  },
}

const change: Form = {
  path: addressPage.path,
  page: addressPage,
  needs: 'shopper',
  async run(request): Promise<Answer> {
    const { ctx, params, body } = request
    const addressId = idIn<AddressId>(params.id)
    if (isStepOfRegion(request)) return { to: '', again: 'region' }
    await changeAddress(ctx, { addressId, ...readAddress(body) })
    return { to: withDone(back(body), 'saved') }
  },
}

const care: Form = {
  path: '/account/addresses/:id/:wish',
  page: addressesPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    const addressId = idIn<AddressId>(params.id)
    if (params.wish === 'remove') await removeAddress(ctx, addressId)
    else await makeDefaultAddress(ctx, addressId)
    return withDone(addressesPage.path, params.wish === 'remove' ? 'removed' : 'saved')
  },
}

const withQuery = (path: string, more: string): string => `${path}${path.includes('?') ? '&' : '?'}${more}`
const withDone = (path: string, done: string): string => withQuery(path, `done=${done}`)

export const addressForms: readonly Form[] = [add, atCheckout, change, care]
