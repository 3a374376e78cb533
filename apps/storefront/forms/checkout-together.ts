import { money } from '#kernel/money'
import type { Shop } from '#model/office/shops'
import type { CartId } from '#model/sales/carts'
import type { AddressId } from '#model/sales/customers'
import type { Order } from '#model/sales/orders'
import { loadShop } from '#office/shops'
import type { Context, ShopId } from '#platform/context'
import { placeTogether, type ShopPart } from '#sales/orders'
import { checkoutTogetherPage } from '../loaders/checkout-together.ts'
import { idIn, idOrNone } from '../loaders/ids.ts'
import type { Answer, Form } from '../page.ts'
import { otherAddress, writtenAt } from './checkout-address.ts'
import { textOf } from './fields.ts'
import { invoiceWishIn } from './invoice-wish.ts'

/** The last confirmation over several shops: all of their orders are placed, or none; one payment follows. */
const placeAll: Form = {
  path: checkoutTogetherPage.path,
  page: checkoutTogetherPage,
  needs: 'shopper',
  once: true,
  async run({ ctx, body, shop: here }) {
    const changed = otherWay(body) ?? otherAddress(body)
    if (changed) return changed
    const said = await Promise.all(body.getAll('part').map((part) => partOf(ctx, body, part)))
    const orders = await placeTogether(ctx, {
      addressId: idOrNone<AddressId>(textOf(body, 'address')),
      phone: textOf(body, 'phone') || undefined,
      parts: said.map(({ part }) => part),
    })
    const place = said.map(({ shop, part }) => ({ shop, order: orderOf(orders, part) }))
    const due = place.find(({ order }) => order?.payment === 'awaiting')
    const { shop, order } = due ?? place[0]!
    return { to: `/orders/${order!.id}${due ? '/pay' : ''}`, inShop: shop.id === here.id ? undefined : shop.code }
  },
}

/** Another carrier in one of the shops. */
function otherWay(body: URLSearchParams): Answer | undefined {
  const [shopId, carrier] = textOf(body, 'way').split(' ')
  if (!carrier) return undefined
  body.set(`carrier-${shopId}`, carrier)
  return { to: '', again: 'way_chosen' }
}

const orderOf = (orders: readonly Order[], { cartId }: ShopPart) => orders.find((order) => order.cartId === cartId)

/** What the page said of one shop: its id, its cart and the total that was seen. */
async function partOf(
  ctx: Context,
  body: URLSearchParams,
  text: string,
): Promise<{ readonly shop: Shop; readonly part: ShopPart }> {
  const [shopId, cartId, minor] = text.split(' ')
  const shop = await loadShop({ db: ctx.db, shopId: idIn<ShopId>(shopId) })
  return {
    shop,
    part: {
      shopId: shop.id,
      cartId: idIn<CartId>(cartId),
      expectedTotal: money(Number(minor), shop.currency),
      carrier: textOf(body, `carrier-${shop.id}`) || undefined,
      memo: textOf(body, `memo-${shop.code}`).slice(0, 200),
      invoiceWish: await invoiceWishIn(ctx, body, `-${shop.code}`),
    },
  }
}

export const checkoutTogetherForms: readonly Form[] = [placeAll, writtenAt(checkoutTogetherPage)]
