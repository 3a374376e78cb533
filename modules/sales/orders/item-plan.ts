import { saleItemsOf } from '#goods/catalog'
import { pieces } from '#kernel/quantity'
import type { SaleItem } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import { agreedGoods, goodsRow } from './line-goods.ts'
import type { OrderLine, OrderLineId } from './model.ts'
import { itemNotInOrder, lineNotForSale } from './order.ts'

export interface ItemChange {
  readonly lineId: OrderLineId
  /** Another variant instead; the same unless given. */
  readonly variantId?: OrderLine['variantId']
  /** How many there shall be; 0 removes the line. */
  readonly quantity: number
}

/** A line as it is and as it shall be. */
export interface PlannedLine {
  readonly line: OrderLine
  readonly quantity: number
  /** What comes instead; absent when the goods stay the same. */
  readonly item?: SaleItem
}

/** What shall become of each line of an order: those that are not named stay. @throws itemNotInOrder, lineNotForSale naming the line */
export async function planItems(
  tx: Tx,
  lines: readonly OrderLine[],
  changes: readonly ItemChange[],
): Promise<PlannedLine[]> {
  const unknown = changes.find(({ lineId }) => !lines.some((line) => line.id === lineId))
  if (unknown) throw itemNotInOrder({ field: `lines.${unknown.lineId}` })
  const items = await saleItemsOf(
    tx,
    changes.flatMap(({ variantId }) => variantId ?? []),
  )
  return lines.map((line) =>
    plan(
      line,
      changes.find(({ lineId }) => lineId === line.id),
      items,
    ),
  )
}

function plan(line: OrderLine, change: ItemChange | undefined, items: ReadonlyMap<string, SaleItem>): PlannedLine {
  const field = `lines.${line.id}`
  if (!change) return { line, quantity: line.quantity }
  if (!line.requiresShipping) throw itemNotInOrder({ field })
  const quantity = change.quantity === 0 ? 0 : pieces(change.quantity, field)
  const { variantId } = change
  if (quantity === 0 || !variantId || variantId === line.variantId) return { line, quantity }
  const item = items.get(variantId)
  if (!item?.active) throw lineNotForSale({ field, variantId, name: item?.name.zh ?? '' })
  if (!item.requiresShipping) throw itemNotInOrder({ field })
  return { line, quantity, item }
}

/** The row of a line whose goods are others now; terms and reduction stay as agreed. */
export const asRow = ({ line: { agreed }, item }: PlannedLine & { readonly item: SaleItem }) => ({
  ...goodsRow(item),
  agreed: JSON.stringify({ ...agreed, ...agreedGoods(item) }),
})

/** Whether a plan changes anything. */
export const isChange = ({ line, quantity, item }: PlannedLine): boolean =>
  item !== undefined || quantity !== line.quantity

/** How the history tells of it. */
export const planText = (plan: readonly PlannedLine[]) =>
  plan.filter(isChange).map(({ line, quantity, item }) => ({
    lineId: line.id,
    before: { sku: line.sku, quantity: line.quantity },
    after: { sku: item?.sku ?? line.sku, quantity },
  }))
