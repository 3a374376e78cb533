import type { ProductId, VariantId } from '#model/goods/catalog'
import { actorOf, findAccount } from '#office/accounts'
import type { AccountId, Context } from '#platform/context'
import { addressesOf } from '#sales/customers'
import type { Person } from './people.ts'
import type { Good } from './stock-goods.ts'

/** What is on sale in a shop that has been open for a while. */
export async function goodsOnSale(ctx: Context): Promise<Good[]> {
  const rows = await ctx.db
    .selectFrom('goods.variants as variant')
    .innerJoin('goods.products as product', 'product.id', 'variant.product_id')
    .innerJoin('goods.prices as price', 'price.variant_id', 'variant.id')
    .select([
      'variant.id',
      'variant.product_id',
      'variant.sku',
      'variant.barcode',
      'price.list_minor',
      'product.shelf_life_days',
    ])
    .where('variant.shop_id', '=', ctx.shopId)
    .where('product.status', '=', 'on_sale')
    .where('variant.status', '=', 'active')
    .orderBy('variant.sku')
    .execute()
  return rows.map((row, index) => ({
    variantId: row.id as VariantId,
    productId: row.product_id as ProductId,
    sku: row.sku,
    barcode: row.barcode ?? row.sku,
    priceMinor: row.list_minor,
    shelfLifeDays: row.shelf_life_days ?? undefined,
    charm: 1 + (index % 10),
  }))
}

/** Shoppers of this shop who have an address. */
export async function peopleOf(ctx: Context): Promise<Person[]> {
  const rows = await ctx.db
    .selectFrom('sales.orders')
    .select('customer_id')
    .distinct()
    .where('shop_id', '=', ctx.shopId)
    .orderBy('customer_id')
    .limit(60)
    .execute()
  const people: Person[] = []
  for (const { customer_id } of rows) {
    const account = await findAccount(ctx, customer_id as AccountId)
    if (!account) continue
    const actor = actorOf(account)
    const [address] = await addressesOf({ ...ctx, actor })
    if (address) people.push({ actor, addressId: address.id })
  }
  return people
}
