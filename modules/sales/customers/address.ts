import { refusal } from '#kernel/refusal'
import { readPhone } from '#model/office/accounts'
import { isDistrict } from '#platform/regions'
import { type AddressInput, customerLimits } from './model.ts'

export const customerNotFound = refusal(
  'not_found',
  'customers.not_found',
  (d: { customerId: string }) => `there is no customer ${d.customerId}`,
)
export const addressNotFound = refusal(
  'not_found',
  'customers.address_not_found',
  (d: { field: 'addressId'; addressId: string }) => `there is no address ${d.addressId}`,
)
export const tooManyAddresses = refusal(
  'conflict',
  'customers.too_many_addresses',
  (d: { most: number }) => `an address book holds at most ${d.most}`,
)
export const districtUnknown = refusal(
  'invalid',
  'customers.district_unknown',
  (_: { field: 'districtCode' }) => 'this is no district',
)
export const recipientMissing = refusal(
  'invalid',
  'customers.recipient_missing',
  (_: { field: 'name' }) => 'a recipient is needed',
)
export const streetMissing = refusal(
  'invalid',
  'customers.street_missing',
  (_: { field: 'street' }) => 'a street is needed',
)
export const textTooLong = refusal(
  'invalid',
  'customers.text_too_long',
  (d: { field: string; most: number }) => `${d.field} holds at most ${d.most} characters`,
)
export const phoneInvalid = refusal(
  'invalid',
  'customers.phone_invalid',
  (_: { field: 'phone' }) => 'neither a mobile nor a landline number',
)

export type CheckedAddress = Required<Omit<AddressInput, 'isDefault'>>

/** Trims and checks an address before it is kept. @throws the first of the refusals above, naming the field */
export function checkAddress(input: AddressInput): CheckedAddress {
  const name = tidy('name', input.name)
  const street = tidy('street', input.street)
  const label = tidy('label', input.label ?? '')
  if (!name) throw recipientMissing({ field: 'name' })
  if (!street) throw streetMissing({ field: 'street' })
  if (!isDistrict(input.districtCode)) throw districtUnknown({ field: 'districtCode' })
  return { name, street, label, districtCode: input.districtCode, phone: readRecipientPhone(input.phone) }
}

function tidy(field: 'name' | 'street' | 'label', text: string): string {
  const tidied = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const most = customerLimits[field]
  if ([...tidied].length > most) throw textTooLong({ field, most })
  return tidied
}

/** As a parcel label shows it: Chinese numbers without country code. Landlines may receive parcels too: area code, then seven or eight digits. */
function readRecipientPhone(text: string): string {
  const mobile = readPhone(text)?.replace(/^\+86/, '')
  const digits = text.replace(/[\s()-]/g, '')
  const phone = mobile ?? (/^0\d{9,11}$/.test(digits) ? digits : undefined)
  if (!phone) throw phoneInvalid({ field: 'phone' })
  return phone
}
