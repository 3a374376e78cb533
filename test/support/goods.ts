import sharp from 'sharp'
import {
  createCategory,
  createProduct,
  ensureBrands,
  loadProduct,
  type NewCategory,
  type ProductDraft,
  type VariantDraft,
} from '#goods/catalog'
import { approveListing, submitListing } from '#goods/listing'
import { addPicture } from '#goods/media'
import { newId } from '#kernel/id'
import { type Money, money } from '#kernel/money'
import type { BrandId, CategoryId, PictureId, Product, Variant } from '#model/goods/catalog'
import { openShop } from '#office/shops'
import { type Context, systemActor } from '#platform/context'
import { type Database, transaction } from '#platform/database'
import { aContext, type Given } from './context.ts'

/** A context in a shop of its own that has been opened. */
export async function aShop(db: Database, given: Given = {}): Promise<Context> {
  const ctx = aContext(db, given)
  const code = `shop-${newId().slice(-12)}`
  const shopId = await db
    .transaction()
    .execute((trx) => openShop(trx, ctx.now, { code, name: '半日闲', nameEn: 'Half a Day' }))
  return { ...ctx, shopId }
}

/** The same context in the name of the house itself, which may take every step. */
export const asHouse = (ctx: Context): Context => ({ ...ctx, actor: systemActor('test') })

/** The same context as a member of staff who holds exactly these permissions. */
export const holding = (ctx: Context, ...permissions: string[]): Context => ({
  ...ctx,
  actor: { ...ctx.actor, kind: 'staff', permissions: new Set(permissions) },
})

export const aCategory = (ctx: Context, given: Partial<NewCategory> = {}): Promise<CategoryId> => {
  const slug = given.slug ?? `category-${newId().slice(-12)}`
  return createCategory(ctx, { slug, name: { zh: '杯子', en: 'Cups' }, ...given })
}

export const aBrand = (ctx: Context): Promise<BrandId> =>
  transaction(ctx, async (tx) => [...(await ensureBrands(tx, [{ zh: '半日', en: 'Half' }])).values()][0]!)

let drawn = 0

/** Bytes of a small picture unlike any other. */
export function pictureBytes(format: 'png' | 'jpeg' | 'webp' = 'png', width = 24): Promise<Buffer> {
  drawn += 1
  const background = { r: drawn % 256, g: Math.floor(drawn / 256) % 256, b: 120 }
  return sharp({ create: { width, height: width, channels: 3, background } })
    .toFormat(format)
    .toBuffer()
}

/** A photo as a phone makes it: lying on its side, and telling where it was taken and by what. */
export const photoFromAPhone = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c8372d' } })
    .jpeg()
    .withExif({ IFD0: { Model: 'Pocophone' }, IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' } })
    .toBuffer()

export const aPicture = async (ctx: Context): Promise<PictureId> =>
  addPicture(ctx, { bytes: await pictureBytes(), alt: '一只杯子', altEn: 'A cup' })

export interface GivenProduct extends Partial<Omit<ProductDraft, 'variants' | 'texts'>> {
  readonly name?: string
  readonly nameEn?: string
  readonly price?: number
  /** Names of the variants' one option; their codes and prices are made up. */
  readonly colours?: readonly string[]
  readonly variants?: readonly VariantDraft[]
  readonly texts?: ProductDraft['texts']
}

/** A draft that lacks nothing for sale. Prices are in minor units. */
export async function aDraft(ctx: Context, given: GivenProduct = {}): Promise<Product> {
  const { name = '青瓷杯', nameEn = 'Celadon cup', price = 4_900, colours, ...draft } = given
  const optionNames = colours ? ['颜色'] : []
  return createProduct(asHouse(ctx), {
    slug: `product-${newId().slice(-12)}`,
    categoryId: draft.categoryId ?? (await aCategory(ctx)),
    texts: {
      zh: { name, description: '<p>手工拉坯，一只一色。</p>', optionNames },
      en: { name: nameEn, description: '<p>Thrown by hand, no two alike.</p>', optionNames: colours ? ['Colour'] : [] },
    },
    variants: colours
      ? colours.map((colour) => aVariantDraft({ price, values: [colour] }))
      : [aVariantDraft({ price })],
    pictureIds: draft.pictureIds ?? [await aPicture(ctx)],
    ...draft,
  })
}

export function aVariantDraft({
  price = 4_900,
  values = [] as readonly string[],
  sku = `SKU-${newId().slice(-12)}`,
} = {}): VariantDraft {
  const list: Money = money(price)
  return {
    sku,
    optionValues: { zh: values, en: values },
    weightGrams: 300,
    price: { list, cost: money(Math.floor(price / 2)) },
  }
}

/** A product on sale: checked, reviewed and approved. */
export async function aProduct(ctx: Context, given: GivenProduct = {}): Promise<Product> {
  const { id } = await aDraft(ctx, given)
  await submitListing(asHouse(ctx), id)
  await approveListing(asHouse(ctx), id)
  return loadProduct(ctx, id)
}

/** The only variant of a product on sale. */
export async function aVariant(
  ctx: Context,
  given: GivenProduct = {},
): Promise<Variant & { readonly product: Product }> {
  const product = await aProduct(ctx, given)
  return { ...product.variants[0]!, product }
}
