import { readPhone } from '#model/office/accounts'
import type { Recipient } from '#model/supply/shipping'
import { isAbroad } from '#platform/regions'
import type { Vault } from '#platform/vault'

/** What finds an order by its recipient's phone without storing it readable: the whole number and its last four digits. */
export const phoneIndexes = (vault: Vault, phone: string) => ({
  phone_index: phoneIndex(vault, phone),
  phone_last4_index: lastFourIndex(vault, phone.slice(-4)),
})

/** What finds orders that go to the same person at the same place. */
export const recipientIndex = (
  vault: Vault,
  { name, phone, districtCode, street, city, postcode }: Recipient,
): Buffer =>
  vault.index(
    'order.recipient',
    [name, phone, districtCode, street, ...(isAbroad(districtCode) ? [city ?? '', postcode ?? ''] : [])]
      .map((part) => part.replaceAll(/\s/g, ''))
      .join('|'),
  )

const phoneIndex = (vault: Vault, phone: string): Buffer => vault.index('order.phone', phone)
const lastFourIndex = (vault: Vault, digits: string): Buffer => vault.index('order.phone.last4', digits)

/** What a typed number may be found under: as a label shows it, or with the code of its country, which people leave out or write without its plus. */
export function soughtPhones(vault: Vault, text: string): Buffer[] {
  const digits = text.replaceAll(/\D/g, '')
  const mobile = readPhone(text)?.replace(/^\+86/, '') ?? digits
  return [...new Set([mobile, digits, `+${digits}`, `+86${mobile}`])].map((phone) => phoneIndex(vault, phone))
}

/** The column that holds what was typed of a number, whole or its last four digits, and what may stand there. */
export const phoneSought = (vault: Vault, text: string): readonly [SoughtColumn, readonly Buffer[]] => {
  const digits = text.replaceAll(/\D/g, '')
  return digits.length > 4
    ? ['phone_index', soughtPhones(vault, text)]
    : ['phone_last4_index', [lastFourIndex(vault, digits)]]
}
type SoughtColumn = 'phone_index' | 'phone_last4_index'

/** Whether a word may be a phone number or its end: four digits, or a whole number however it is spaced. */
export const isPhoneLike = (word: string): boolean => /^(\d{4}|\+?\d[\d ()-]{5,18}\d)$/.test(word)
