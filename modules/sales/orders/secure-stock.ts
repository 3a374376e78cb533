import { isRefusal } from '#kernel/refusal'
import type { Tx } from '#platform/context'
import { keepReservation, outOfStock, releaseStock, reservationsOf, reserveStock } from '#supply/inventory'
import type { Order, OrderLine } from './model.ts'
import { linesOf } from './order-store.ts'

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
}

/** Sets the goods of an order aside. @throws outOfStock naming the line as the caller calls it */
export async function setAside(tx: Tx, { order, lines, expiresAt }: SetAside): Promise<void> {
  const carried = lines.filter((line) => line.requiresShipping)
  if (carried.length === 0) return
  try {
    await reserveStock(tx, { holder: order.id, lines: carried, province: order.districtCode, expiresAt })
  } catch (error) {
    if (!isRefusal(error, outOfStock)) throw error
    const variantId = String(error.details.variantId) as OrderLine['variantId']
    const field = carried.find((line) => line.variantId === variantId)?.field ?? 'lines'
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
 * set aside anew.
 *
 * @throws outOfStock when somebody else has them now
 */
export async function secureStock(tx: Tx, order: Order): Promise<void> {
  const lines = await linesOf(tx, order)
  if (!lines.some((line) => line.requiresShipping)) return
  await keepReservation(tx, { holder: order.id })
  if (!(await missesStock(tx, order, lines))) return
  await releaseStock(tx, { holder: order.id })
  const wanted = lines.map(({ id, ...line }) => ({ ...line, lineId: id, field: `lines.${id}` }))
  await setAside(tx, { order, lines: wanted, expiresAt: null })
}

/** Whether fewer pieces are set aside for an order than it needs. */
export async function missesStock(tx: Tx, order: Pick<Order, 'id'>, lines: readonly OrderLine[]): Promise<boolean> {
  const held = await reservationsOf(tx, order.id)
  const reserved = (lineId: string) =>
    held.filter((each) => each.lineId === lineId).reduce((all, { quantity }) => all + quantity, 0)
  return lines.some((line) => line.requiresShipping && reserved(line.id) < line.quantity)
}
