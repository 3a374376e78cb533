import type { VariantId } from '#model/goods/catalog'
import type { WarehouseId } from './model.ts'

export interface WantedLine {
  readonly lineId: string
  readonly variantId: VariantId
  readonly quantity: number
}

export interface Portion extends WantedLine {
  readonly warehouseId: WarehouseId
}

/** What one warehouse could give; the list is in the order in which warehouses are asked. */
export interface Offer {
  readonly variantId: VariantId
  readonly warehouseId: WarehouseId
  readonly available: number
}

export interface Shortage {
  readonly index: number
  readonly variantId: VariantId
  readonly wanted: number
  readonly available: number
}

/** The first line that cannot be served, counting what earlier lines of the same variant take. */
export function firstShortage(lines: readonly WantedLine[], offers: readonly Offer[]): Shortage | undefined {
  const wanted = new Map<VariantId, number>()
  for (const [index, { variantId, quantity }] of lines.entries()) {
    const total = (wanted.get(variantId) ?? 0) + quantity
    wanted.set(variantId, total)
    const available = offers.reduce((all, offer) => (offer.variantId === variantId ? all + offer.available : all), 0)
    if (total > available) return { index, variantId, wanted: total, available }
  }
  return undefined
}

/** Sends all lines to the first warehouse that can serve them all; if none can, every line takes what it finds, in the order of asking. */
export function planReservation(lines: readonly WantedLine[], offers: readonly Offer[]): Portion[] {
  const order = [...new Set(offers.map(({ warehouseId }) => warehouseId))]
  for (const warehouseId of order) {
    const own = offers.filter((offer) => offer.warehouseId === warehouseId)
    if (!firstShortage(lines, own)) return lines.map((line) => ({ ...line, warehouseId }))
  }
  const left = offers.map((offer) => ({ ...offer }))
  return lines.flatMap((line) => split(line, left))
}

function split(
  line: WantedLine,
  left: { variantId: VariantId; warehouseId: WarehouseId; available: number }[],
): Portion[] {
  let missing = line.quantity
  const portions: Portion[] = []
  for (const offer of left.filter(({ variantId }) => variantId === line.variantId)) {
    const quantity = Math.min(missing, offer.available)
    if (quantity === 0) continue
    offer.available -= quantity
    missing -= quantity
    portions.push({ ...line, warehouseId: offer.warehouseId, quantity })
  }
  return portions
}
