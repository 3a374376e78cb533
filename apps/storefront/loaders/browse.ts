import { categoryBySlug, categoryNotFound, categoryPath, categoryTree } from '#goods/catalog'
import { hotWords, noteMissed, searchProducts } from '#goods/search'
import { isRefusal } from '#kernel/refusal'
import type { Category, CategoryNode } from '#model/goods/catalog'
import { searchLimits } from '#model/goods/search'
import type { Reader } from '#platform/context'
import type { Page, PageRequest } from '../page.ts'
import { type CardData, cardsOf } from './cards.ts'
import { forEverybody } from './for-everybody.ts'
import { movedCategory, type SaidHead, saidHead } from './heads.ts'
import { type ListData, loadList } from './list.ts'
import { type RecommendedCard, topOf } from './recommended.ts'
import { type Tile, tilesOf } from './tiles.ts'

export interface CategoryPage {
  readonly category: Category
  /** From the top of the tree down to the category. */
  readonly path: readonly Category[]
  /** What stands to choose beside it: its children, or its neighbours at the end of a branch. */
  readonly besides: readonly Category[]
  readonly parent: Category | undefined
  readonly tree: readonly CategoryNode[]
  readonly list: ListData
  readonly head: SaidHead
  /** What sold most in it of late. */
  readonly top: readonly RecommendedCard[]
}

export const categoryPage: Page<CategoryPage> = {
  path: '/c/:category',
  shows: 'category',
  needs: 'anyone',
  shared: true,
  async load(request) {
    const { ctx, params } = request
    const category = await categoryAt(ctx, params.category ?? '')
    if (!category) return movedCategory(request, () => categoryNotFound({ category: params.category ?? '' }))
    const path = await categoryPath(ctx, category.id)
    const list = await loadList(request, { categoryId: category.id })
    const tree = await categoryTree(ctx)
    const node = find(tree, path)
    const besides = node.here?.children.length ? node.here.children : (node.above?.children ?? [])
    const parent = node.here?.children.length ? category : path.at(-2)
    const [head, top] = [await saidHead(ctx, 'category', category.id), await topOf(ctx, category.id)]
    return { category, path, besides, parent, tree, list, head, top }
  },
}

const categoryAt = (ctx: Reader, slug: string): Promise<Category | undefined> =>
  categoryBySlug(ctx, slug).catch((error: unknown) => {
    if (isRefusal(error, categoryNotFound)) return undefined
    throw error
  })

function find(tree: readonly CategoryNode[], path: readonly Category[]): { here?: CategoryNode; above?: CategoryNode } {
  let above: CategoryNode | undefined
  let here: CategoryNode | undefined
  let level = tree
  for (const { id } of path) {
    above = here
    here = level.find((node) => node.id === id)
    level = here?.children ?? []
  }
  return { here, above }
}

export interface CategoriesPage {
  readonly shelves: readonly { readonly category: Category; readonly tiles: readonly Tile[] }[]
  /** What sold most in the shop of late. */
  readonly top: readonly RecommendedCard[]
}

export const categoriesPage: Page<CategoriesPage> = {
  path: '/categories',
  shows: 'categories',
  needs: 'anyone',
  shared: true,
  load: ({ ctx }) => shelvesOf(ctx),
}

const shelvesOf = forEverybody(async (ctx): Promise<CategoriesPage> => {
  const shelves = []
  for (const category of await categoryTree(ctx))
    shelves.push({ category, tiles: await tilesOf(ctx, category.children) })
  return { shelves, top: await topOf(ctx) }
})

export interface SearchPage {
  readonly text: string
  readonly list: ListData
  /** Where to go on when nothing was found. */
  readonly help?: SearchHelp
}

export interface SearchHelp {
  readonly hotWords: readonly string[]
  readonly categories: readonly Category[]
  readonly popular: readonly CardData[]
}

const popularShown = 8

export const searchPage: Page<SearchPage> = {
  path: '/search',
  shows: 'search',
  needs: 'anyone',
  shared: true,
  async load(request: PageRequest) {
    const { ctx, shop } = request
    const text = (request.query.get('q') ?? '').trim().slice(0, searchLimits.text)
    const list = await loadList(request, { text: text || undefined })
    if (list.total > 0) return { text, list }
    if (text && list.narrowed === 0 && list.page === 1) await noteMissed(ctx, { text, timeZone: shop.timeZone })
    return { text, list, help: await helpFor(ctx) }
  },
}

/** What somebody who has found nothing may look for instead: the same for everybody. */
const helpFor = forEverybody(async (ctx): Promise<SearchHelp> => {
  const { hits } = await searchProducts(ctx, { sort: 'sales', inStock: true, size: popularShown })
  return {
    hotWords: (await hotWords(ctx))[ctx.locale],
    categories: await categoryTree(ctx),
    popular: await cardsOf(ctx, hits),
  }
})
