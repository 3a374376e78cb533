import { maskPhone } from '#model/office/accounts'
import type { CustomerId } from '#model/sales/customers'
import { shoppersLike, shoppersOf } from '#office/accounts'
import type { Reader } from '#platform/context'
import { customersAmong } from '#sales/customers'
import { maskName } from '#supply/shipping'
import { isPhoneLike, phoneSought } from './recipient.ts'

/** A customer in a list: name and phone in part, the phone null where none was confirmed. */
export interface FoundCustomer {
  readonly id: CustomerId
  readonly name: string
  readonly phone: string | null
}

/**
 * Customers of the shop by a phone number, their own or one that their orders went to, whole or its last four digits, or by their whole name or user name: never by a part of
 * it, so that nobody spells out who there is. Each way has an index of its own; whoever ordered last comes first.
 */
export async function findCustomers(reader: Reader, word: string, most: number): Promise<FoundCustomer[]> {
  const sentTo = isPhoneLike(word) ? await buyersOfPhone(reader, word, most) : []
  const called = await customersAmong(reader, await shoppersLike(reader, word), most)
  const ids = [...new Set([...sentTo, ...called])].slice(0, most)
  const shoppers = new Map((await shoppersOf(reader, ids)).map((shopper) => [shopper.id, shopper]))
  return ids.flatMap((id) => {
    const shopper = shoppers.get(id)
    return shopper
      ? [{ id, name: maskName(shopper.displayName), phone: shopper.phone && maskPhone(shopper.phone) }]
      : []
  })
}

async function buyersOfPhone({ db, vault, shopId }: Reader, phone: string, most: number): Promise<CustomerId[]> {
  const [column, sought] = phoneSought(vault, phone)
  const rows = await db
    .selectFrom('sales.orders')
    .select(({ fn }) => ['customer_id', fn.max('placed_at').as('last')])
    .where('shop_id', '=', shopId)
    .where(column, 'in', [...sought])
    .groupBy('customer_id')
    .orderBy('last', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ customer_id }) => customer_id as CustomerId)
}
