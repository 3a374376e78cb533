import type { AddressId, AddressInput } from '#model/sales/customers'
import { addressUnread, home, readAddress } from '#platform/regions'
import { addAddress, changeAddress, makeDefaultAddress, removeAddress } from '#sales/customers'
import { ownPath } from '../loaders/account.ts'
import { addressesPage, addressPage, newAddressPage } from '../loaders/addresses.ts'
import { idIn } from '../loaders/ids.ts'
import type { Answer, Form, FormRequest } from '../page.ts'
import { textOf } from './fields.ts'

export const addressIn = (body: URLSearchParams): AddressInput => ({
  name: textOf(body, 'name'),
  phone: textOf(body, 'phone'),
  districtCode: placeIn(body),
  street: textOf(body, 'street'),
  city: textOf(body, 'town'),
  postcode: textOf(body, 'postcode'),
  label: textOf(body, 'label'),
  isDefault: body.get('isDefault') === 'yes',
})

/** A district of mainland China, else the country or the area of it that was chosen. */
function placeIn(body: URLSearchParams): string {
  const country = textOf(body, 'country') || home
  return country === home ? textOf(body, 'districtCode') : textOf(body, 'area') || country
}

/** The page shown again with more of the form done: the next list of places, or what a pasted address says. */
export function nextStep({ body }: FormRequest): Answer | undefined {
  const step = textOf(body, 'do')
  if (step === 'region') return { to: '', again: 'region' }
  return step === 'read' ? { to: '', again: fillIn(body) } : undefined
}

/** Writes what was pasted into the form's fields; those it does not speak of stay as they are. */
function fillIn(body: URLSearchParams): string {
  const { name, phone, provinceCode, cityCode, districtCode, street } = readAddress(textOf(body, 'paste'))
  if (!provinceCode && !phone) throw addressUnread({ field: 'paste' })
  const read = { name, phone, street, ...(provinceCode && { province: provinceCode, city: cityCode, districtCode }) }
  for (const [field, value] of Object.entries(read))
    if (value || field === 'city' || field === 'districtCode') body.set(field, value)
  return name && phone && districtCode && street ? 'read' : 'read_part'
}

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
    const step = nextStep(request)
    if (step) return step
    const addressId = await addAddress(request.ctx, addressIn(request.body))
    const next = back(request.body)
    return { to: next.startsWith('/checkout') ? withQuery(next, `address=${addressId}`) : withDone(next, 'saved') }
  },
}

const change: Form = {
  path: addressPage.path,
  page: addressPage,
  needs: 'shopper',
  async run(request): Promise<Answer> {
    const { ctx, params, body } = request
    const addressId = idIn<AddressId>(params.id)
    const step = nextStep(request)
    if (step) return step
    await changeAddress(ctx, { addressId, ...addressIn(body) })
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

export const addressForms: readonly Form[] = [add, change, care]
