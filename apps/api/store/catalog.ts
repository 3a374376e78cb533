import { Type } from 'typebox'
import {
  browse,
  categoryBySlug,
  categoryTree,
  type Filters,
  type Listing,
  type ProductPage,
  productBySlug,
} from '#goods/catalog'
import type { Locale } from '#kernel/text'
import type { CategoryNode, ProductPicture } from '#model/goods/catalog'
import { type SearchQuery, searchLimits, searchSorts } from '#model/goods/search'
import type { Context } from '#platform/context'
import { IdText, MoneyJson, type Routes } from '#platform/http'
import { availabilityOf } from '#supply/inventory'
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
const ListJson = Type.Object({
  rows: Type.Array(CardJson),
  page: Type.Integer(),
  size: Type.Integer(),
  total: Type.Integer({ description: `Exact up to ${searchLimits.counted}; beyond it \`more\` is true` }),
  more: Type.Boolean(),
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
const ProductJson = Type.Object({
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
    async (request) => {
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
    async (request) => productJson(request.context, await productBySlug(request.context, request.params.slug)),
  )
}

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

const listJson = ({ rows, filters, ...page }: Listing, locale: Locale) => ({
  ...page,
  rows: rows.map(({ name, brand, sellingPoints, picture, ...card }) => ({
    ...open(card),
    name: name[locale],
    brand: brand?.[locale] ?? null,
    sellingPoints: [...sellingPoints[locale]],
    picture: picture && pictureJson(picture, locale),
  })),
  filters: filters && filtersJson(filters, locale),
})

const pictureJson = ({ id, alt, width, height }: ProductPicture, locale: Locale) => ({
  id,
  alt: alt[locale],
  width,
  height,
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

async function productJson(ctx: Context, { product, brand, path, facts }: ProductPage) {
  const { locale } = ctx
  const text = product.texts[locale] ?? product.texts.zh ?? product.texts.en
  const sold = product.variants.flatMap((variant) =>
    variant.status === 'active' && variant.price ? [{ ...variant, price: variant.price }] : [],
  )
  const available = await availabilityOf(
    ctx,
    sold.map(({ id }) => id),
  )
  const { id, slug, kind, tags, flags, warrantyMonths, shelfLifeDays } = product
  return open({
    id,
    slug,
    kind,
    tags,
    flags,
    warrantyMonths,
    shelfLifeDays,
    onSale: product.status === 'on_sale',
    name: text?.name ?? '',
    title: text?.title ?? '',
    description: text?.description ?? '',
    sellingPoints: text?.sellingPoints ?? [],
    optionNames: text?.optionNames ?? [],
    brand: brand && { id: brand.id, slug: brand.slug, name: brand.name[locale] },
    path: path.map((category) => ({ id: category.id, slug: category.slug, name: category.name[locale] })),
    facts: facts.map((fact) => ({ code: fact.code, name: fact.name[locale], value: fact.value[locale] })),
    variants: sold.map(({ id, sku, optionValues, price, pictureId }) => ({
      id,
      sku,
      values: optionValues[locale],
      price: price.list,
      was: price.was,
      pictureId,
      available: available.get(id) ?? 0,
    })),
    pictures: product.pictures.filter((picture) => !picture.waits).map((picture) => pictureJson(picture, locale)),
  })
}
