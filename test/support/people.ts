import { newId } from '#kernel/id'
import type { ProductId, VariantId } from '#model/goods/catalog'
import type { CartId } from '#model/sales/carts'
import type { Address, AddressInput } from '#model/sales/customers'
import { actorOf } from '#office/accounts'
import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { addToCart, guestKeyOf, newGuestToken } from '#sales/carts'
import { addAddress, ensureCustomer, loadAddress } from '#sales/customers'
import { as } from './context.ts'

/** Ann and Bob buy, Mei packs, Lin approves. */
export type ShopperContext = Context & { readonly actor: { readonly id: AccountId } }

/** A signed-in shopper in the shop of a context, with account and customer. */
export async function aShopper(ctx: Context, name = 'Ann'): Promise<ShopperContext> {
  const id = newId<'Account'>()
  await ctx.db
    .insertInto('office.accounts')
    .values({ id, kind: 'shopper', user_name: `${name}-${id}`, display_name: name, created_at: ctx.now })
    .execute()
  await transaction(ctx, (tx) => ensureCustomer(tx, { id, displayName: name }))
  return as(ctx, actorOf({ id, kind: 'shopper', displayName: name })) as ShopperContext
}

/** Somebody who has not signed in, with the token of the browser. */
export function aGuest(ctx: Context): Context & { readonly guestToken: string } {
  const guestToken = newGuestToken()
  const actor = {
    kind: 'guest',
    id: null,
    name: 'guest',
    permissions: new Set<string>(),
    guestKey: guestKeyOf(guestToken),
  } as const
  return { ...as(ctx, actor), guestToken }
}

/** Who reads and writes: a place in Hangzhou unless another is given. */
export const anAddressInput = (given: Partial<AddressInput> = {}): AddressInput => ({
  name: '安小姐',
  phone: '13800138000',
  districtCode: '330106',
  street: '文三路 90 号 3 幢 502',
  ...given,
})

/** An address in the book of a shopper. */
export async function anAddress(shopper: ShopperContext, given: Partial<AddressInput> = {}): Promise<Address> {
  const id = await addAddress(shopper, anAddressInput(given))
  return loadAddress(shopper, shopper.actor.id, id)
}

interface InCart {
  /** A variant on sale, or its id. */
  readonly of:
    | VariantId
    | { readonly id: VariantId }
    | { readonly variantId: VariantId; readonly productId?: ProductId }
  readonly quantity?: number
}

/** The cart of a shopper or guest with these goods in it, all selected. */
export async function aCart(ctx: Context, ...goods: readonly InCart[]): Promise<CartId> {
  let cart: CartId | undefined
  for (const { of, quantity = 1 } of goods) {
    const variantId = typeof of === 'string' ? of : 'id' in of ? of.id : of.variantId
    cart = (await addToCart(ctx, { variantId, quantity })).cartId
  }
  if (!cart) throw new Error('a cart needs goods')
  return cart
}
