import {
  asNew,
  attributesOf,
  type Holders,
  holdersOf,
  insertNewProducts,
  type NewProduct,
  productsBySource,
  productsOf,
  writeChanges,
} from '#goods/catalog'
import { listAtOnce, stockRanOut } from '#goods/listing'
import { announcePictures, notePictures } from '#goods/media'
import { rulesFor } from '#goods/screening'
import { newId } from '#kernel/id'
import type { CategoryId, PictureId, Product, ProductId, VariantId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import type { ImportEffect, ImportRun, Landed, Landing } from '#platform/imports'
import { placeEffect, productEffect, stockEffect } from './effects.ts'
import type { ProductImportOptions } from './model.ts'
import { type MadePlace, namePlaces, type Places, pathOf } from './name-places.ts'
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
    const { plans, made } = await planAll(tx, files, run)
    const effects = run.dryRun ? new Map() : await carryOut(tx, plans, { onStock, options: run.options })
    if (!run.dryRun) await noteWaiting(tx, plans, run)
    const byFile = new Map(files.map((file, at) => [file, plans[at]!]))
    const landed = reads.map((read): Landed => {
      if (!('product' in read)) return { outcome: 'failed', problems: read.problems }
      const plan = byFile.get(read.product)!
      return landedOf(plan, effects.get(plan))
    })
    return withPlaces(landed, made.map(placeEffect(files[0]?.row ?? 0)))
  }

/** What a batch made for all its products stands before what it did to the first, so that it is taken back after the last. */
function withPlaces(landed: readonly Landed[], places: readonly ImportEffect[]): Landed[] {
  if (places.length === 0) return [...landed]
  const [first, ...others] = landed
  return [{ ...first!, effects: [...places, ...(first!.effects ?? [])] }, ...others]
}

interface Planned {
  readonly plans: readonly Plan[]
  readonly made: readonly MadePlace[]
}

async function planAll(
  tx: Tx,
  files: readonly FileProduct[],
  { dryRun, options, memory }: ImportRun,
): Promise<Planned> {
  const { unknownCategory = 'create' } = options as ProductImportOptions
  const places = await namePlaces(tx, files, { make: unknownCategory === 'create', dryRun })
  const holders = await holdersIn(tx, files)
  const stored = await storedOf(tx, files, holders)
  const pictures = await namePictures(tx, files, stored, dryRun)
  const attributes = await attributesOf(tx, categoriesIn(places, stored))
  const rules = await rulesFor(tx)
  const claims = dryRun ? memory : new Map<string, unknown>()
  const plans = files.map((file) => {
    const path = pathOf(file.category)
    const before = stored.get(file.handle)
    const categoryId = path ? (places.categories.get(path) ?? null) : homeless(file, before, places)
    if (path && !categoryId) return unknownCategoryOf(file, path)
    return planProduct(file, {
      actor: tx.actor,
      stored: before,
      categoryId,
      brandId: places.brands.get(file.vendor) ?? null,
      pictureIds: new Map([...pictures, ...earlierPictures(before)]),
      attributes: categoryId ? (attributes.get(categoryId) ?? []) : [],
      rules,
      holders,
      claims,
    })
  })
  return { plans, made: places.made }
}

/** A row that names no category leaves a product where it is; what other systems bring is at least found among the unsorted. */
const homeless = ({ source }: FileProduct, before: Product | undefined, { unsorted }: Places): CategoryId | null =>
  before?.categoryId ?? (before && source === 'sheet' ? null : unsorted)

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

/** Writes what was planned; answers what that did, by plan. */
async function carryOut(
  tx: Tx,
  plans: readonly Plan[],
  { onStock, options }: CarryOut,
): Promise<Map<Plan, ImportEffect[]>> {
  const created = plans.flatMap((plan) =>
    plan.step === 'create' ? [{ plan, file: plan.file, product: asNew(plan.next) }] : [],
  )
  await insertNewProducts(
    tx,
    created.map(({ product }) => product),
  )
  const grown = plans.flatMap((plan) => (plan.step === 'update' ? [plan] : []))
  await writeChanges(
    tx,
    grown.map(({ stored, change }) => ({ product: stored, planned: change })),
  )
  const stock = [
    ...created.flatMap(({ plan, file, product }) => firstStock(file, product).map((line) => ({ plan, ...line }))),
    ...(await stockOfAdded(tx, grown)),
  ]
  if (onStock && stock.length > 0) await onStock(tx, stock)
  await listCreated(tx, created, { stock, onStock, options })
  return effectsBy(plans, created, onStock ? stock : [])
}

type Brought = FirstStock & { readonly plan: Plan }

/** Each plan's own effects, stock after its product. */
function effectsBy(
  plans: readonly Plan[],
  created: readonly { plan: Plan; product: NewProduct }[],
  stock: readonly Brought[],
): Map<Plan, ImportEffect[]> {
  const products = new Map<Plan, NewProduct>(created.map(({ plan, product }) => [plan, product]))
  const lines = Map.groupBy(stock, ({ plan }) => plan)
  return new Map(
    plans.flatMap((plan): [Plan, ImportEffect[]][] =>
      plan.step === 'refuse'
        ? []
        : [
            [
              plan,
              [
                ...productEffect(plan, products.get(plan)),
                ...(lines.get(plan) ?? []).map(({ plan: _, ...line }) => stockEffect({ ...line, row: plan.file.row })),
              ],
            ],
          ],
    ),
  )
}

interface ListCreated extends CarryOut {
  readonly stock: readonly FirstStock[]
}

async function listCreated(
  tx: Tx,
  created: readonly { file: FileProduct; product: NewProduct }[],
  { stock, onStock, options }: ListCreated,
): Promise<void> {
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
async function stockOfAdded(tx: Tx, grown: readonly (Plan & { step: 'update' })[]): Promise<Brought[]> {
  const added = grown.flatMap((plan) => {
    const { file, stored } = plan
    const known = new Set(stored.variants.map(({ sku }) => sku))
    return file.variants.flatMap(({ sku, quantity }) =>
      quantity && !known.has(sku) ? [{ plan, productId: stored.id, sku, quantity }] : [],
    )
  })
  if (added.length === 0) return []
  const products = await productsOf(
    tx,
    added.map(({ productId }) => productId),
  )
  return added.map(({ plan, productId, sku, quantity }) => ({
    plan,
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

function landedOf(plan: Plan, effects: readonly ImportEffect[] | undefined): Landed {
  if (plan.step === 'refuse') return { outcome: 'failed', problems: plan.problems }
  const outcome = ({ create: 'created', update: 'updated', keep: 'unchanged' } as const)[plan.step]
  return { outcome, notes: { picturesWaiting: waitingIn(plan).length }, effects }
}

/** Pictures of the file that the product does not show yet. */
function waitingIn(plan: Exclude<Plan, { step: 'refuse' }>): readonly { readonly url: string; readonly alt: string }[] {
  const shown =
    plan.step === 'create'
      ? []
      : plan.stored.pictures.filter((picture) => !picture.waits).map((picture) => picture.sourceUrl)
  return plan.file.pictures?.filter(({ url }) => !shown.includes(url)) ?? []
}

/** Notes what a job is to fetch after the import. */
async function noteWaiting(tx: Tx, plans: readonly Plan[], { importId, options }: ImportRun): Promise<void> {
  if ((options as ProductImportOptions).fetchPictures === false) return
  const waiting = plans.flatMap((plan) =>
    plan.step === 'refuse' ? [] : waitingIn(plan).map((picture) => ({ ...picture, row: plan.file.row })),
  )
  const ids = await announcePictures(tx, waiting)
  await notePictures(
    tx,
    importId,
    waiting.map(({ url, row }) => ({ url, row, pictureId: ids.get(url)! })),
  )
}
