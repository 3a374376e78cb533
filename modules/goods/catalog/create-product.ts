import { reindexProducts } from '#goods/search'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publishAll } from '#platform/events'
import { brandNotFound, brandsOf } from './brands.ts'
import { attributesOf, categoryPath } from './categories.ts'
import { cleanProduct } from './clean-product.ts'
import type { CleanProduct, ProductDraft } from './draft.ts'
import type { CategoryAttribute, Product } from './model.ts'
import { asNew, insertProducts, loadProduct, type NewProduct } from './product-store.ts'

/**
 * Creates a product as a draft. Only a name is needed; the data check says later what is missing for sale.
 * @throws slugTaken, skuTaken, barcodeTaken, categoryNotFound, brandNotFound and every refusal of a wrong field
 */
export function createProduct(ctx: Context, draft: ProductDraft): Promise<Product> {
  return transaction(ctx, async (tx) => {
    const product = asNew((await cleanForShop(tx, draft)).clean)
    await insertNewProducts(tx, [product])
    return loadProduct(tx, product.id)
  })
}

/** Inserts clean products with their events and search documents: the building block of creating and of importing. */
export async function insertNewProducts(tx: Tx, products: readonly NewProduct[]): Promise<void> {
  await insertProducts(tx, products)
  await publishAll(
    tx,
    products.map(({ id, product: { slug, source, variants } }) => ({
      type: 'product.created',
      aggregate: 'product',
      id,
      data: { slug, source, variants: variants.length },
    })),
  )
  await reindexProducts(
    tx,
    products.map(({ id }) => id),
  )
}

/** Checks a draft against the shop's categories and brands. */
export async function cleanForShop(
  tx: Tx,
  draft: ProductDraft,
): Promise<{ clean: CleanProduct; attributes: CategoryAttribute[] }> {
  const { categoryId, brandId } = draft
  if (categoryId) await categoryPath(tx, categoryId)
  if (brandId && !(await brandsOf(tx, [brandId])).has(brandId))
    throw brandNotFound({ field: 'brandId', brand: brandId })
  const attributes = categoryId ? ((await attributesOf(tx, [categoryId])).get(categoryId) ?? []) : []
  return { clean: cleanProduct(draft, attributes), attributes }
}
