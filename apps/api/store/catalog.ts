import { type Static, Type } from 'typebox'
import {
  browse,
  cardJson,
  categoryBySlug,
  categoryTree,
  type Filters,
  filledPage,
  finishedListJson,
  finishProducts,
  type Listing,
  type PlainList,
  type ProductPage,
  pageJson,
  productBySlug,
  soldVariants,
} from '#goods/catalog'
import { finishedPages } from '#goods/search'
import type { Locale } from '#kernel/text'
import type { CategoryNode } from '#model/goods/catalog'
import { type SearchQuery, searchLimits, searchSorts } from '#model/goods/search'
import type { Context, Reader } from '#platform/context'
import { atOnce, together } from '#platform/database'
import { IdText, MoneyJson, type Routes, sendFinished } from '#platform/http'
import { availabilityAt, availabilityOf } from '#supply/inventory'
import { FlagsJson, IdOf, Nullable, open } from '../goods-shapes.ts'

const tags = ['catalogue']
const NamedJson = Type.Object({ id: IdText, slug: Type.String(), name: Type.String() })
const CategoryJson = Type.Cyclic(
  { Category: Type.Object({ ...NamedJson.properties, children: Type.Array(Type.Ref('Category')) }) },
  'Category',
)
const PictureJson = Type.Object({ id: IdText, alt: Type.String(), width: Type.Integer(), height: Type.Integer() })
const CardJson = Type.Object({
  productId: IdText,
  slug: Type.String(),
  name: Type.String(),
  brand: Nullable(Type.String()),
  sellingPoints: Type.Array(Type.String()),
  picture: Nullable(PictureJson),
  from: MoneyJson,
  to: MoneyJson,
  was: Nullable(MoneyJson),
  inStock: Type.Boolean(),
  sold: Type.Integer(),
})
const ChoiceJson = Type.Object({ value: Type.String(), name: Type.String(), count: Type.Integer() })
const FiltersJson = Type.Object({
  attributes: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), choices: Type.Array(ChoiceJson) })),
  brands: Type.Array(ChoiceJson),
  categories: Type.Array(Type.Object({ ...ChoiceJson.properties, slug: Type.String() })),
  tags: Type.Array(ChoiceJson),
  lowest: Nullable(Type.Integer({ description: 'Minor units' })),
  highest: Nullable(Type.Integer({ description: 'Minor units' })),
})
export const ListJson = Type.Object({
  rows: Type.Array(CardJson),
  page: Type.Integer(),
  size: Type.Integer(),
  total: Type.Integer({ description: `Exact up to ${searchLimits.counted}; beyond it \`more\` is true` }),
  more: Type.Boolean(),
  corrected: Type.Optional(
    Type.String({ description: 'What was searched instead, because nothing suits what was asked' }),
  ),
  price: Type.Optional(
    Type.Object(
      { fromMinor: Type.Optional(Type.Integer()), toMinor: Type.Optional(Type.Integer()) },
      {
        description: 'The prices in minor units that the words themselves ask for ("100元以下"): they narrow the list',
      },
    ),
  ),
  alike: Type.Optional(
    Type.Array(CardJson, { description: 'What suits a part of the words, where few products suit all' }),
  ),
  filters: Type.Optional(FiltersJson),
})
const many = (most: number) => Type.Array(Type.String({ maxLength: most }), { maxItems: 20 })
const ListQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: searchLimits.text })),
    category: Type.Optional(
      Type.String({ maxLength: 200, description: 'Slug of a category; what lies below it is included' }),
    ),
    brand: Type.Optional(Type.Array(IdOf<'Brand'>(), { maxItems: 20 })),
    tag: Type.Optional(many(64)),
    attribute: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}:[^=]{1,60}$' }), {
        maxItems: 40,
        description: '`code:choice`, repeated',
      }),
    ),
    from: Type.Optional(Type.Integer({ minimum: 0, description: 'Minor units' })),
    to: Type.Optional(Type.Integer({ minimum: 0, description: 'Minor units' })),
    inStock: Type.Optional(Type.Boolean()),
    sort: Type.Optional(Type.Union(searchSorts.map((sort) => Type.Literal(sort)))),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: searchLimits.rows })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: searchLimits.size })),
    filters: Type.Optional(Type.Boolean({ description: 'Also say what further filters there are' })),
  },
  { additionalProperties: false },
)
export const ProductJson = Type.Object({
  id: IdText,
  slug: Type.String(),
  onSale: Type.Boolean(),
  kind: Type.String(),
  name: Type.String(),
  title: Type.String(),
  description: Type.String({ description: 'Safe HTML' }),
  sellingPoints: Type.Array(Type.String()),
  brand: Nullable(NamedJson),
  path: Type.Array(NamedJson),
  facts: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), value: Type.String() })),
  tags: Type.Array(Type.String()),
  flags: FlagsJson,
  warrantyMonths: Nullable(Type.Integer()),
  shelfLifeDays: Nullable(Type.Integer()),
  optionNames: Type.Array(Type.String()),
  variants: Type.Array(
    Type.Object({
      id: IdText,
      sku: Type.String(),
      values: Type.Array(Type.String()),
      price: MoneyJson,
      was: Nullable(MoneyJson),
      pictureId: Nullable(IdText),
      available: Type.Integer({ description: 'A hint: stock is set aside when the order is placed.' }),
    }),
  ),
  pictures: Type.Array(PictureJson),
})

/** What a shopper finds: categories, lists with search and filters, products. Texts are in the caller's language. */
export function catalogRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/categories',
    { config: { needs: 'anyone', shared: true }, schema: { tags, response: { 200: Type.Array(CategoryJson) } } },
    async (request) => {
      const { locale } = request.context
      return (await categoryTree(request.context)).map((node) => categoryJson(node, locale))
    },
  )
  app.get(
    '/api/v1/store/products',
    {
      config: { needs: 'anyone', shared: true },
      schema: { tags, querystring: ListQuery, response: { 200: ListJson } },
    },
    async (request, reply) => {
      const plain = plainList(request.query)
      const finished = plain && (await finishedListJson(request.context, plain))
      if (finished) return sendFinished(reply, finished)
      const { category, attribute = [], brand, tag, from, to, filters, ...query } = request.query
      const categoryId = category ? (await categoryBySlug(request.context, category)).id : undefined
      const wanted: SearchQuery = {
        ...query,
        categoryId,
        brandIds: brand,
        tags: tag,
        fromMinor: from,
        toMinor: to,
        attributes: byCode(attribute),
        facets: filters,
      }
      return listJson(await browse(request.context, wanted), request.context.locale)
    },
  )
  app.get(
    '/api/v1/store/products/:slug',
    {
      config: { needs: 'anyone', shared: true },
      schema: { tags, params: Type.Object({ slug: Type.String({ maxLength: 300 }) }), response: { 200: ProductJson } },
    },
    async (request, reply) => {
      const { context: ctx, params } = request
      const { found, available } = await lookAt(ctx, params.slug)
      if (found && found.page !== null)
        return sendFinished(reply, filledPage(found.page, { available, onSale: found.onSale }))
      if (found) await finishProducts(ctx, [found.productId])
      return productJson(ctx, await productBySlug(ctx, params.slug))
    },
  )
}

/** A question that finished cards answer: a category or words, and nothing that narrows or sorts. */
function plainList({ category, text, page, size, ...others }: Static<typeof ListQuery>): PlainList | undefined {
  if (Object.keys(others).length > 0) return undefined
  if (category && text === undefined) return { category, page, size }
  return text && category === undefined ? { text, page, size } : undefined
}

/** The products that are looked at in the same moment, and what of them is available: two questions that leave in one piece. */
const lookAt = together(async (reader: Reader, slugs: readonly string[]) => {
  const [products, available] = await atOnce(reader, (one) => [
    finishedPages(one, slugs),
    availabilityAt(one, [...new Set(slugs)]),
  ])
  return products.map((found) => ({ found, available }))
})

interface CategoryTree {
  id: string
  slug: string
  name: string
  children: CategoryTree[]
}

const categoryJson = ({ id, slug, name, children }: CategoryNode, locale: Locale): CategoryTree => ({
  id,
  slug,
  name: name[locale],
  children: children.map((child) => categoryJson(child, locale)),
})

function byCode(chosen: readonly string[]): Record<string, string[]> {
  const pairs = chosen.map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)] as const)
  return Object.fromEntries(
    [...Map.groupBy(pairs, ([code]) => code)].map(([code, list]) => [code, list.map(([, value]) => value)]),
  )
}

const listJson = ({ rows, alike, filters, ...page }: Listing, locale: Locale) =>
  open({
    ...page,
    rows: rows.map((row) => rowJson(row, locale)),
    alike: alike?.map((row) => rowJson(row, locale)),
    filters: filters && filtersJson(filters, locale),
  })

const rowJson = ({ inStock, sold, ...card }: Listing['rows'][number], locale: Locale) => ({
  ...cardJson(card, locale),
  inStock,
  sold,
})

function filtersJson({ attributes, brands, categories, tags, lowest, highest }: Filters, locale: Locale) {
  const named = <Named extends { readonly name: Readonly<Record<Locale, string>> }>(choice: Named) => ({
    ...choice,
    name: choice.name[locale],
  })
  return {
    attributes: attributes.map(({ code, name, choices }) => ({
      code,
      name: name[locale],
      choices: choices.map(named),
    })),
    brands: brands.map(named),
    categories: categories.map(named),
    tags: tags.map(named),
    lowest,
    highest,
  }
}

async function productJson(ctx: Context, page: ProductPage) {
  const available = await availabilityOf(
    ctx,
    soldVariants(page).map(({ id }) => id),
  )
  const json = pageJson(page, ctx.locale, (id) => available.get(id) ?? 0)
  return open({ ...json, onSale: page.product.status === 'on_sale' })
}
