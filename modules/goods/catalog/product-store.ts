import { sql } from 'kysely'
import { showPictures } from '#goods/media'
import { insertPrices } from '#goods/prices'
import { newId } from '#kernel/id'
import type { Refusal } from '#kernel/refusal'
import { canStep } from '#kernel/steps'
import type { Reader, Tx } from '#platform/context'
import type { CleanProduct, CleanVariant } from './draft.ts'
import { type ListingStep, listingSteps, type Price, type Product, type ProductId, type VariantId } from './model.ts'
import { barcodeTaken, productCannot, productNotFound, skuTaken, slugTaken } from './product.ts'
import { loadWhole } from './product-rows.ts'

/** @throws productNotFound */
export async function loadProduct(reader: Reader, id: ProductId): Promise<Product> {
  const product = (await loadWhole(reader, [id])).get(id)
  if (!product) throw productNotFound({ product: id })
  return product
}

/**
 * Locks the product's row; whoever changes anything of it comes through here first. Not its key: a price that is changing holds its own row and
 * must be able to name the product.
 * @throws productNotFound
 */
export async function lockProduct(tx: Tx, id: ProductId): Promise<Product> {
  await tx.db
    .selectFrom('goods.products')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return loadProduct(tx, id)
}

/** Locks several, in the order of their ids; those that are gone are missing from the answer. */
export async function lockProducts(tx: Tx, ids: readonly ProductId[]): Promise<Map<ProductId, Product>> {
  await tx.db
    .selectFrom('goods.products')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return loadWhole(tx, ids)
}

export interface NewProduct {
  readonly id: ProductId
  readonly product: CleanProduct
  readonly variantIds: readonly VariantId[]
}

/** Gives ids to clean products that are about to be inserted. */
export const asNew = (product: CleanProduct): NewProduct => ({
  id: newId<'Product'>(),
  product,
  variantIds: product.variants.map(() => newId<'Variant'>()),
})

/** Inserts whole products, one statement for each kind of row however many they are. @throws slugTaken, skuTaken, barcodeTaken */
export async function insertProducts(tx: Tx, products: readonly NewProduct[]): Promise<void> {
  if (products.length === 0) return
  const rows = products.map(({ id, product }) => ({
    id,
    shop_id: tx.shopId,
    created_at: tx.now,
    source: product.source,
    source_key: product.sourceKey,
    ...productColumns(tx, product),
  }))
  await naming(() => tx.db.insertInto('goods.products').values(rows).execute())
  await tx.db
    .insertInto('goods.product_texts')
    .values(products.flatMap(({ id, product }) => textRows(tx, id, product)))
    .execute()
  await insertVariants(
    tx,
    products.flatMap(({ id, product, variantIds }) =>
      product.variants.map((variant, position) => ({ id: variantIds[position]!, productId: id, variant, position })),
    ),
  )
  await showPictures(tx, new Map(products.map(({ id, product }) => [id, product.pictureIds])))
}

export const productColumns = (tx: Tx, product: CleanProduct) => ({
  slug: product.slug,
  category_id: product.categoryId,
  brand_id: product.brandId,
  life_stage: product.lifeStage,
  kind: product.kind,
  is_food: product.flags.food,
  is_perishable: product.flags.perishable,
  is_valuable_small: product.flags.valuableSmall,
  is_oversize: product.flags.oversize,
  is_non_standard: product.flags.nonStandard,
  licence: product.licence,
  warranty_months: product.warrantyMonths,
  shelf_life_days: product.shelfLifeDays,
  tags: [...product.tags],
  keywords: [...product.keywords],
  attributes: JSON.stringify(product.attributes),
  updated_at: tx.now,
})

export const textRows = (tx: Tx, productId: ProductId, { texts }: CleanProduct) =>
  (['zh', 'en'] as const).flatMap((locale) => {
    const text = texts[locale]
    if (!text) return []
    const { name, title, description } = text
    return [
      {
        shop_id: tx.shopId,
        product_id: productId,
        locale,
        name,
        title,
        description,
        selling_points: [...text.sellingPoints],
        option_names: [...text.optionNames],
      },
    ]
  })

export interface PlacedVariant {
  readonly id: VariantId
  readonly productId: ProductId
  readonly variant: CleanVariant
  readonly position: number
}

/** @throws skuTaken, barcodeTaken */
export async function insertVariants(tx: Tx, placed: readonly PlacedVariant[]): Promise<void> {
  if (placed.length === 0) return
  const rows = placed.map(({ id, productId, variant, position }) => ({
    id,
    shop_id: tx.shopId,
    product_id: productId,
    created_at: tx.now,
    ...variantColumns(variant, position),
  }))
  await naming(() => tx.db.insertInto('goods.variants').values(rows).execute())
  await writeVariantTexts(tx, placed)
  const priced = placed.flatMap(({ id, variant }): [VariantId, Price][] => (variant.price ? [[id, variant.price]] : []))
  await insertPrices(tx, new Map(priced))
}

export const variantColumns = (variant: CleanVariant, position: number) => ({
  sku: variant.sku,
  barcode: variant.barcode,
  position,
  status: 'active',
  weight_grams: variant.weightGrams,
  requires_shipping: variant.requiresShipping,
  picture_id: variant.pictureId,
})

export async function writeVariantTexts(tx: Tx, placed: readonly PlacedVariant[]): Promise<void> {
  const rows = placed.flatMap(({ id, variant }) =>
    (['zh', 'en'] as const).map((locale) => ({
      shop_id: tx.shopId,
      variant_id: id,
      locale,
      option_values: [...variant.optionValues[locale]],
    })),
  )
  await tx.db
    .insertInto('goods.variant_texts')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'variant_id', 'locale'])
        .doUpdateSet((eb) => ({ option_values: eb.ref('excluded.option_values') })),
    )
    .execute()
}

/** Lets unique keys decide who was first, and says in the business's words what is taken. */
export async function naming<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    throw takenBy(error) ?? error
  }
}

function takenBy(error: unknown): Refusal | undefined {
  const { code, constraint, detail } = error as { code?: string; constraint?: string; detail?: string }
  if (code !== '23505') return undefined
  const value = /\)=\([^,]+, (.*)\) already exists/s.exec(detail ?? '')?.[1] ?? ''
  if (constraint === 'products_slug_key') return slugTaken({ field: 'slug', slug: value })
  if (constraint === 'variants_sku_key') return skuTaken({ field: 'variants', sku: value })
  if (constraint === 'variants_barcode_key') return barcodeTaken({ field: 'variants', barcode: value })
  return undefined
}

export interface ListingMove {
  readonly delisted_because?: 'by_hand' | 'out_of_stock' | null
  readonly rejection?: string | null
  readonly submitted_by?: string | null
  /** First time on sale: now, unless it was on sale before. */
  readonly startsSale?: boolean
}

/** Moves a listing one step or refuses. One statement checks and writes, so nobody approves what another rejects. @throws productCannot */
export const moveListing = (
  tx: Tx,
  product: Pick<Product, 'id' | 'status'>,
  step: ListingStep,
  move: ListingMove = {},
): Promise<void> => moveListings(tx, [product], step, move)

/** The same step for several products in one statement. @throws productCannot for the first that is not there */
export async function moveListings(
  tx: Tx,
  products: readonly Pick<Product, 'id' | 'status'>[],
  step: ListingStep,
  { startsSale, ...set }: ListingMove = {},
): Promise<void> {
  const { from, to } = listingSteps[step]
  const rows = await tx.db
    .updateTable('goods.products')
    .set({
      status: to,
      version: sql`version + 1`,
      updated_at: tx.now,
      ...set,
      ...(startsSale ? { on_sale_at: sql`coalesce(on_sale_at, ${tx.now})` } : {}),
    })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', sql<string>`any(${products.map(({ id }) => id)}::uuid[])`)
    .where('status', 'in', from)
    .returning('id')
    .execute()
  const moved = new Set<string>(rows.map(({ id }) => id))
  const stuck = products.find(({ id }) => !moved.has(id))
  if (stuck) throw productCannot({ productId: stuck.id, step, status: stuck.status })
}

/** What changing its content does to a listing on its way: it starts over. One on sale stays there. */
export const statusAfterChange = (status: Product['status']): Product['status'] =>
  canStep(listingSteps, status, 'revise') ? listingSteps.revise.to : status
