import { sql } from 'kysely'
import type { VariantId } from '#model/goods/catalog'
import type { Reader, Tx } from '#platform/context'
import { changeBins, type Slot } from './bin-store.ts'
import { carryStock } from './carry-stock.ts'
import type { BinId, WarehouseId } from './model.ts'
import { notSoMany } from './stock.ts'
import { shopToday } from './warehouse-store.ts'

export interface AllocatePicks {
  readonly warehouseId: WarehouseId
  readonly lines: readonly { readonly lineId: string; readonly variantId: VariantId; readonly quantity: number }[]
  /** Bins that were found empty a moment ago. */
  readonly notFrom?: readonly BinId[]
}

export interface Allocated extends Slot {
  readonly lineId: string
  readonly quantity: number
}

/**
 * Sets goods on the shelves aside for pickers: first expired first, else first in, then along the path. Expired and blocked lots
 * are left alone. Answers what was found, which may be less than wanted.
 */
export async function allocatePicks(tx: Tx, { warehouseId, lines, notFrom = [] }: AllocatePicks): Promise<Allocated[]> {
  const { rows } = await sql<RankedSlot>`
    with ${await rankedSlots(tx, { warehouseId, lines, notFrom, lock: true })},
    set_aside as (
      update supply.bin_stock s set allocated = s.allocated + t.part
      from taken t where s.shop_id = ${tx.shopId} and s.bin_id = t.bin_id and s.lot_id = t.lot_id and s.variant_id = t.variant_id
      returning s.bin_id)
    ${takenSlots} where (select count(*) from set_aside) >= 0 order by variant_id, earlier`.execute(tx.db)
  return spread(lines, rows).map(({ binId, lotId, variantId, lineId, quantity }) => ({
    binId,
    lotId,
    variantId,
    lineId,
    quantity,
  }))
}

/** A slot as a pick list shows it. */
export interface Suggested extends Allocated {
  readonly bin: string
  readonly pathOrder: number
  readonly lot: string
  readonly expiresOn: Temporal.PlainDate | null
}

/** What `allocatePicks` would set aside now, along the path, without setting anything aside. */
export async function suggestPicks(reader: Reader, { warehouseId, lines }: AllocatePicks): Promise<Suggested[]> {
  const { rows } = await sql<RankedSlot>`
    with ${await rankedSlots(reader, { warehouseId, lines, notFrom: [], lock: false })} ${takenSlots} order by variant_id, earlier`.execute(
    reader.db,
  )
  return spread(lines, rows).sort((a, b) => a.pathOrder - b.pathOrder || (a.bin < b.bin ? -1 : 1))
}

type RankedSlot = Omit<Suggested, 'lineId'>

const takenSlots = sql`
  select bin_id as "binId", lot_id as "lotId", variant_id as "variantId", part as quantity, code as bin, path_order as "pathOrder", lot, expires_on as "expiresOn"
  from taken`

/** Free slots of the wanted variants in the order in which they are to be used, cut off where enough has been found. */
async function rankedSlots(
  reader: Reader,
  { warehouseId, lines, notFrom, lock }: Required<AllocatePicks> & { lock: boolean },
) {
  const wanted = new Map<VariantId, number>()
  for (const { variantId, quantity } of lines) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity)
  return sql`
    wanted as (select * from unnest(${[...wanted.keys()]}::uuid[], ${[...wanted.values()]}::int[]) as w (variant_id, quantity)),
    slots as (
      select s.bin_id, s.lot_id, s.variant_id, s.quantity - s.allocated as free, b.path_order, b.code, b.zone, t.number as lot, t.expires_on, t.first_in_at
      from supply.bin_stock s
      join wanted w using (variant_id)
      join supply.bins b on b.id = s.bin_id and b.warehouse_id = ${warehouseId} and b.zone in ('pick', 'reserve')
      join supply.lots t on t.shop_id = s.shop_id and t.id = s.lot_id and t.status = 'released'
        and (t.expires_on is null or t.expires_on >= ${await shopToday(reader)}::date)
      where s.shop_id = ${reader.shopId} and s.quantity > s.allocated and s.bin_id <> all(${[...notFrom]}::uuid[])
      order by s.bin_id, s.lot_id, s.variant_id
      ${lock ? sql`for no key update of s` : sql``}),
    ranked as (
      select *, sum(free) over (partition by variant_id
        order by expires_on nulls last, first_in_at, (zone <> 'pick'), path_order, code, lot_id) - free as earlier
      from slots),
    taken as (
      select r.*, least(r.free, w.quantity - r.earlier)::int as part
      from ranked r join wanted w using (variant_id) where r.earlier < w.quantity)`
}

/** Deals the slots out to the lines in their order. */
function spread(lines: AllocatePicks['lines'], slots: readonly RankedSlot[]): Suggested[] {
  const left: { -readonly [Key in keyof RankedSlot]: RankedSlot[Key] }[] = slots.map((slot) => ({ ...slot }))
  return lines.flatMap(({ lineId, variantId, quantity }) => {
    let missing = quantity
    const own: Suggested[] = []
    for (const slot of left.filter((one) => one.variantId === variantId)) {
      const part = Math.min(missing, slot.quantity)
      if (part === 0) continue
      slot.quantity -= part
      missing -= part
      own.push({ ...slot, lineId, quantity: part })
    }
    return own
  })
}

/** Gives back what was set aside for a picker in a bin. */
export async function freeAllocation(tx: Tx, slots: readonly (Slot & { quantity: number })[]): Promise<void> {
  const held = await changeBins(
    tx,
    slots.map(({ binId, lotId, variantId, quantity }) => ({ binId, lotId, variantId, allocated: -quantity })),
  )
  if (!held) throw new Error('more was given back to a bin than had been set aside there')
}

export interface TakePicked extends Slot {
  readonly packingBinId: BinId
  readonly quantity: number
  readonly scanId: string
  readonly reason: string
}

/** A picker takes set-aside goods to the packing table; one scan counts once. @throws lotNotSellable, notSoMany */
export async function takePicked(tx: Tx, { packingBinId, scanId, ...slot }: TakePicked): Promise<void> {
  await carryStock(tx, {
    ...slot,
    toBinId: packingBinId,
    kind: 'pick',
    cause: 'scan',
    causeId: scanId,
    wasAllocated: true,
    staysAllocated: true,
  })
}

export interface PutPickedBack extends Slot {
  readonly toBinId: BinId
  readonly quantity: number
  readonly causeId: string
  readonly reason: string
}

/** Picked goods go back to a shelf, free for others. @throws lotNotSellable, notSoMany */
export async function putPickedBack(tx: Tx, input: PutPickedBack): Promise<void> {
  await carryStock(tx, { ...input, kind: 'unpick', cause: 'put_back', wasAllocated: true })
}

/** @throws notSoMany when a slot no longer holds the quantity: used before goods leave the house */
export async function mustTake(tx: Tx, slots: readonly (Slot & { quantity: number })[]): Promise<void> {
  const held = await changeBins(
    tx,
    slots.map(({ quantity, ...slot }) => ({ ...slot, quantity: -quantity, allocated: -quantity })),
  )
  const [first] = slots
  if (!held && first)
    throw notSoMany({
      binId: first.binId,
      lotId: first.lotId,
      variantId: first.variantId,
      wanted: first.quantity,
      field: 'quantity',
    })
}
