import { refusal } from '#kernel/refusal'
import { readPhone } from '#model/office/accounts'
import { checkAbroad, isAbroad, isDistrict, phoneAbroad } from '#platform/regions'
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

export const phoneInvalidAbroad = refusal(
  'invalid',
  'customers.phone_invalid_abroad',
  (_: { field: 'phone' }) => 'no phone number of that country, and none with a country code',
)

/** Town and postcode are empty in mainland China. */
export type CheckedAddress = Required<Omit<AddressInput, 'isDefault'>>

/** Trims and checks an address before it is kept. @throws the first of the refusals above or of `checkAbroad`, naming the field */
export function checkAddress(input: AddressInput): CheckedAddress {
  const name = tidy('name', input.name)
  const street = tidy('street', input.street)
  const label = tidy('label', input.label ?? '')
  if (!name) throw recipientMissing({ field: 'name' })
  if (!street) throw streetMissing({ field: 'street' })
  const place = isAbroad(input.districtCode) ? placeAbroad(input, street) : placeHere(input, street)
  return { name, label, ...place }
}

type CheckedPlace = Omit<CheckedAddress, 'name' | 'label'>

function placeHere({ districtCode, phone }: AddressInput, street: string): CheckedPlace {
  if (!isDistrict(districtCode)) throw districtUnknown({ field: 'districtCode' })
  return { districtCode, street, city: '', postcode: '', phone: readRecipientPhone(phone) }
}

function placeAbroad(input: AddressInput, street: string): CheckedPlace {
  const city = tidy('city', input.city ?? '')
  const postcode = tidy('postcode', input.postcode ?? '')
  const place = checkAbroad({ districtCode: input.districtCode, street, city, postcode })
  const phone = phoneAbroad(input.phone, input.districtCode.slice(0, 2))
  if (!phone) throw phoneInvalidAbroad({ field: 'phone' })
  return { ...place, phone }
}

function tidy(field: 'name' | 'street' | 'label' | 'city' | 'postcode', text: string): string {
  const tidied = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const most = customerLimits[field]
  if ([...tidied].length > most) throw textTooLong({ field, most })
  return tidied
}

/** As a parcel label shows it: Chinese numbers without country code. Landlines may receive parcels too: area code, then seven or eight digits. @throws phoneInvalid */
export function readRecipientPhone(text: string): string {
  const mobile = readPhone(text)?.replace(/^\+86/, '')
  const digits = text.replace(/[\s()-]/g, '')
  const phone = mobile ?? (/^0\d{9,11}$/.test(digits) ? digits : undefined)
  if (!phone) throw phoneInvalid({ field: 'phone' })
  return phone
}
