import { refusal } from '#kernel/refusal'
import { isPlace } from '#platform/regions'
import type { Vault } from '#platform/vault'
import type { Recipient } from './model.ts'

export const unknownDistrict = refusal(
  'invalid',
  'shipping.unknown_district',
  (d: { field: string; districtCode: string }) => `${d.districtCode} is no district`,
)

/** Seals a recipient for a column of ours. */
export const sealRecipient = (vault: Vault, recipient: Recipient): Buffer => vault.seal(JSON.stringify(recipient))

/** Opens it again; one that was forgotten has neither name nor place. */
export const openRecipient = (vault: Vault, sealed: Uint8Array | null): Recipient =>
  sealed ? (JSON.parse(vault.open(sealed)) as Recipient) : { name: '', phone: '', districtCode: '', street: '' }

/** "138****0001". */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? `****${phone.slice(-2)}` : `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** "王**": the family name and nothing of how long the rest is. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}**`

/** What staff see of a recipient until they ask for more, which is logged: of one without a parcel the phone alone, of one that was forgotten nothing. */
export const maskRecipient = (recipient: Recipient): Recipient => {
  const { name, phone, districtCode } = recipient
  return name === ''
    ? { ...recipient, phone: phone && maskPhone(phone) }
    : { name: maskName(name), phone: maskPhone(phone), districtCode, street: '****' }
}

/** The province of a district or the country of a place abroad, as freight rules and warehouses name it. @throws unknownDistrict */
export function provinceOf(districtCode: string, field = 'districtCode'): string {
  if (!isPlace(districtCode)) throw unknownDistrict({ field, districtCode })
  return districtCode.slice(0, 2)
}
