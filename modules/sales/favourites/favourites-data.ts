import type { PersonalData } from '#office/privacy'

/** What a person likes tells who they are: it is handed out, and goes with the account. */
export const favouritesPersonalData: PersonalData = {
  name: 'favourites',
  async collect({ db }, id) {
    const products = await db
      .selectFrom('sales.favourites')
      .select(['shop_id', 'product_id', 'price_minor', 'currency', 'kept_at'])
      .where('customer_id', '=', id)
      .execute()
    const shops = await db
      .selectFrom('sales.follows')
      .select(['shop_id', 'followed_at'])
      .where('customer_id', '=', id)
      .execute()
    const waits = await db
      .selectFrom('sales.stock_waits')
      .select(['shop_id', 'variant_id', 'asked_at'])
      .where('customer_id', '=', id)
      .execute()
    return { products, shops, waits }
  },
  async erase({ db }, id) {
    await db.deleteFrom('sales.favourites').where('customer_id', '=', id).execute()
    await db.deleteFrom('sales.follows').where('customer_id', '=', id).execute()
    await db.deleteFrom('sales.stock_waits').where('customer_id', '=', id).execute()
  },
}
