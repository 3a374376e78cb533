import { Type } from 'typebox'
import {
  categoryPath,
  type FormerAddress,
  formerAddressesOf,
  formerCategoryAddressesOf,
  loadProduct,
} from '#goods/catalog'
import { categoryHead, headsOf, productHead, writeHead } from '#goods/heads'
import type { Both } from '#model/goods/catalog'
import { emptyHead, type HeadKind, headLimits, type PageHead } from '#model/goods/heads'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { Instant, type Routes } from '#platform/http'
import { IdOf, NameJson, open } from '../goods-shapes.ts'

const tags = ['products']
const closed = { additionalProperties: false }
const both = (most: number) =>
  Type.Object({ zh: Type.String({ maxLength: most }), en: Type.String({ maxLength: most }) }, closed)
const HeadBody = Type.Object(
  { title: both(headLimits.title), description: both(headLimits.description) },
  { ...closed, description: 'What search engines shall show; an empty text: the page’s own words' },
)
const HeadJson = Type.Object({
  title: NameJson,
  description: NameJson,
  own: Type.Object({ title: NameJson, description: NameJson }, { description: 'The page’s own words' }),
  address: NameJson,
  former: Type.Array(Type.Object({ address: Type.String(), leftAt: Instant, leftBy: Type.String() }), {
    description: 'Addresses it has left, which lead to it still',
  }),
})
const read = { needs: { staff: 'products.read' } } as const
const write = { needs: { staff: 'products.write' } } as const
const response = { 200: HeadJson }
const ofProduct = Type.Object({ id: IdOf<'Product'>() }, closed)
const ofCategory = Type.Object({ id: IdOf<'Category'>() }, closed)

/** What search engines show of products, categories and the home page, and which former addresses lead to them. */
export function headRoutes(app: Routes): void {
  const product = '/api/v1/admin/products/:id/head'
  app.get(product, { config: read, schema: { tags, params: ofProduct, response } }, ({ context, params }) =>
    shownProduct(context, params.id),
  )
  app.put(
    product,
    { config: write, schema: { tags, params: ofProduct, body: HeadBody, response } },
    async ({ context, params, body }) => {
      await writeHead(context, { kind: 'product', id: params.id, ...body })
      return shownProduct(context, params.id)
    },
  )
  const category = '/api/v1/admin/categories/:id/head'
  app.get(category, { config: read, schema: { tags, params: ofCategory, response } }, ({ context, params }) =>
    shownCategory(context, params.id),
  )
  app.put(
    category,
    { config: write, schema: { tags, params: ofCategory, body: HeadBody, response } },
    async ({ context, params, body }) => {
      await writeHead(context, { kind: 'category', id: params.id, ...body })
      return shownCategory(context, params.id)
    },
  )
  const home = '/api/v1/admin/home-page/head'
  app.get(home, { config: read, schema: { tags, response } }, ({ context }) => shownHome(context))
  app.put(home, { config: write, schema: { tags, body: HeadBody, response } }, async ({ context, body }) => {
    await writeHead(context, { kind: 'home', id: context.shopId, ...body })
    return shownHome(context)
  })
}

async function shownProduct(ctx: Context, id: Parameters<typeof loadProduct>[1]) {
  const product = await loadProduct(ctx, id)
  const former = await formerAddressesOf(ctx, id)
  return shown(ctx, { kind: 'product', id, own: productHead(product), path: `/products/${product.slug}`, former })
}

async function shownCategory(ctx: Context, id: Parameters<typeof categoryPath>[1]) {
  const { name, slug } = (await categoryPath(ctx, id)).at(-1)!
  const former = await formerCategoryAddressesOf(ctx, id)
  const own = categoryHead(name, await shopName(ctx))
  return shown(ctx, { kind: 'category', id, own, path: `/c/${slug}`, former })
}

async function shownHome(ctx: Context) {
  const { introduction, introductionEn } = await loadShop(ctx)
  const own = { title: await shopName(ctx), description: { zh: introduction, en: introductionEn } }
  return shown(ctx, { kind: 'home', id: ctx.shopId, own, path: '/', former: [] })
}

async function shopName(ctx: Context): Promise<Both> {
  const { name, nameEn } = await loadShop(ctx)
  return { zh: name, en: nameEn }
}

interface Shown {
  readonly kind: HeadKind
  readonly id: string
  readonly own: PageHead
  readonly path: string
  readonly former: readonly FormerAddress[]
}

async function shown(ctx: Context, { kind, id, own, path, former }: Shown) {
  const head = (await headsOf(ctx, kind, [id])).get(id) ?? emptyHead
  const { isDefault, code } = await loadShop(ctx)
  const inShop = isDefault ? '' : `/s/${code}`
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const address = (language: string) => `${ctx.outside.publicUrl}${language}${inShop}${path}`
  return open({
    ...head,
    own,
    address: { zh: address(''), en: address('/en') },
    former: former.map(({ slug, leftAt, leftBy }) => ({ address: `${inShop}${folder}${slug}`, leftAt, leftBy })),
  })
}
