import { sql } from 'kysely'
import { showPictures } from '#goods/media'
import { setPrices } from '#goods/prices'
import { reindexProducts } from '#goods/search'
import { newId } from '#kernel/id'
import type { Tx } from '#platform/context'
import { publishAll } from '#platform/events'
import { storedOf, variantDiffers } from './compare-product.ts'
import type { CleanProduct } from './draft.ts'
import { leaveAddress } from './former-addresses.ts'
import type { Price, Product, Variant, VariantId } from './model.ts'
import {
  insertVariants,
  naming,
  type PlacedVariant,
  productColumns,
  statusAfterChange,
  textRows,
  variantColumns,
  writeVariantTexts,
} from './product-store.ts'

/** A change that was decided on: the product as it will be, and what differs. */
export interface PlannedChange {
  readonly next: CleanProduct
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

interface Change {
  readonly product: Product
  readonly planned: PlannedChange
}

/**
 * Writes planned changes of products that are locked, with their events and search documents: one statement for each kind of row,
 * however many they are.
 * @throws slugTaken, skuTaken, barcodeTaken
 */
export async function writeChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await writeRows(tx, changes)
  for (const { product, planned } of changes) if (planned.next.slug !== product.slug) await leaveAddress(tx, product)
  await writeTexts(tx, touching(changes, 'texts'))
  await writeVariants(tx, touching(changes, 'variants'))
  await showPictures(
    tx,
    new Map(touching(changes, 'pictureIds').map(({ product, planned }) => [product.id, planned.next.pictureIds])),
  )
  await publishAll(
    tx,
    changes.map(({ product, planned: { before, after } }) => ({
      type: 'product.changed',
      aggregate: 'product',
      id: product.id,
      data: { before, after },
    })),
  )
  await reindexProducts(
    tx,
    changes.map(({ product }) => product.id),
  )
}

const touching = (changes: readonly Change[], part: string): Change[] =>
  changes.filter(({ planned }) => Object.hasOwn(planned.after, part))

async function writeRows(tx: Tx, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ product, planned: { next } }) => ({
    id: product.id,
    ...productColumns(tx, next),
    attributes: next.attributes,
    status: statusAfterChange(product.status),
  }))
  await naming(() =>
    sql`
      update goods.products p set slug = n.slug, category_id = n.category_id, brand_id = n.brand_id, life_stage = n.life_stage, kind = n.kind,
        is_food = n.is_food, is_perishable = n.is_perishable, is_valuable_small = n.is_valuable_small, is_oversize = n.is_oversize,
        is_non_standard = n.is_non_standard, licence = n.licence, warranty_months = n.warranty_months, shelf_life_days = n.shelf_life_days,
        tags = n.tags, keywords = n.keywords, attributes = n.attributes, status = n.status, updated_at = ${tx.now}, version = p.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, slug text, category_id uuid, brand_id uuid, life_stage text, kind text,
        is_food boolean, is_perishable boolean, is_valuable_small boolean, is_oversize boolean, is_non_standard boolean, licence text,
        warranty_months integer, shelf_life_days integer, tags text[], keywords text[], attributes jsonb, status text)
      where p.shop_id = ${tx.shopId} and p.id = n.id`.execute(tx.db),
  )
}

async function writeTexts(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await tx.db
    .deleteFrom('goods.product_texts')
    .where('shop_id', '=', tx.shopId)
    .where('product_id', '=', sql<string>`any(${changes.map(({ product }) => product.id)}::uuid[])`)
    .execute()
  await tx.db
    .insertInto('goods.product_texts')
    .values(changes.flatMap(({ product, planned }) => textRows(tx, product.id, planned.next)))
    .execute()
}

/** First retire, then change, then add: a code or barcode that moves between variants is free when its new one comes. */
async function writeVariants(tx: Tx, changes: readonly Change[]): Promise<void> {
  const wanted = changes.map(wantedOf)
  await retire(
    tx,
    wanted.flatMap(({ leaving }) => leaving),
  )
  await updateVariants(
    tx,
    wanted.flatMap(({ changed }) => changed),
  )
  await insertVariants(
    tx,
    wanted.flatMap(({ fresh }) => fresh),
  )
  await setPrices(tx, new Map(wanted.flatMap(({ prices }) => prices)))
}

interface ChangedVariant extends PlacedVariant {
  readonly stored: Variant
}

/** What becomes of the variants of a product. */
function wantedOf({ product, planned: { next } }: Change) {
  const placed = next.variants.map((variant, position) => ({ stored: storedOf(product, variant), variant, position }))
  const kept = new Set(placed.flatMap(({ stored }) => stored?.id ?? []))
  const hasMoved = placed.some(({ stored, position }) => stored && stored !== product.variants[position])
  return {
    leaving: product.variants.filter(({ id, status }) => status === 'active' && !kept.has(id)).map(({ id }) => id),
    changed: placed.flatMap(({ stored, variant, position }): ChangedVariant[] =>
      stored && (stored.status === 'retired' || hasMoved || variantDiffers(stored, variant))
        ? [{ id: stored.id, productId: product.id, stored, variant, position }]
        : [],
    ),
    fresh: placed.flatMap(({ stored, variant, position }): PlacedVariant[] =>
      stored ? [] : [{ id: newId<'Variant'>(), productId: product.id, variant, position }],
    ),
    prices: placed.flatMap(({ stored, variant }): [VariantId, Price][] =>
      stored && variant.price ? [[stored.id, variant.price]] : [],
    ),
  }
}

async function retire(tx: Tx, ids: readonly VariantId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('goods.variants')
    .set({ status: 'retired' })
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', ids)
    .execute()
}

async function updateVariants(tx: Tx, changed: readonly ChangedVariant[]): Promise<void> {
  if (changed.length === 0) return
  await freeCodes(
    tx,
    changed.filter(({ stored, variant }) => stored.sku !== variant.sku || stored.barcode !== variant.barcode),
  )
  const rows = changed.map(({ id, variant, position }) => ({ id, ...variantColumns(variant, position) }))
  await naming(() =>
    sql`
      update goods.variants v set sku = n.sku, barcode = n.barcode, position = n.position, status = n.status, weight_grams = n.weight_grams,
        requires_shipping = n.requires_shipping, picture_id = n.picture_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, sku text, barcode text, position integer, status text,
        weight_grams integer, requires_shipping boolean, picture_id uuid)
      where v.shop_id = ${tx.shopId} and v.id = n.id`.execute(tx.db),
  )
  await writeVariantTexts(tx, changed)
}

/** Two variants may trade their codes: both let go of the old one before either has its new one. */
async function freeCodes(tx: Tx, changed: readonly ChangedVariant[]): Promise<void> {
  if (changed.length === 0) return
  await tx.db
    .updateTable('goods.variants')
    .set({ sku: sql`id::text`, barcode: null })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', sql<string>`any(${changed.map(({ id }) => id)}::uuid[])`)
    .execute()
}
