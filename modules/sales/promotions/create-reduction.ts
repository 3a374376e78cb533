import { isBefore } from '#kernel/day'
import { newId } from '#kernel/id'
import { type Money, money } from '#kernel/money'
import { loadShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { Reduction } from './model.ts'
import { announced, endsBeforeStart, offTooLarge, reductionColumns, toReduction } from './reduction.ts'

export interface CreateReduction {
  readonly name: string
  readonly nameEn: string
  /** Minor units of the shop's currency, as is `offMinor`. */
  readonly thresholdMinor: number
  readonly offMinor: number
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/**
 * Announces a reduction for whole orders, in the shop's currency. Several may be in force at once: an order gets the best.
 * @throws offTooLarge, endsBeforeStart, moneyOutOfRange
 */
export function createReduction(ctx: Context, wish: CreateReduction): Promise<Reduction> {
  return transaction(ctx, async (tx) => {
    const { currency } = await loadShop(tx)
    const threshold = money(wish.thresholdMinor, currency)
    const off = money(wish.offMinor, currency)
    if (off.minor > threshold.minor || off.minor < 1) throw offTooLarge({ field: 'off' })
    if (!isBefore(wish.startsAt, wish.endsAt)) throw endsBeforeStart({ field: 'endsAt' })
    const reduction = await insertReduction(tx, wish, { threshold, off })
    announced.forget(tx)
    await publish(tx, {
      type: 'reduction.created',
      aggregate: 'reduction',
      id: reduction.id,
      data: { after: reduction },
    })
    return reduction
  })
}

async function insertReduction(
  tx: Tx,
  wish: CreateReduction,
  { threshold, off }: { threshold: Money; off: Money },
): Promise<Reduction> {
  const row = await tx.db
    .insertInto('sales.reductions')
    .values({
      id: newId<'Reduction'>(),
      shop_id: tx.shopId,
      name: wish.name,
      name_en: wish.nameEn,
      threshold_minor: threshold.minor,
      off_minor: off.minor,
      currency: threshold.currency,
      starts_at: wish.startsAt,
      ends_at: wish.endsAt,
      created_at: tx.now,
    })
    .returning(reductionColumns)
    .executeTakeFirstOrThrow()
  return toReduction(row)
}
