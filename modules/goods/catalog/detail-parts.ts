import { sql } from 'kysely'
import { mustBeOurs } from '#goods/media'
import { rulesFor, screenTexts } from '#goods/screening'
import { newId } from '#kernel/id'
import type { ScreenRule } from '#model/goods/screening'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { safeHtml } from './clean-product.ts'
import {
  type CategoryId,
  catalogLimits,
  type DetailPart,
  type Finding,
  type PartKind,
  type PictureId,
  type Product,
  type ProductId,
  type WantedKind,
} from './model.ts'
import { notFitForSale, textTooLong, tooMany } from './product.ts'
import { lockProduct } from './product-store.ts'
import { wordFinding } from './screen-product.ts'

/**
 * Writes the parts of a detail page, in their order; the new list takes the place of the old one. A product on sale must still have
 * the parts its category wants, in words that may be said.
 * @throws productNotFound, pictureNotFound, notFitForSale, tooMany, textTooLong
 */
export function writeDetailParts(ctx: Context, productId: ProductId, parts: readonly DetailPart[]): Promise<void> {
  return transaction(ctx, async (tx) => {
    const product = await lockProduct(tx, productId)
    const next = clean(parts)
    await mustBeOurs(tx, [...new Set(next.flatMap(({ pictureIds }) => pictureIds))])
    if (product.status === 'on_sale') await mustStayWhole(tx, product, next)
    const before = (await detailPartsOf(tx, [productId])).get(productId) ?? []
    await replace(tx, productId, next)
    await publish(tx, {
      type: 'product.parts_written',
      aggregate: 'product',
      id: productId,
      data: { before: before.map(({ kind }) => kind), after: next.map(({ kind }) => kind) },
    })
  })
}

function clean(parts: readonly DetailPart[]): DetailPart[] {
  if (parts.length > catalogLimits.parts) throw tooMany({ field: 'parts', most: catalogLimits.parts })
  return parts.map(({ kind, title, body, pictureIds }) => {
    const most = catalogLimits.description
    if (body.zh.length > most || body.en.length > most) throw textTooLong({ field: 'parts', most })
    return {
      kind,
      title: { zh: title.zh.trim(), en: title.en.trim() },
      body: { zh: safeHtml(body.zh), en: safeHtml(body.en) },
      pictureIds: [...new Set(pictureIds)],
    }
  })
}

async function mustStayWhole(tx: Tx, product: Product, parts: readonly DetailPart[]): Promise<void> {
  const findings = (await partFindings(tx, product, parts)).filter((finding) => finding.blocking)
  if (findings[0]) throw notFitForSale({ productId: product.id, field: findings[0].field, findings })
}

async function replace(tx: Tx, productId: ProductId, parts: readonly DetailPart[]): Promise<void> {
  await tx.db
    .deleteFrom('goods.detail_parts')
    .where('shop_id', '=', tx.shopId)
    .where('product_id', '=', productId)
    .execute()
  if (parts.length === 0) return
  await tx.db
    .insertInto('goods.detail_parts')
    .values(
      parts.map(({ kind, title, body, pictureIds }, position) => ({
        id: newId(),
        shop_id: tx.shopId,
        product_id: productId,
        kind,
        position,
        title: title.zh,
        title_en: title.en,
        body: body.zh,
        body_en: body.en,
        picture_ids: [...pictureIds],
      })),
    )
    .execute()
}

/** The parts of some products' detail pages, in their order. */
export async function detailPartsOf(
  reader: Reader,
  productIds: readonly ProductId[],
): Promise<Map<ProductId, DetailPart[]>> {
  const rows = await reader.db
    .selectFrom('goods.detail_parts')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', sql<string>`any(${productIds}::uuid[])`)
    .orderBy('position')
    .execute()
  const found = new Map<ProductId, DetailPart[]>()
  for (const row of rows) {
    const id = row.product_id as ProductId
    const part: DetailPart = {
      kind: row.kind as PartKind,
      title: { zh: row.title, en: row.title_en },
      body: { zh: row.body, en: row.body_en },
      pictureIds: row.picture_ids as PictureId[],
    }
    found.set(id, [...(found.get(id) ?? []), part])
  }
  return found
}

/** The parts that products of a category must have: its own and those of the categories above it. */
export const partsWanted = async (reader: Reader, categoryId: CategoryId): Promise<readonly WantedKind[]> =>
  (await partsWantedOf(reader, [categoryId])).get(categoryId) ?? []

/** The same for several categories; one that wants none is missing. */
export async function partsWantedOf(
  reader: Reader,
  categoryIds: readonly CategoryId[],
): Promise<Map<CategoryId, WantedKind[]>> {
  const { rows } = await sql<{ leaf: CategoryId; kinds: WantedKind[] }>`
    with recursive up as (
      select id as leaf, id, parent_id, 0 as height from goods.categories where id = any(${categoryIds}::uuid[])
      union all select up.leaf, c.id, c.parent_id, up.height + 1 from goods.categories c join up on c.id = up.parent_id where up.height < 20)
    select up.leaf, array_agg(distinct p.kind order by p.kind) as kinds
    from goods.category_parts p join up on up.id = p.category_id group by up.leaf`.execute(reader.db)
  return new Map(rows.map(({ leaf, kinds }) => [leaf, kinds]))
}

/** Says which parts the products of a category, and of those below it, must have. Products on sale stay; the next check finds them. */
export function wantParts(ctx: Context, categoryId: CategoryId, kinds: readonly WantedKind[]): Promise<void> {
  return transaction(ctx, async (tx) => {
    await tx.db.deleteFrom('goods.category_parts').where('category_id', '=', categoryId).execute()
    if (kinds.length > 0)
      await tx.db
        .insertInto('goods.category_parts')
        .values([...new Set(kinds)].map((kind) => ({ category_id: categoryId, kind })))
        .execute()
    await publish(tx, { type: 'category.parts_wanted', aggregate: 'category', id: categoryId, data: { kinds } })
  })
}

/** What the detail page lacks of what the category wants, and words in it that may not be said (CAT-06, CAT-13). */
export async function partFindings(reader: Reader, product: Product, parts: readonly DetailPart[]): Promise<Finding[]> {
  const wanted = product.categoryId ? await partsWanted(reader, product.categoryId) : []
  return judgeParts(product, parts, { wanted, rules: await rulesFor(reader) })
}

interface PartRules {
  readonly wanted: readonly WantedKind[]
  readonly rules: readonly ScreenRule[]
}

/** The same by rules read before, for many products. Pure. */
export function judgeParts(product: Product, parts: readonly DetailPart[], { wanted, rules }: PartRules): Finding[] {
  const has = (kind: WantedKind) =>
    kind === 'parameters'
      ? Object.keys(product.attributes).length > 0
      : parts.some((part) => part.kind === kind && says(part))
  const words = parts.flatMap(({ title, body }, at) => [
    { field: `parts.${at}`, text: `${title.zh} ${title.en}` },
    { field: `parts.${at}`, text: `${body.zh} ${body.en}` },
  ])
  return [
    ...wanted
      .filter((kind) => !has(kind))
      .map((kind) => ({
        field: `parts.${kind}`,
        code: `catalog.finding.part_missing_${kind}`,
        blocking: true,
        details: { kind },
      })),
    ...screenTexts(rules, words).map(wordFinding),
  ]
}

const says = ({ body, pictureIds }: DetailPart): boolean =>
  pictureIds.length > 0 || body.zh.replaceAll(/<[^>]*>|&nbsp;/g, '').trim() !== '' || body.zh.includes('<img')
