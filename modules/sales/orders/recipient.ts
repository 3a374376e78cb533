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

export const phoneIndex = (vault: Vault, phone: string): Buffer => vault.index('order.phone', phone)
export const lastFourIndex = (vault: Vault, digits: string): Buffer => vault.index('order.phone.last4', digits)
