import type { CustomerId } from '#model/sales/customers'
import type { Recipient } from '#model/supply/shipping'
import { phoneOf } from '#office/accounts'
import type { Tx } from '#platform/context'
import { readRecipientPhone } from '#sales/customers'

export interface Contact {
  readonly customerId: CustomerId
  /** Asked of a guest; whoever has confirmed a number is told there unless another was said. */
  readonly phone?: string
  /** The number of an address that was chosen although nothing is sent. */
  readonly otherwise?: string
}

/**
 * Whom an order is for that sends no parcel: nobody's name and no place, a phone number alone. With it the order is found again.
 * @throws phoneInvalid when a guest gave none
 */
export async function contactOf(tx: Tx, { customerId, phone, otherwise = '' }: Contact): Promise<Recipient> {
  const said = phone || (await phoneOf(tx, customerId)) || otherwise
  return { name: '', phone: readRecipientPhone(said), districtCode: '', street: '' }
}
