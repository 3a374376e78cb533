import { piecesIn } from '#kernel/quantity'
import { isRefusal } from '#kernel/refusal'
import type { CartId } from '#model/sales/carts'
import type { Tx } from '#platform/context'
import {
  availabilityOf,
  claimedLines,
  confirmClaims,
  hotVariants,
  keepReservation,
  outOfStock,
  releaseStock,
  reservationsOf,
  reserveStock,
} from '#supply/inventory'
import { outboundsOf } from '#supply/warehouse'
import type { Order, OrderLine } from './model.ts'
import { linesOf } from './order-store.ts'
import { settlementOf } from './settlement.ts'
import { sourceOf } from './shipment-store.ts'

interface Wanted {
  readonly lineId: string
  readonly variantId: OrderLine['variantId']
  readonly quantity: number
  readonly requiresShipping: boolean
  /** What a refusal calls the line. */
  readonly field: string
}

interface SetAside {
  readonly order: Pick<Order, 'id' | 'districtCode'>
  readonly lines: readonly Wanted[]
  readonly expiresAt: Temporal.Instant | null
  /** The number of the box it leaves in; 0 unless told. */
  readonly box?: number
  /** The cart whose claims on hot goods become the order's. */
  readonly claimedBy?: CartId
}

/** Sets the goods of an order aside, those that its cart has claimed as they are. @throws outOfStock naming the line as the caller calls it */
export async function setAside(tx: Tx, { order, lines, expiresAt, box, claimedBy }: SetAside): Promise<void> {
  const carried = lines.filter((line) => line.requiresShipping)
  const claimed = await linesClaimed(tx, claimedBy, carried)
  const free = carried.filter((line) => !claimed.includes(line))
  if (free.length > 0) await reserve(tx, { order, lines: free, expiresAt, box })
  if (claimed.length > 0) await confirmClaims(tx, { from: claimedBy!, to: order.id, lines: claimed, expiresAt })
}

/** A shop without hot variants has no claims. */
async function linesClaimed(tx: Tx, holder: CartId | undefined, lines: readonly Wanted[]): Promise<readonly Wanted[]> {
  return holder && (await hotVariants(tx)).size > 0 ? claimedLines(tx, { holder, lines }) : []
}

async function reserve(tx: Tx, { order, lines, expiresAt, box }: SetAside): Promise<void> {
  try {
    await reserveStock(tx, { holder: order.id, lines, province: order.districtCode, expiresAt, box })
  } catch (error) {
    if (!isRefusal(error, outOfStock)) throw error
    const variantId = String(error.details.variantId) as OrderLine['variantId']
    const field = lines.find((line) => line.variantId === variantId)?.field ?? 'lines'
    throw outOfStock({
      variantId,
      wanted: Number(error.details.wanted),
      available: Number(error.details.available),
      field,
    })
  }
}

/**
 * The buyer has paid: the goods stay set aside. Those whose promise has run out, or that were counted away in the meantime, are
 * set aside anew. Who has read the lines already says so.
 *
 * @throws outOfStock when somebody else has them now
 */
export async function secureStock(tx: Tx, order: Order, known?: readonly OrderLine[]): Promise<void> {
  const lines = known ?? (await linesOf(tx, order))
  if (!lines.some((line) => line.requiresShipping)) return
  await keepReservation(tx, { holder: order.id })
  if (!(await missesStock(tx, order, lines))) return
  await releaseStock(tx, { holder: order.id })
  const toShip = await toShipOf(tx, order, lines)
  await setAside(tx, { order, lines: wantedOf(lines, toShip), expiresAt: null })
}

const wantedOf = (lines: readonly OrderLine[], pieces: (lineId: string) => number): Wanted[] =>
  lines
    .map(({ id, ...line }) => ({ ...line, lineId: id, quantity: pieces(id), field: `lines.${id}` }))
    .filter(({ quantity }) => quantity > 0)

/** Sets the missing pieces of an order aside in a box of that number; those that it holds stay as they are. @throws outOfStock unless all are there */
export async function secureMissing(tx: Tx, order: Order, box: number): Promise<void> {
  const lines = await linesOf(tx, order)
  const missing = countsOf(await missingOf(tx, order, lines))
  await setAside(tx, { order, lines: wantedOf(lines, (lineId) => missing.get(lineId) ?? 0), expiresAt: null, box })
}

/** What of the missing pieces of an order is free, line by line. */
export async function freeForOrder(tx: Tx, order: Order): Promise<Wanted[]> {
  const lines = await linesOf(tx, order)
  const missing = countsOf(await missingOf(tx, order, lines))
  const left = new Map(await availabilityOf(tx, [...new Set(lines.map(({ variantId }) => variantId))]))
  const free = new Map<string, number>()
  for (const { id, variantId } of lines) {
    const quantity = Math.min(missing.get(id) ?? 0, Math.max(0, left.get(variantId) ?? 0))
    left.set(variantId, (left.get(variantId) ?? 0) - quantity)
    free.set(id, quantity)
  }
  return wantedOf(lines, (lineId) => free.get(lineId) ?? 0)
}

const countsOf = (missing: readonly MissingLine[]): ReadonlyMap<string, number> =>
  new Map(missing.map(({ lineId, quantity }) => [lineId, quantity]))

/** Whether fewer pieces are set aside for an order than it needs. */
export const missesStock = async (tx: Tx, order: Order, lines: readonly OrderLine[]): Promise<boolean> =>
  (await missingOf(tx, order, lines)).length > 0

export interface MissingLine {
  readonly lineId: OrderLine['id']
  readonly quantity: number
}

/** Pieces that an order has to ship and for which nothing is set aside, line by line. */
export async function missingOf(tx: Tx, order: Order, lines: readonly OrderLine[]): Promise<MissingLine[]> {
  const held = await reservationsOf(tx, sourceOf(order)) // before what has left: a box that leaves meanwhile counts twice rather than never
  const toShip = await toShipOf(tx, order, lines)
  const reserved = (lineId: string) => piecesIn(held.filter((each) => each.lineId === lineId))
  return lines
    .filter((line) => line.requiresShipping)
    .map(({ id }) => ({ lineId: id, quantity: toShip(id) - reserved(id) }))
    .filter(({ quantity }) => quantity > 0)
}

/** How many pieces of a line are still to leave: those that have left already, heard of or not, or that were paid back before, are not. */
async function toShipOf(tx: Tx, order: Order, lines: readonly OrderLine[]): Promise<(lineId: string) => number> {
  const given = order.fulfilment === 'waiting' ? undefined : (await settlementOf(tx, order)).units
  const gone = order.fulfilment === 'waiting' || order.fulfilment === 'pending' ? undefined : await goneOf(tx, order)
  const left = new Map(
    lines.map((line) => [line.id as string, line.quantity - Math.max(line.shipped, gone?.get(line.id) ?? 0)]),
  )
  return (lineId) => (left.get(lineId) ?? 0) - (given?.get(lineId)?.unshipped ?? 0)
}

/** How many pieces of its lines the couriers have: the order hears of a box a moment after it has left. */
async function goneOf(tx: Tx, order: Order): Promise<ReadonlyMap<string, number>> {
  const gone = new Map<string, number>()
  for (const { status, lines } of await outboundsOf(tx, sourceOf(order)))
    if (status === 'handed_over')
      for (const { sourceLineId, picked } of lines) gone.set(sourceLineId, (gone.get(sourceLineId) ?? 0) + picked)
  return gone
}
