import type { Product, Variant } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { type EventRecord, latestOf } from '#platform/events'
import { productValue, variantValue } from './cells.ts'
import { type CellValue, isPriceField, isProductField, sameValue } from './fields.ts'
import type { BatchField, LaterEdit } from './model.ts'
import type { OpenRow } from './open-rows.ts'

/** Who changed the strayed cells of rows last, and when: by the event that changed just this cell. */
export async function laterEdits(reader: Reader, rows: readonly OpenRow[]): Promise<Map<OpenRow, LaterEdit[]>> {
  const strayed = rows.filter((row) => row.strayed.length > 0)
  const events = await latestOf(reader, {
    aggregateIds: strayed.flatMap(({ productId, variantId }) => (variantId ? [productId, variantId] : [productId])),
    types: ['product.changed', 'price.changed'],
  })
  const byThing = Map.groupBy(events, ({ aggregateId }) => aggregateId)
  return new Map(
    strayed.map((row) => [
      row,
      row.strayed.map(({ field, now }): LaterEdit => {
        const told = byThing.get(isPriceField(field) ? row.variantId! : row.productId) ?? []
        const event = told.find((each) => changes(each, row, field))
        return { field, now, by: event?.actorName ?? null, at: event?.at.toString() ?? null }
      }),
    ]),
  )
}

function changes({ data }: EventRecord, { variantId }: OpenRow, field: BatchField): boolean {
  const [before, after] = [data.before, data.after].map((part) => valueIn(part, variantId, field))
  return before !== undefined && after !== undefined && !sameValue(before, after)
}

/** What an event says a field was; undefined where it says nothing of it. */
function valueIn(part: unknown, variantId: string | null, field: BatchField): CellValue | undefined {
  if (isPriceField(field)) return variantValue({ price: part as Variant['price'] }, field)
  const product = part as Partial<Product>
  if (isProductField(field)) return productValue(product, field)
  const variant = product.variants?.find(({ id }) => id === variantId)
  return variant && variantValue(variant, field)
}
