import {
  asNew,
  attributesOf,
  type Holders,
  holdersOf,
  insertNewProducts,
  type NewProduct,
  productsBySource,
  productsOf,
  writeChange,
} from '#goods/catalog'
import { listAtOnce, stockRanOut } from '#goods/listing'
import { announcePictures } from '#goods/media'
import { newId } from '#kernel/id'
import type { CategoryId, PictureId, Product, ProductId, VariantId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import type { ImportRun, Landed, Landing } from '#platform/imports'
import type { ProductImportOptions } from './model.ts'
import { namePlaces, type Places, pathOf } from './name-places.ts'
import { type Plan, planProduct } from './plan-product.ts'
import type { FileProduct, ReadProduct } from './read-product.ts'

/** What the file says is there of a variant that the import has just made. */
export interface FirstStock {
  readonly variantId: VariantId
  readonly sku: string
  readonly quantity: number
}

/** Told in the transaction that makes the variants; given by the application, for stock lies a floor above. */
export type OnStock = (tx: Tx, rows: readonly FirstStock[]) => Promise<void>

/** Lands products that were read from a file: known ones by their handle are changed or left, others created. */
export const landProducts =
  (reads: readonly ReadProduct[], onStock: OnStock | undefined): Landing =>
  async (tx, run) => {
    const files = reads.flatMap((read) => ('product' in read ? [read.product] : []))
    const plans = await planAll(tx, files, run)
    if (!run.dryRun) await carryOut(tx, plans, { onStock, options: run.options })
    const byFile = new Map(files.map((file, at) => [file, plans[at]!]))
    return reads.map((read) =>
      'product' in read ? landedOf(byFile.get(read.product)!) : { outcome: 'failed', problems: read.problems },
    )
  }

async function planAll(tx: Tx, files: readonly FileProduct[], { dryRun, options, memory }: ImportRun): Promise<Plan[]> {
  const { unknownCategory = 'create' } = options as ProductImportOptions
  const places = await namePlaces(tx, files, { make: unknownCategory === 'create', dryRun })
  const holders = await holdersIn(tx, files)
  const stored = await storedOf(tx, files, holders)
  const pictures = await namePictures(tx, files, stored, dryRun)
  const attributes = await attributesOf(tx, categoriesIn(places, stored))
  const claims = dryRun ? memory : new Map<string, unknown>()
  return files.map((file) => {
    const path = pathOf(file.category)
    const before = stored.get(file.handle)
    const categoryId = path ? (places.categories.get(path) ?? null) : (before?.categoryId ?? places.unsorted)
    if (path && !categoryId) return unknownCategoryOf(file, path)
    return planProduct(file, {
      actor: tx.actor,
      stored: before,
      categoryId,
      brandId: places.brands.get(file.vendor) ?? null,
      pictureIds: new Map([...pictures, ...earlierPictures(before)]),
      attributes: categoryId ? (attributes.get(categoryId) ?? []) : [],
      holders,
      claims,
    })
  })
}

/** Products we have of these, by handle: from the same source, or for our own sheet whichever product is at the address. */
async function storedOf(tx: Tx, files: readonly FileProduct[], holders: Holders): Promise<Map<string, Product>> {
  const source = files[0]?.source
  if (!source) return new Map()
  if (source !== 'sheet')
    return productsBySource(
      tx,
      source,
      files.map(({ handle }) => handle),
    )
  const ids = files.flatMap(({ slugs }) => holders.slugs.get(slugs[0]!) ?? [])
  const products = await productsOf(tx, ids)
  return new Map(
    files.flatMap(({ handle, slugs }) => {
      const product = products.get(holders.slugs.get(slugs[0]!) as ProductId)
      return product ? [[handle, product]] : []
    }),
  )
}

const holdersIn = (tx: Tx, files: readonly FileProduct[]): Promise<Holders> =>
  holdersOf(tx, {
    slugs: files.flatMap(({ slugs }) => slugs),
    skus: files.flatMap(({ variants }) => variants.map(({ sku }) => sku)),
    barcodes: files.flatMap(({ variants }) => variants.flatMap(({ barcode }) => barcode ?? [])),
  })

const categoriesIn = (places: Places, stored: ReadonlyMap<string, Product>): CategoryId[] => [
  ...new Set([
    ...places.categories.values(),
    ...(places.unsorted ? [places.unsorted] : []),
    ...[...stored.values()].flatMap(({ categoryId }) => categoryId ?? []),
  ]),
]

const unknownCategoryOf = (file: FileProduct, value: string): Plan => ({
  step: 'refuse',
  problems: [{ row: file.row, field: 'category', code: 'product_import.category_unknown', value }],
})

const earlierPictures = (product: Product | undefined): [string, PictureId][] =>
  product?.pictures.flatMap((picture) => (picture.sourceUrl ? [[picture.sourceUrl, picture.id]] : [])) ?? []

/** Ids for addresses that no stored product of the batch shows yet. */
async function namePictures(
  tx: Tx,
  files: readonly FileProduct[],
  stored: ReadonlyMap<string, Product>,
  dryRun: boolean,
): Promise<Map<string, PictureId>> {
  const fresh = files.flatMap(({ handle, pictures }) => {
    const known = new Set(earlierPictures(stored.get(handle)).map(([url]) => url))
    return pictures?.filter(({ url }) => !known.has(url)) ?? []
  })
  return dryRun ? new Map(fresh.map(({ url }) => [url, newId<'Picture'>()])) : announcePictures(tx, fresh)
}

interface CarryOut {
  readonly onStock: OnStock | undefined
  readonly options: ImportRun['options']
}

async function carryOut(tx: Tx, plans: readonly Plan[], { onStock, options }: CarryOut): Promise<void> {
  const created = plans.flatMap((plan) =>
    plan.step === 'create' ? [{ file: plan.file, product: asNew(plan.next) }] : [],
  )
  await insertNewProducts(
    tx,
    created.map(({ product }) => product),
  )
  const grown = plans.flatMap((plan) => (plan.step === 'update' ? [plan] : []))
  for (const { stored, change } of grown) await writeChange(tx, stored, change)
  const stock = [
    ...created.flatMap(({ file, product }) => firstStock(file, product)),
    ...(await stockOfAdded(tx, grown)),
  ]
  if (onStock && stock.length > 0) await onStock(tx, stock)
  const active = created.filter(({ file }) => file.active && !file.giftCard).map(({ product }) => product)
  if ((options as ProductImportOptions).listing === 'draft' || active.length === 0) return
  const listed = new Set<ProductId>(
    await listAtOnce(
      tx,
      active.map(({ id }) => id),
    ),
  )
  if (onStock)
    await delistEmpty(
      tx,
      active.filter(({ id }) => listed.has(id)),
      stock,
    )
}

const firstStock = ({ variants, giftCard }: FileProduct, { variantIds }: NewProduct): FirstStock[] =>
  giftCard
    ? []
    : variants.flatMap(({ sku, quantity }, at) => (quantity ? [{ variantId: variantIds[at]!, sku, quantity }] : []))

/** Variants that a later file adds to a product we have. */
async function stockOfAdded(tx: Tx, grown: readonly { file: FileProduct; stored: Product }[]): Promise<FirstStock[]> {
  const added = grown.flatMap(({ file, stored }) => {
    const known = new Set(stored.variants.map(({ sku }) => sku))
    return file.variants.flatMap(({ sku, quantity }) =>
      quantity && !known.has(sku) ? [{ productId: stored.id, sku, quantity }] : [],
    )
  })
  if (added.length === 0) return []
  const products = await productsOf(
    tx,
    added.map(({ productId }) => productId),
  )
  return added.map(({ productId, sku, quantity }) => ({
    variantId: products.get(productId)!.variants.find((variant) => variant.sku === sku)!.id,
    sku,
    quantity,
  }))
}

/** A product that came without a single piece is shown as sold out, not sold (CAT-19). */
async function delistEmpty(tx: Tx, products: readonly NewProduct[], stock: readonly FirstStock[]): Promise<void> {
  const filled = new Set(stock.map(({ variantId }) => variantId))
  const empty = products.filter(({ variantIds }) => !variantIds.some((id) => filled.has(id)))
  if (empty.length > 0)
    await stockRanOut(
      tx,
      empty.flatMap(({ variantIds }) => variantIds),
      async () => new Map(),
    )
}

function landedOf(plan: Plan): Landed {
  if (plan.step === 'refuse') return { outcome: 'failed', problems: plan.problems }
  const outcome = ({ create: 'created', update: 'updated', keep: 'unchanged' } as const)[plan.step]
  return { outcome, notes: { picturesWaiting: waitingIn(plan) } }
}

function waitingIn(plan: Exclude<Plan, { step: 'refuse' }>): number {
  const shown =
    plan.step === 'create'
      ? []
      : plan.stored.pictures.filter((picture) => !picture.waits).map((picture) => picture.sourceUrl)
  return plan.file.pictures?.filter(({ url }) => !shown.includes(url)).length ?? 0
}
