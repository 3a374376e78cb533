import { allCategories, brandsOf, placesOfProducts, saleItemsBySku, tagsInUse } from '#goods/catalog'
import type { BrandId, ProductId } from '#model/goods/catalog'
import { paymentMethods } from '#model/sales/payments'
import type { Reader } from '#platform/context'
import { isRegion } from '#platform/regions'
import { abroad, type Condition, isRange, type ListField } from './model.ts'
import { codeUnknown } from './rule.ts'

/** Of some values those that are known; it may know more. */
type Known = { readonly has: (value: string) => boolean }
type Finder = (reader: Reader, values: readonly string[]) => Known | Promise<Known>

const methods: ReadonlySet<string> = new Set(paymentMethods)

/** Where the values of a condition are looked up. Words, and the names of systems that orders come from, are known to nobody before they come. */
const finders: { readonly [Field in ListField]?: Finder } = {
  sku: async (reader, skus) => {
    const items = await saleItemsBySku(reader, [...skus, ...skus.map((sku) => sku.toUpperCase())])
    return { has: (sku) => items.has(sku) || items.has(sku.toUpperCase()) }
  },
  product: async (reader, ids) => (await placesOfProducts(reader, ids as ProductId[])) as ReadonlyMap<string, unknown>,
  category: async (reader) => new Set<string>((await allCategories(reader)).map(({ id }) => id)),
  brand: async (reader, ids) => (await brandsOf(reader, ids as BrandId[])) as ReadonlyMap<string, unknown>,
  tag: tagsInUse,
  region: () => ({ has: (code) => code === abroad || isRegion(code) }),
  payment: () => methods,
}

/**
 * Goods, places, tags and ways of paying that conditions name exist, and are the shop's. What stood there before is not asked for again.
 * @throws codeUnknown naming the condition
 */
export async function mustBeKnown(
  reader: Reader,
  conditions: readonly Condition[],
  before: readonly Condition[] = [],
): Promise<void> {
  for (const [index, condition] of conditions.entries()) {
    if (isRange(condition)) continue
    const { field, any } = condition
    const stood = before.flatMap((each) => (each.field === field && !isRange(each) ? each.any : []))
    const added = any.filter((value) => !stood.includes(value))
    const known = added.length > 0 && (await finders[field]?.(reader, added))
    const unknown = known && added.find((value) => !known.has(value))
    if (unknown) throw codeUnknown({ field: `conditions.${index}.any`, of: field, value: unknown })
  }
}
