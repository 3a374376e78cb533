import type { Id } from '#kernel/id'
import type { AccountId, Reader } from '#platform/context'
import type { Recommendation } from './model.ts'
import { type Past, rankNext } from './rank-next.ts'
import { besideProducts, type Popular, popularIn } from './read-neighbours.ts'
import { pastOf } from './read-past.ts'

type ProductId = Id<'Product'>

export interface RecommendAfter {
  readonly past: readonly Past<ProductId>[]
  readonly limit: number
  /** Not to be shown whatever speaks for it. */
  readonly leaveOut?: ReadonlySet<ProductId>
}

/** What people who had this product had too, then what is popular in its category. Two statements at most, shared by all who ask in the same moment. */
export const alsoBought = (
  reader: Reader,
  { productId, limit }: { readonly productId: ProductId; readonly limit: number },
): Promise<Recommendation[]> => recommendAfter(reader, { past: [{ item: productId, weight: 1 }], limit })

/**
 * What somebody may want after the things of a past (the goods in a cart, say), each with the reason; what nobody had beside them is filled up with what is popular in the category of the
 * last, then in the shop.
 */
export async function recommendAfter(
  reader: Reader,
  { past, limit, leaveOut = new Set() }: RecommendAfter,
): Promise<Recommendation[]> {
  const beside =
    past.length > 0
      ? await besideProducts(
          reader,
          past.map(({ item }) => item),
        )
      : new Map()
  const neighboursOf = (item: ProductId) => beside.get(item)?.neighbours ?? []
  const ranked = rankNext(past, neighboursOf, limit + leaveOut.size).filter(({ item }) => !leaveOut.has(item))
  const found = ranked.slice(0, limit).map(({ item, score, because }): Recommendation => {
    const people = neighboursOf(because).find((each: { item: ProductId }) => each.item === item)?.people ?? 0
    return { productId: item, score, reason: { kind: 'together', because, people } }
  })
  if (found.length >= limit) return found
  const last = past.at(-1)?.item
  return fillUp(reader, found, {
    limit,
    known: new Set([...leaveOut, ...past.map(({ item }) => item)]),
    categoryId: (last && beside.get(last)?.categoryId) ?? null,
  })
}

interface FillUp {
  readonly limit: number
  readonly known: ReadonlySet<ProductId>
  readonly categoryId: Id<'Category'> | null
}

async function fillUp(
  reader: Reader,
  found: readonly Recommendation[],
  { limit, known, categoryId }: FillUp,
): Promise<Recommendation[]> {
  const [here, anywhere] = await Promise.all([categoryId ? popularIn(reader, categoryId) : [], popularIn(reader, null)])
  const list = [...found]
  const add = (kind: 'popular_here' | 'popular', popular: readonly Popular[]) => {
    for (const { productId, popularity } of popular)
      if (list.length < limit && !known.has(productId) && !list.some((each) => each.productId === productId))
        list.push({ productId, score: popularity, reason: { kind } })
  }
  add('popular_here', here)
  add('popular', mixed(anywhere))
  return list
}

/** Not all of one kind: each category's second comes after the first of the others. */
function mixed(popular: readonly Popular[]): Popular[] {
  const counts = new Map<string, number>()
  const ranked = popular.map((each) => {
    const nth = counts.get(each.categoryId ?? '') ?? 0
    counts.set(each.categoryId ?? '', nth + 1)
    return { each, nth }
  })
  return ranked.toSorted((a, b) => a.nth - b.nth).map(({ each }) => each)
}

export interface RecommendFor {
  /** An account; what it did counts only when it agreed to that. */
  readonly customerId?: AccountId | undefined
  /** A browser that agreed to be known. */
  readonly visitorId?: Id<'Visitor'> | undefined
  readonly limit: number
}

/**
 * What a visitor may want, from what they looked at, put into carts and bought, without what they just did; for whoever has no past, or does not let us remember it, what is popular in
 * the shop, of all kinds.
 */
export async function recommendFor(
  reader: Reader,
  { customerId, visitorId, limit }: RecommendFor,
): Promise<Recommendation[]> {
  const { past, boughtLately } = await pastOf(reader, { customerId, visitorId })
  return recommendAfter(reader, { past, limit, leaveOut: boughtLately })
}
