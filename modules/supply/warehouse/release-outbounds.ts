import { sql } from 'kysely'
import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import { piecesIn } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { WarehouseId } from '#model/supply/inventory'
import type { Recipient } from '#model/supply/shipping'
import { notify } from '#office/notices'
import { knownShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { type Reservation, reservationsOf } from '#supply/inventory'
import { sealRecipient } from '#supply/shipping'
import type { OutboundId, OutboundSource } from './model.ts'
import { nothingReserved } from './outbound.ts'
import { lockOutboundsOf } from './outbound-store.ts'
import { leavePicks } from './pick-store.ts'

export interface ReleasedLine {
  readonly sourceLineId: string
  readonly variantId: VariantId
  readonly sku: string
  readonly name: string
  readonly specification: string
  readonly barcode: string | null
  readonly weightGrams: number
  readonly quantity: number
}

export interface ReleaseOutbounds {
  /** The order (or case) that holds the reservations. */
  readonly sourceId: string
  readonly sourceNumber: string
  /** Where goods of several orders leave together: the number of each. */
  readonly sourceNumbers?: readonly string[]
  readonly source?: OutboundSource
  readonly carrier: string
  readonly recipient: Recipient
  readonly dispatchBy: Temporal.Instant
  /** Special requests, as they print on the notes. */
  readonly requests: readonly string[]
  readonly lines: readonly ReleasedLine[]
}

/**
 * Passes goods that are reserved to the warehouses that hold them: one outbound for each box, told to the stock keepers (ORD-06).
 * Releasing again returns the same outbounds, and those of the boxes that have come up since; a withdrawn one is revived, and what was picked for it before waits to be put back.
 *
 * @throws nothingReserved when no warehouse holds anything for the source
 */
export async function releaseOutbounds(tx: Tx, input: ReleaseOutbounds): Promise<OutboundId[]> {
  const earlier = await lockOutboundsOf(tx, input.sourceId)
  const live = earlier.filter(({ status }) => status !== 'cancelled')
  const ids = live.map(({ id }) => id)
  const boxes = boxesOf(input.lines, await reservationsOf(tx, input.sourceId)).filter((box) => !live.some(isOf(box)))
  if (boxes.length === 0 && ids.length === 0) throw nothingReserved({ sourceId: input.sourceId })

  if (boxes.length > 0)
    for (const outbound of earlier) if (outbound.status === 'cancelled') await leavePicks(tx, outbound.id)
  const { timeZone } = await knownShop(tx)
  for (const { warehouseId, box, held, lines } of boxes) {
    const number = documentNumber('OB', dayIn(tx.now, timeZone))
    const outbound = await upsertOutbound(tx, { ...input, warehouseId, box, number })
    await upsertLines(tx, outbound.id, lines, held)
    await tellReleased(tx, { ...outbound, warehouseId, sourceId: input.sourceId, sourceNumber: input.sourceNumber })
    ids.push(outbound.id)
  }
  return ids
}

interface Box {
  readonly warehouseId: WarehouseId
  readonly box: number
  readonly lines: readonly ReleasedLine[]
  readonly held: readonly Reservation[]
}

type Place = Pick<Box, 'warehouseId' | 'box'>

const isOf =
  ({ warehouseId, box }: Place) =>
  (other: Place): boolean =>
    other.warehouseId === warehouseId && other.box === box

/** What leaves together: what is set aside for one box, in each warehouse that holds any of it. */
function boxesOf(lines: readonly ReleasedLine[], reservations: readonly Reservation[]): Box[] {
  return [...Map.groupBy(reservations, ({ warehouseId, box }) => `${warehouseId} ${box}`).values()]
    .map((held) => ({
      warehouseId: held[0]!.warehouseId,
      box: held[0]!.box,
      held,
      lines: lines.filter(({ sourceLineId }) => held.some(({ lineId }) => lineId === sourceLineId)),
    }))
    .filter((box) => box.lines.length > 0)
    .toSorted((one, other) =>
      one.warehouseId === other.warehouseId ? one.box - other.box : one.warehouseId < other.warehouseId ? -1 : 1,
    )
}

export async function upsertOutbound(
  tx: Tx,
  input: ReleaseOutbounds & { warehouseId: WarehouseId; box?: number; number: string },
): Promise<{ id: OutboundId; number: string }> {
  const changing = {
    status: 'released',
    carrier: input.carrier,
    recipient_cipher: sealRecipient(tx.vault, input.recipient),
    district_code: input.recipient.districtCode,
    requests: JSON.stringify(input.requests),
    dispatch_by: input.dispatchBy,
    collect_minor: 0,
    picker: null,
    packer: null,
    printed_at: null,
    released_at: tx.now,
    source_numbers: [...(input.sourceNumbers ?? [])],
  }
  const row = await tx.db
    .insertInto('supply.outbounds')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      number: input.number,
      warehouse_id: input.warehouseId,
      box: input.box ?? 0,
      source: input.source ?? 'order',
      source_id: input.sourceId,
      source_number: input.sourceNumber,
      ...changing,
    })
    .onConflict((conflict) => conflict.constraint('outbounds_source_once').doUpdateSet(changing))
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  return { id: row.id as OutboundId, number: row.number }
}

/** A line goes to a warehouse with as many pieces as are reserved for it there. */
/** What a line of an outbound is of, as it is kept. */
export const lineRow = ({ shopId }: Tx, outboundId: OutboundId, line: ReleasedLine) => ({
  id: newId(),
  shop_id: shopId,
  outbound_id: outboundId,
  source_line_id: line.sourceLineId,
  variant_id: line.variantId,
  sku: line.sku,
  name: line.name,
  specification: line.specification,
  barcode: line.barcode,
  weight_grams: line.weightGrams,
})

async function upsertLines(
  tx: Tx,
  outboundId: OutboundId,
  lines: readonly ReleasedLine[],
  held: readonly Reservation[],
): Promise<void> {
  const rows = lines.flatMap((line) => {
    const quantity = piecesIn(held.filter(({ lineId }) => lineId === line.sourceLineId))
    if (quantity === 0) return []
    return [{ ...lineRow(tx, outboundId, line), quantity, picked: 0, packed: 0, short: 0 }]
  })
  await dropOtherLines(
    tx,
    outboundId,
    rows.map((row) => row.source_line_id),
  )
  await tx.db
    .insertInto('supply.outbound_lines')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'outbound_id', 'source_line_id']).doUpdateSet((eb) => ({
        variant_id: eb.ref('excluded.variant_id'),
        sku: eb.ref('excluded.sku'),
        name: eb.ref('excluded.name'),
        specification: eb.ref('excluded.specification'),
        barcode: eb.ref('excluded.barcode'),
        weight_grams: eb.ref('excluded.weight_grams'),
        quantity: eb.ref('excluded.quantity'),
        picked: 0,
        packed: 0,
        short: 0,
      })),
    )
    .execute()
}

/** A revived outbound no longer carries what was changed or taken out meanwhile; its picks ended before. */
async function dropOtherLines(tx: Tx, outboundId: OutboundId, kept: readonly string[]): Promise<void> {
  await sql`with gone as (
      select id from supply.outbound_lines
      where shop_id = ${tx.shopId} and outbound_id = ${outboundId} and source_line_id <> all(${[...kept]}::uuid[])),
    picks as (delete from supply.picks p using gone where p.shop_id = ${tx.shopId} and p.line_id = gone.id)
    delete from supply.outbound_lines l using gone where l.shop_id = ${tx.shopId} and l.id = gone.id`.execute(tx.db)
}

interface Released {
  readonly id: OutboundId
  readonly number: string
  readonly warehouseId: WarehouseId
  readonly sourceId: string
  readonly sourceNumber: string
}

async function tellReleased(tx: Tx, { id, number, warehouseId, sourceId, sourceNumber }: Released): Promise<void> {
  await publish(tx, {
    type: 'outbound.released',
    aggregate: 'outbound',
    id,
    data: { outboundId: id, number, warehouseId, sourceId },
  })
  await notify(tx, {
    permission: 'outbound.pick',
    kind: 'outbound.released',
    subject: 'outbound',
    subjectId: id,
    data: { number, sourceNumber },
    dedupeKey: `outbound.released:${id}:${tx.now.toString()}`,
  })
}
