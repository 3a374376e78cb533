import type { Money } from '#kernel/money'
import type { CartId } from '#model/sales/carts'
import type { AddressId, CustomerId } from '#model/sales/customers'
import type { Actor, ShopId } from '#platform/context'
import { openDatabase } from '#platform/database'
import { placeOrder } from '#sales/orders'
import { aContext } from '#test/context'
import type { Script } from '../script.ts'

export interface PlaceArgs {
  readonly url: string
  readonly shopId: ShopId
  /** What every cart costs. */
  readonly total: Money
}

/** Places one ready cart after the other. */
const placeOrders: Script<PlaceArgs> = {
  async open({ url, shopId, total }) {
    const db = openDatabase({ url, maxConnections: 16, poolWaitMillis: 5_000 })
    const ctx = aContext(db, { shopId, now: Temporal.Now.instant() })
    const carts = await db
      .selectFrom('sales.carts as cart')
      .innerJoin('sales.addresses as address', 'address.customer_id', 'cart.customer_id')
      .select(['cart.id', 'cart.customer_id', 'address.id as address_id'])
      .where('cart.shop_id', '=', shopId)
      .where('cart.status', '=', 'active')
      .execute()
    return {
      caller: () => async () => {
        const cart = carts.pop()
        if (!cart) throw new Error('more orders than carts')
        await placeOrder(
          { ...ctx, actor: buyer(cart.customer_id as CustomerId) },
          { cartId: cart.id as CartId, addressId: cart.address_id as AddressId, expectedTotal: total },
        )
      },
      close: () => db.destroy(),
    }
  },
}

const buyer = (id: CustomerId): Actor => ({ kind: 'shopper', id, name: 'Ann', permissions: new Set() })

export default placeOrders
