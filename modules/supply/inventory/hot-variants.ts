import { saleItemsOf } from '#goods/catalog'
import { minutes } from '#kernel/day'
import type { VariantId } from '#model/goods/catalog'
import { notify, settleNotices } from '#office/notices'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { remembered } from '#platform/remembered'
import { readSettings } from '#platform/settings'
import { overrunVariants } from './crowd.ts'
import { forMany } from './for-many.ts'
import { inventorySettings } from './settings.ts'
import { variantNotFound } from './stock.ts'

const knownHot = remembered(async (reader: Reader): Promise<ReadonlySet<VariantId>> => {
  const rows = await reader.db
    .selectFrom('supply.hot_variants')
    .select('variant_id')
    .where('shop_id', '=', reader.shopId)
    .execute()
  return new Set(rows.map((row) => row.variant_id as VariantId))
})

/** The variants that are hot, marked by staff or by a crowd: wanted by very many at the same moment. As old as three seconds in another process. */
export const hotVariants = (reader: Reader): Promise<ReadonlySet<VariantId>> => knownHot(reader)

export interface MarkHot {
  readonly variantId: VariantId
  readonly hot: boolean
}

/**
 * Marks a variant as hot until somebody takes the mark back, or takes it back; the other processes see it within three seconds. Either is safe while it is
 * being sold.
 * @throws variantNotFound
 */
export function markHot(ctx: Context, { variantId, hot }: MarkHot): Promise<void> {
  return transaction(ctx, async (tx) => {
    if (!(await saleItemsOf(tx, [variantId])).has(variantId)) throw variantNotFound({ variantId, field: 'id' })
    if (await (hot ? keepHot(tx, variantId) : removeMark(tx, variantId))) await tellMarked(tx, variantId, hot)
  })
}

/** A mark that a crowd has set loses its end. */
async function keepHot(tx: Tx, variantId: VariantId): Promise<boolean> {
  const row = await tx.db
    .insertInto('supply.hot_variants')
    .values({ shop_id: tx.shopId, variant_id: variantId, since: tx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'variant_id'])
        .doUpdateSet({ until: null })
        .where('supply.hot_variants.until', 'is not', null),
    )
    .returning('variant_id')
    .executeTakeFirst()
  return row !== undefined
}

async function removeMark(tx: Tx, variantId: VariantId): Promise<boolean> {
  const row = await tx.db
    .deleteFrom('supply.hot_variants')
    .where('shop_id', '=', tx.shopId)
    .where('variant_id', '=', variantId)
    .returning('variant_id')
    .executeTakeFirst()
  return row !== undefined
}

async function tellMarked(tx: Tx, variantId: VariantId, hot: boolean): Promise<void> {
  knownHot.forget(tx)
  await settleNotices(tx, { subject: 'variant', subjectId: variantId, kinds: [hotNotice] })
  await publish(tx, {
    type: 'stock.hot_marked',
    aggregate: 'variant',
    id: variantId,
    data: { before: !hot, after: hot },
  })
}

const hotNotice = 'stock.hot'

/**
 * Marks what a crowd wants: where more orders of one second waited for each other in this process than the setting says. Staff are told, and the mark ends by
 * itself some time (setting) after the last such second. To be asked before each order; it asks the database only where there is a crowd.
 */
export async function markCrowded(ctx: Context): Promise<void> {
  const { hotAt, hotFor } = await readSettings(ctx, inventorySettings)
  if (hotAt === 0) return
  const until = ctx.now.add(minutes(hotFor))
  for (const variantId of overrunVariants(ctx, hotAt))
    await transaction(forMany(ctx, 'inventory.crowd'), (tx) => heat(tx, variantId, until))
}

async function heat(tx: Tx, variantId: VariantId, until: Temporal.Instant): Promise<void> {
  const fresh = await tx.db
    .insertInto('supply.hot_variants')
    .values({ shop_id: tx.shopId, variant_id: variantId, since: tx.now, until })
    .onConflict((conflict) => conflict.doNothing())
    .returning('variant_id')
    .executeTakeFirst()
  if (!fresh) return stayHot(tx, variantId, until)
  await tellMarked(tx, variantId, true)
  const sku = (await saleItemsOf(tx, [variantId])).get(variantId)?.sku ?? variantId
  await notify(tx, {
    permission: 'stock.adjust',
    kind: hotNotice,
    subject: 'variant',
    subjectId: variantId,
    data: { sku },
    dedupeKey: `${hotNotice}:${variantId}:${tx.now.toString()}`,
  })
}

/** The crowd is still there. What staff have marked has no end that could be moved. */
async function stayHot(tx: Tx, variantId: VariantId, until: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('supply.hot_variants')
    .set({ until })
    .where('shop_id', '=', tx.shopId)
    .where('variant_id', '=', variantId)
    .where('until', '<', until)
    .execute()
}

/** Job. What was hot by itself no longer is when the crowd has gone. */
export function coolDown(ctx: Context): Promise<void> {
  return transaction(ctx, async (tx) => {
    const cold = await tx.db
      .deleteFrom('supply.hot_variants')
      .where('shop_id', '=', tx.shopId)
      .where('until', '<=', tx.now)
      .returning('variant_id')
      .execute()
    for (const { variant_id } of cold) await tellMarked(tx, variant_id as VariantId, false)
  })
}
