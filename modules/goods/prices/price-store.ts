import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader, Tx } from '#platform/context'
import { publishAll } from '#platform/events'
import type { Price } from './model.ts'
import { checkPrice, samePrice } from './price.ts'

type VariantId = Id<'Variant'>

/** Prices of variants; one that has none yet is missing from the map. */
export async function pricesOf(reader: Reader, variantIds: readonly VariantId[]): Promise<Map<VariantId, Price>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('goods.prices')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('variant_id', '=', sql<string>`any(${variantIds}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.variant_id as VariantId, toPrice(row)]))
}

export const toPrice = (row: {
  currency: string
  list_minor: number
  was_minor: number | null
  cost_minor: number | null
}): Price => {
  const amount = (minor: number | null) => (minor === null ? null : { minor, currency: row.currency })
  return {
    list: { minor: row.list_minor, currency: row.currency },
    was: amount(row.was_minor),
    cost: amount(row.cost_minor),
  }
}

/**
 * Sets the first prices of new variants. No event: the product's own tells of them.
 * @throws priceInvalid, wasNotHigher, foreignCurrency
 */
export async function insertPrices(tx: Tx, prices: ReadonlyMap<VariantId, Price>): Promise<void> {
  if (prices.size === 0) return
  await tx.db
    .insertInto('goods.prices')
    .values([...prices].map(([id, price]) => toRow(tx, id, price)))
    .execute()
}

/**
 * Sets prices and writes `price.changed` with before and after for each that differs. Returns the variants whose price
 * changed; the same price again changes nothing. `why` goes into the history beside the amounts. The caller brings the search documents up to date.
 * @throws priceInvalid, wasNotHigher, foreignCurrency
 */
export async function setPrices(
  tx: Tx,
  prices: ReadonlyMap<VariantId, Price>,
  why?: Readonly<Record<string, unknown>>,
): Promise<VariantId[]> {
  for (const price of prices.values()) checkPrice(price)
  const ids = [...prices.keys()].sort()
  const before = await lockPrices(tx, ids)
  const changed = ids.filter((id) => !samePrice(before.get(id), prices.get(id)!))
  await upsert(
    tx,
    changed.map((id) => toRow(tx, id, prices.get(id)!)),
  )
  await publishAll(
    tx,
    changed.map((id) => ({
      type: 'price.changed',
      aggregate: 'variant',
      id,
      data: { before: before.get(id) ?? null, after: prices.get(id), ...(why && { why }) },
    })),
  )
  return changed
}

/** Locks prices for change, in the order of their ids. */
export async function lockPrices(tx: Tx, ids: readonly VariantId[]): Promise<Map<VariantId, Price>> {
  const rows = await tx.db
    .selectFrom('goods.prices')
    .selectAll()
    .where('shop_id', '=', tx.shopId)
    .where('variant_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('variant_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.variant_id as VariantId, toPrice(row)]))
}

const toRow = (tx: Tx, variantId: VariantId, { list, was, cost }: Price) => ({
  shop_id: tx.shopId,
  variant_id: variantId,
  currency: list.currency,
  list_minor: list.minor,
  was_minor: was?.minor ?? null,
  cost_minor: cost?.minor ?? null,
  updated_at: tx.now,
})

async function upsert(tx: Tx, rows: readonly ReturnType<typeof toRow>[]): Promise<void> {
  if (rows.length === 0) return
  await tx.db
    .insertInto('goods.prices')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'variant_id']).doUpdateSet((eb) => ({
        currency: eb.ref('excluded.currency'),
        list_minor: eb.ref('excluded.list_minor'),
        was_minor: eb.ref('excluded.was_minor'),
        cost_minor: eb.ref('excluded.cost_minor'),
        updated_at: eb.ref('excluded.updated_at'),
        version: sql<number>`goods.prices.version + 1`,
      })),
    )
    .execute()
}

/** Takes away the prices of variants that are about to be deleted. */
export async function removePrices(tx: Tx, ids: readonly VariantId[]): Promise<void> {
  await tx.db
    .deleteFrom('goods.prices')
    .where('shop_id', '=', tx.shopId)
    .where('variant_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}
