import type { Reader } from '#platform/context'
import type { ProductId } from './model.ts'

/** For how many months each product is mended without charge; products without a warranty are left out. */
export async function warrantiesOf(reader: Reader, productIds: readonly ProductId[]): Promise<Map<ProductId, number>> {
  if (productIds.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('goods.products')
    .select(['id', 'warranty_months'])
    .where('shop_id', '=', reader.shopId)
    .where('id', 'in', [...productIds])
    .where('warranty_months', '>', 0)
    .execute()
  return new Map(rows.map((row) => [row.id as ProductId, row.warranty_months!]))
}
