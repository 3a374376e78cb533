import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import type { Reader, Tx } from '#platform/context'
import type { Lot, LotId, LotStatus } from './model.ts'
import { lotDatesDiffer, lotDatesWrong, lotNotFound, lotNotSellable } from './stock.ts'
import { shopToday } from './warehouse-store.ts'

export interface NewLot {
  readonly number: string
  readonly producedOn?: Temporal.PlainDate | null
  /** Last day on which it may be sold. */
  readonly expiresOn?: Temporal.PlainDate | null
}

interface LotRow {
  id: string
  variant_id: string
  number: string
  produced_on: Temporal.PlainDate | null
  expires_on: Temporal.PlainDate | null
  status: string
  first_in_at: Temporal.Instant
}

export const lotColumns = ['id', 'variant_id', 'number', 'produced_on', 'expires_on', 'status', 'first_in_at'] as const

export const toLot = (row: LotRow): Lot => ({
  id: row.id as LotId,
  variantId: row.variant_id as VariantId,
  number: row.number,
  producedOn: row.produced_on,
  expiresOn: row.expires_on,
  status: row.status as LotStatus,
  firstInAt: row.first_in_at,
})

const lots = (reader: Reader) =>
  reader.db.selectFrom('supply.lots').select(lotColumns).where('shop_id', '=', reader.shopId)

/** One lot. @throws lotNotFound */
export async function loadLot(reader: Reader, lotId: LotId, field = 'lotId'): Promise<Lot> {
  const row = await lots(reader).where('id', '=', lotId).executeTakeFirst()
  if (!row) throw lotNotFound({ lotId, field })
  return toLot(row)
}

/** The lot of that number, made now when it is new. @throws lotDatesDiffer when it is known with other dates, lotDatesWrong */
export async function ensureLot(tx: Tx, variantId: VariantId, lot: NewLot): Promise<Lot> {
  const { number, producedOn = null, expiresOn = null } = lot
  if (producedOn && expiresOn && Temporal.PlainDate.compare(expiresOn, producedOn) <= 0)
    throw lotDatesWrong({ number, field: 'lot' })
  await tx.db
    .insertInto('supply.lots')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      variant_id: variantId,
      number,
      produced_on: producedOn,
      expires_on: expiresOn,
      first_in_at: tx.now,
    })
    .onConflict((conflict) => conflict.constraint('lots_variant_number').doNothing())
    .execute()
  const known = toLot(
    await lots(tx).where('variant_id', '=', variantId).where('number', '=', number).executeTakeFirstOrThrow(),
  )
  if (differs(producedOn, known.producedOn) || differs(expiresOn, known.expiresOn))
    throw lotDatesDiffer({ number, field: 'lot' })
  return known
}

const differs = (given: Temporal.PlainDate | null, known: Temporal.PlainDate | null): boolean =>
  given !== null && !(known?.equals(given) ?? false)

/** Whether goods of a lot may be sold and picked on a day. Its expiry day is the last one. */
export const lotIsSellable = (
  { status, expiresOn }: Pick<Lot, 'status' | 'expiresOn'>,
  today: Temporal.PlainDate,
): boolean => status === 'released' && (expiresOn === null || Temporal.PlainDate.compare(today, expiresOn) <= 0)

/** @throws lotNotSellable when a lot has expired or is blocked */
export function mustBeSellable(lot: Lot, today: Temporal.PlainDate): void {
  if (!lotIsSellable(lot, today)) throw lotNotSellable({ lotId: lot.id, number: lot.number })
}

/** Whether a lot may be sold and picked today. @throws lotNotFound */
export const lotIsSellableNow = async (reader: Reader, lotId: LotId): Promise<boolean> =>
  lotIsSellable(await loadLot(reader, lotId), await shopToday(reader))
