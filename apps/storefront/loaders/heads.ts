import { addressNow, categoryAddressNow } from '#goods/catalog'
import { headsOf, productHead } from '#goods/heads'
import type { Refusal } from '#kernel/refusal'
import type { Product } from '#model/goods/catalog'
import type { HeadKind, PageHead } from '#model/goods/heads'
import type { Context } from '#platform/context'
import { together } from '#platform/database'
import { type PageRequest, Redirect } from '../page.ts'
import { forEverybody } from './for-everybody.ts'

/** What staff want search engines to show of a page, in the visitor's language; undefined: the page's own words. */
export interface SaidHead {
  readonly title: string | undefined
  readonly description: string | undefined
}

interface Subject {
  readonly kind: HeadKind
  readonly id: string
}

/** Who asks at the same moment asks together. */
const headsTogether = together<Subject, PageHead | undefined>(async (reader, subjects) => {
  const heads = new Map<HeadKind, Map<string, PageHead>>()
  for (const kind of new Set(subjects.map((subject) => subject.kind)))
    heads.set(kind, await headsOf(reader, kind, idsOf(subjects, kind)))
  return subjects.map(({ kind, id }) => heads.get(kind)?.get(id))
})

const idsOf = (subjects: readonly Subject[], wanted: HeadKind): string[] => [
  ...new Set(subjects.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))),
]

/** The head of a page may be some seconds old. */
export const saidHead = forEverybody(async (ctx: Context, kind: HeadKind, id: string): Promise<SaidHead> => {
  const head = await headsTogether(ctx, { kind, id })
  return { title: head?.title[ctx.locale] || undefined, description: head?.description[ctx.locale] || undefined }
})

/** The same for a product, which has words of its own where staff said nothing. */
export async function productHeadOf(ctx: Context, product: Product): Promise<SaidHead> {
  const [own, said] = [productHead(product), await saidHead(ctx, 'product', product.id)]
  return { title: said.title || own.title[ctx.locale], description: said.description || own.description[ctx.locale] }
}

/** Leads to where the product of a former address stands now, with what the address said besides. @throws what is missing otherwise */
export const movedProduct = async ({ ctx, query, params }: PageRequest, missing: () => Refusal): Promise<Redirect> =>
  movedTo('/products', await addressNow(ctx, params.slug ?? ''), query, missing)

/** The same for a category. */
export const movedCategory = async ({ ctx, query, params }: PageRequest, missing: () => Refusal): Promise<Redirect> =>
  movedTo('/c', await categoryAddressNow(ctx, params.category ?? ''), query, missing)

function movedTo(folder: string, slug: string | undefined, query: URLSearchParams, missing: () => Refusal): Redirect {
  if (slug === undefined) throw missing()
  return new Redirect(`${folder}/${encodeURIComponent(slug)}${query.size > 0 ? `?${query}` : ''}`, 301)
}
