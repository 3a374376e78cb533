import { createHash } from 'node:crypto'
import { samePrice } from '#goods/prices'
import { type CleanProduct, type CleanVariant, draftOf } from './draft.ts'
import type { Product, Variant } from './model.ts'

const compared = [
  'slug',
  'kind',
  'categoryId',
  'brandId',
  'lifeStage',
  'texts',
  'tags',
  'keywords',
  'attributes',
  'flags',
  'licence',
  'warrantyMonths',
  'shelfLifeDays',
  'pictureIds',
] as const

/** What differs between a stored product and a clean one, by part, as it was and as it will be; undefined when nothing does. */
export function differences(
  stored: Product,
  next: CleanProduct,
): { before: Record<string, unknown>; after: Record<string, unknown> } | undefined {
  const then = { ...draftOf(stored), attributes: stored.attributes } as Record<string, unknown>
  const changed: string[] = compared.filter((part) => inOrder(then[part]) !== inOrder(next[part]))
  if (variantsDiffer(stored, next)) changed.push('variants')
  if (changed.length === 0) return undefined
  const pick = (from: object) =>
    Object.fromEntries(changed.map((part) => [part, (from as Record<string, unknown>)[part]]))
  return { before: pick(then), after: pick(next) }
}

function variantsDiffer(stored: Product, next: CleanProduct): boolean {
  const active = stored.variants.filter((variant) => variant.status === 'active')
  return (
    active.length !== next.variants.length ||
    next.variants.some(
      (variant, at) => active[at] !== storedOf(stored, variant) || variantDiffers(active[at]!, variant),
    )
  )
}

/** The stored variant that a handed-in one means: by id, else by SKU code. */
export const storedOf = (stored: Product, { id, sku }: Pick<CleanVariant, 'id' | 'sku'>): Variant | undefined =>
  stored.variants.find((variant) => (id ? variant.id === id : variant.sku === sku))

const facts = ({ sku, barcode, optionValues, weightGrams, requiresShipping, pictureId }: Variant | CleanVariant) =>
  inOrder({ sku, barcode, optionValues, weightGrams, requiresShipping, pictureId })

export const variantDiffers = (stored: Variant, next: CleanVariant): boolean =>
  facts(stored) !== facts(next) || (next.price ? !samePrice(stored.price, next.price) : false)

/** JSON whose keys stand in order, so that equal facts give equal text. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Names a product's content: equal for a clean product and the same one stored, different once anybody has changed it. */
export function fingerprintOf(product: Product | CleanProduct): string {
  const parts = partsOf(product)
  return createHash('sha256')
    .update(inOrder(Object.fromEntries([...compared, 'variants'].map((part) => [part, parts[part]]))))
    .digest('base64url')
}

/** What is compared of a product, by part; variants by their facts and prices. */
function partsOf(product: Product | CleanProduct): Record<string, unknown> {
  const content: Record<string, unknown> =
    'pictures' in product ? { ...draftOf(product), attributes: product.attributes } : { ...product }
  // One that nobody has given a stage keeps the fingerprint that it had before there were stages.
  return {
    ...content,
    lifeStage: content.lifeStage ?? undefined,
    variants: comparable(content.variants as (Variant | CleanVariant)[]),
  }
}

const comparable = (variants: readonly (Variant | CleanVariant)[]) =>
  variants.map((variant) => ({ facts: facts(variant), price: variant.price }))

/** Which of these parts of a product are no longer as they were written. */
export function partsChangedSince(stored: Product, written: Readonly<Record<string, unknown>>): string[] {
  const now = partsOf(stored)
  return Object.entries(written).flatMap(([part, value]) => {
    const then = part === 'variants' ? comparable(value as CleanVariant[]) : value
    return inOrder(now[part]) === inOrder(then) ? [] : [part]
  })
}
