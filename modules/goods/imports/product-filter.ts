import { type FindProducts, findProducts, type ProductRow } from '#goods/catalog'
import { newListingLimit } from '#goods/listing'
import { lifeStages } from '#model/goods/catalog'
import { type ExportFilter, type ExportKind, type ExportReader, eachPage } from '#platform/exports'

/** The filters of the list of products. */
export const productFilters: ExportKind['filters'] = {
  status: ['draft', 'checked', 'in_review', 'on_sale', 'delisted'],
  categoryId: 'id',
  brandId: 'id',
  lifeStage: lifeStages,
  tag: 'text',
  flag: ['food', 'perishable', 'valuableSmall', 'oversize', 'nonStandard'],
  newListing: ['near', 'passed'],
  text: 'text',
}

/** What these filters ask for; `checkFilter` has looked at every word. */
export async function wantedBy(reader: ExportReader, { newListing, ...filter }: ExportFilter): Promise<FindProducts> {
  const limit = await newListingLimit(reader)
  const neverListed = newListing ? limit.madeBetween(newListing as 'near' | 'passed') : undefined
  return { ...(filter as FindProducts), neverListed }
}

/** The products that the list shows under these filters, page by page. */
export async function* listedProducts(
  reader: ExportReader,
  filter: ExportFilter,
): AsyncGenerator<readonly ProductRow[]> {
  const wanted = await wantedBy(reader, filter)
  yield* eachPage((cursor) => findProducts(reader, { ...wanted, cursor, limit: 200 }))
}
