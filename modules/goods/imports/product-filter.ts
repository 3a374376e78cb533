import type { FindProducts } from '#goods/catalog'
import type { ExportFilter, ExportKind } from '#platform/exports'

/** The filters of the list of products. */
export const productFilters: ExportKind['filters'] = {
  status: ['draft', 'checked', 'in_review', 'on_sale', 'delisted'],
  categoryId: 'id',
  brandId: 'id',
  tag: 'text',
  flag: ['food', 'perishable', 'valuableSmall', 'oversize', 'nonStandard'],
  text: 'text',
}

/** The same as the list's function takes them; `checkFilter` has looked at every word. */
export const productFilter = (filter: ExportFilter): FindProducts => filter as FindProducts
