import { dayIn } from '#kernel/day'
import { type Id, newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import { loadShop } from '#office/shops'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { CompetitorPrice, CompetitorPriceId } from './model.ts'
import { foreignCurrency, noVariant, priceInvalid } from './price.ts'

export const competitorInvalid = refusal(
  'invalid',
  'prices.competitor_invalid',
  (d: { field: 'source' | 'seenOn' | 'url' }) => `${d.field} is no good`,
)

export interface NoteCompetitorPrice {
  readonly productId: Id<'Product'>
  readonly source: string
  readonly url?: string | null
  readonly price: Money
  /** A day of the shop's calendar that is not to come. */
  readonly seenOn: Temporal.PlainDate
}

/** Writes down what somebody else asks for the same thing. @throws competitorInvalid, priceInvalid, foreignCurrency, noVariant */
export function noteCompetitorPrice(ctx: Context, input: NoteCompetitorPrice): Promise<CompetitorPrice> {
  return transaction(ctx, async (tx) => {
    const { currency, timeZone } = await loadShop(tx)
    const noted = checked(input, { currency, today: dayIn(tx.now, timeZone) })
    await mustBeOurs(tx, input.productId)
    const row = await tx.db
      .insertInto('goods.competitor_prices')
      .values({
        id: newId<'CompetitorPrice'>(),
        shop_id: tx.shopId,
        product_id: noted.productId,
        source: noted.source,
        url: noted.url ?? null,
        price_minor: noted.price.minor,
        currency,
        seen_on: noted.seenOn,
        noted_by: tx.actor.name,
        created_at: tx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const { productId: id, source, price, seenOn } = noted
    const data = { source, price, seenOn: seenOn.toString() }
    await publish(tx, { type: 'price.competitor_noted', aggregate: 'product', id, data })
    return toCompetitorPrice(row)
  })
}

function checked(
  input: NoteCompetitorPrice,
  { currency, today }: { currency: string; today: Temporal.PlainDate },
): NoteCompetitorPrice {
  const source = input.source.trim()
  if (!source || source.length > 100) throw competitorInvalid({ field: 'source' })
  if (input.url && !/^https?:\/\/\S{3,500}$/.test(input.url)) throw competitorInvalid({ field: 'url' })
  if (Temporal.PlainDate.compare(input.seenOn, today) > 0) throw competitorInvalid({ field: 'seenOn' })
  if (input.price.currency !== currency) throw foreignCurrency({ field: 'price' })
  if (!Number.isInteger(input.price.minor) || input.price.minor < 1)
    throw priceInvalid({ field: 'price', minor: input.price.minor })
  return { ...input, source }
}

async function mustBeOurs(reader: Reader, productId: Id<'Product'>): Promise<void> {
  const row = await reader.db
    .selectFrom('goods.products')
    .select('id')
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', productId)
    .executeTakeFirst()
  if (!row) throw noVariant({ variantId: productId })
}

/** What others ask for a product, the latest seen first; at most 100. @throws noVariant when there is no such product */
export async function competitorPricesOf(reader: Reader, productId: Id<'Product'>): Promise<CompetitorPrice[]> {
  await mustBeOurs(reader, productId)
  const rows = await reader.db
    .selectFrom('goods.competitor_prices')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', productId)
    .orderBy('seen_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map(toCompetitorPrice)
}

const toCompetitorPrice = (row: {
  id: string
  product_id: string
  source: string
  url: string | null
  price_minor: number
  currency: string
  seen_on: Temporal.PlainDate
  noted_by: string
}): CompetitorPrice => ({
  id: row.id as CompetitorPriceId,
  productId: row.product_id as Id<'Product'>,
  source: row.source,
  url: row.url,
  price: { minor: row.price_minor, currency: row.currency },
  seenOn: row.seen_on,
  notedBy: row.noted_by,
})
