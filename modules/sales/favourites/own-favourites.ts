import { productCardsOf } from '#goods/catalog'
import { listedNow } from '#goods/search'
import { type Money, money, subtract } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import type { ProductCard, ProductId } from '#model/goods/catalog'
import { knownShop } from '#office/shops'
import type { AccountId, Actor, Reader, ShopId } from '#platform/context'
import { beyond } from '#platform/database'
import { shopperOf } from './favourite.ts'
import type { Favourite, Follow } from './model.ts'

type ActingReader = Reader & { readonly actor: Actor }

interface Kept {
  shop_id: string
  product_id: string
  price_minor: number
  currency: string
  kept_at: Temporal.Instant
}

/** The actor's favourites in all shops, newest first, with what they cost now. Three statements for each shop of the page. @throws signInNeeded */
export async function ownFavourites(
  reader: ActingReader,
  { cursor, limit = 20 }: { readonly cursor?: string; readonly limit?: number } = {},
): Promise<Page<Favourite>> {
  let query = reader.db
    .selectFrom('sales.favourites')
    .select(['shop_id', 'product_id', 'price_minor', 'currency', 'kept_at'])
    .where('customer_id', '=', shopperOf(reader.actor))
  if (cursor) query = query.where(beyond(cursor, ['kept_at', 'product_id']))
  const rows = await query
    .orderBy('kept_at', 'desc')
    .orderBy('product_id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.kept_at.toString(), row.product_id])
  return { ...page, rows: await withGoods(reader, page.rows) }
}

/** Goods are each shop's own: every shop of the page is asked for its part. */
async function withGoods(reader: ActingReader, rows: readonly Kept[]): Promise<Favourite[]> {
  const found = new Map<string, Favourite>()
  for (const [shopId, kept] of Map.groupBy(rows, (row) => row.shop_id)) {
    const there = { ...reader, shopId: shopId as ShopId }
    const ids = kept.map((row) => row.product_id as ProductId)
    const shop = await knownShop(there)
    const listed = await listedNow(there, ids)
    const cards = new Map((await productCardsOf(there, ids)).map((card) => [card.productId as string, card]))
    for (const row of kept) {
      const card = cards.get(row.product_id)
      const facts = listed.get(row.product_id as ProductId)
      if (card) found.set(row.product_id, { ...toFavourite(row, card, facts), shop })
    }
  }
  return rows.flatMap((row) => found.get(row.product_id) ?? [])
}

function toFavourite(
  row: Kept,
  { productId, slug, name, picture, from }: ProductCard,
  facts: { readonly inStock: boolean } | undefined,
): Omit<Favourite, 'shop'> {
  const priceThen = money(row.price_minor, row.currency)
  const price = facts ? from : null
  return {
    productId,
    slug,
    name,
    pictureId: picture?.id ?? null,
    keptAt: row.kept_at,
    priceThen,
    price,
    cheaperBy: price && lessBy(priceThen, price),
    inStock: facts?.inStock ?? false,
  }
}

const lessBy = (then: Money, now: Money): Money | null =>
  now.currency === then.currency && now.minor < then.minor ? subtract(then, now) : null

/** The shops that the actor follows, the newest first; as many as may be followed. @throws signInNeeded */
export async function ownFollows(reader: ActingReader): Promise<Follow[]> {
  const rows = await reader.db
    .selectFrom('sales.follows')
    .select(['shop_id', 'followed_at'])
    .where('customer_id', '=', shopperOf(reader.actor))
    .orderBy('followed_at', 'desc')
    .orderBy('shop_id', 'desc')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      shop: await knownShop({ ...reader, shopId: row.shop_id as ShopId }),
      followedAt: row.followed_at,
    })),
  )
}

/** How many products a shopper keeps and how many shops are followed, for the account page. One statement. */
export async function countOwn(
  { db }: Reader,
  customerId: AccountId,
): Promise<{ readonly products: number; readonly shops: number }> {
  return db
    .selectNoFrom((row) => [
      row
        .selectFrom('sales.favourites')
        .select((each) => each.cast<number>(each.fn.countAll(), 'bigint').as('count'))
        .where('customer_id', '=', customerId)
        .$asScalar()
        .$notNull()
        .as('products'),
      row
        .selectFrom('sales.follows')
        .select((each) => each.cast<number>(each.fn.countAll(), 'bigint').as('count'))
        .where('customer_id', '=', customerId)
        .$asScalar()
        .$notNull()
        .as('shops'),
    ])
    .executeTakeFirstOrThrow()
}
