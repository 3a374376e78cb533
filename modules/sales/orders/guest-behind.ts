import { refusal } from '#kernel/refusal'
import { isGuest } from '#office/accounts'
import { allShopIds } from '#office/shops'
import type { AccountId, Context } from '#platform/context'
import { addressesOf } from '#sales/customers'
import type { OrderId } from './model.ts'
import { soughtPhones } from './recipient.ts'
import { findTracked, type TrackOrder } from './track-order.ts'

export const keptInAccount = refusal(
  'conflict',
  'orders.kept_in_account',
  (_: { field: 'number' }) => 'this order was not bought as a guest by whoever receives it',
)

/**
 * The guest who bought an order, for whoever knows its number and its recipient's phone and is about to prove to hold that phone.
 *
 * @throws notTracked as `trackOrder`
 * @throws keptInAccount when it was bought with an account, or by a guest who also sends to other phones: these are not the asker's to see
 */
export async function guestBehind(
  ctx: Context,
  asked: TrackOrder,
): Promise<{ readonly orderId: OrderId; readonly accountId: AccountId }> {
  const { id: orderId, customerId } = await findTracked(ctx, asked)
  if (!(await isGuest(ctx, customerId)) || (await sendsElsewhere(ctx, customerId, asked.phone)))
    throw keptInAccount({ field: 'number' })
  return { orderId, accountId: customerId }
}

async function sendsElsewhere(ctx: Context, customerId: AccountId, phone: string): Promise<boolean> {
  const digits = phone.replaceAll(/\D/g, '')
  const book = await addressesOf({ ...ctx, actor: { ...ctx.actor, kind: 'shopper', id: customerId } })
  if (book.some(({ recipient }) => recipient.phone.replaceAll(/\D/g, '') !== digits)) return true
  const other = await ctx.db
    .selectFrom('sales.orders')
    .select('id')
    .where('shop_id', 'in', [ctx.shopId, ...(await allShopIds(ctx.db))])
    .where('customer_id', '=', customerId)
    .where('phone_index', 'not in', soughtPhones(ctx.vault, phone))
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
