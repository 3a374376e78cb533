import { createCategory, createProduct, ensureBrands } from '#goods/catalog'
import { approveListing, submitListing } from '#goods/listing'
import { addPicture } from '#goods/media'
import { dayIn } from '#kernel/day'
import { money } from '#kernel/money'
import type { BrandId, CategoryAttribute, CategoryId, PictureId, ProductId, VariantId } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { binsOf, receiveGoods, warehouses } from '#supply/inventory'
import { demoCatalogue } from '../catalogue/index.ts'
import type { Category, Product } from '../catalogue/model.ts'
import type { Dice } from './dice.ts'
import { demoPicture } from './pictures.ts'
import type { DemoReport } from './stage.ts'

/** Something the story can sell. */
export interface Good {
  readonly productId: ProductId
  readonly variantId: VariantId
  readonly sku: string
  readonly barcode: string
  readonly priceMinor: number
  readonly shelfLifeDays: number | undefined
  /** How often people buy it, compared with others. */
  readonly charm: number
}

/** Lists the whole catalogue: categories, brands, pictures, products; each checked, submitted, reviewed and put on sale. */
export async function listTheGoods(ctx: Context, chance: Dice, report: DemoReport): Promise<Good[]> {
  const categories = await makeCategories(ctx)
  return listProducts(ctx, demoCatalogue.products, { categories, chance, report })
}

interface Opening {
  readonly categories: ReadonlyMap<string, CategoryId>
  readonly chance: Dice
  readonly report: DemoReport
}

/** Lists some of the catalogue in a shop; its categories are there already. */
export async function listProducts(
  ctx: Context,
  products: readonly Product[],
  { categories, chance, report }: Opening,
): Promise<Good[]> {
  const brands = await transaction(ctx, (tx) =>
    ensureBrands(
      tx,
      demoCatalogue.brands.map(({ slug, name }) => ({ slug, ...name })),
    ),
  )
  const pictures = await hangPictures(ctx, products, report)
  const charms = products.map(() => chance.whole(1, 10))
  const listed = await abreast(products, (product, at) =>
    listProduct(ctx, product, { categories, brands, pictures, charm: charms[at]! }),
  )
  return listed.flat()
}

async function makeCategories(ctx: Context): Promise<Map<string, CategoryId>> {
  const made = new Map<string, CategoryId>()
  for (const [position, category] of demoCatalogue.categories.entries()) {
    const parentId = category.parent ? made.get(category.parent)! : null
    const { slug, name } = category
    made.set(slug, await createCategory(ctx, { slug, name, parentId, position, attributes: attributesOf(category) }))
  }
  return made
}

const attributesOf = ({ attributes }: Category): CategoryAttribute[] =>
  attributes.map(({ code, name, kind, unit, required, choices = [] }) => ({
    code,
    name,
    kind,
    required,
    options: kind === 'number' ? (unit ? [{ code: 'unit', zh: unit, en: unit }] : []) : [...choices],
  }))

async function hangPictures(
  ctx: Context,
  products: readonly Product[],
  report: DemoReport,
): Promise<Map<string, PictureId>> {
  const wanted = new Map(products.flatMap((product) => product.pictures.map((picture) => [picture.file, picture.alt])))
  let done = 0
  const hung = await abreast([...wanted], async ([file, alt]) => {
    const id = await addPicture(ctx, { ...(await demoPicture(file)), alt: alt.zh, altEn: alt.en })
    if (++done % 100 === 0) report('progress.demo.pictures', { done, of: wanted.size })
    return [file, id] as const
  })
  return new Map(hung)
}

/** Does something with each, several at a time, so that our process and the database work side by side. In the order of what was given. */
async function abreast<Each, Result>(
  all: readonly Each[],
  work: (each: Each, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = [...all.entries()].reverse()
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) results[next[0]] = await work(next[1], next[0])
  }
  await Promise.all([lane(), lane(), lane()])
  return results
}

interface Shelf {
  readonly categories: ReadonlyMap<string, CategoryId>
  readonly brands: ReadonlyMap<string, BrandId>
  readonly pictures: ReadonlyMap<string, PictureId>
  readonly charm: number
}

async function listProduct(
  ctx: Context,
  product: Product,
  { categories, brands, pictures, charm }: Shelf,
): Promise<Good[]> {
  const created = await createProduct(ctx, {
    slug: product.slug,
    categoryId: categories.get(product.category)!,
    brandId: brands.get(product.brand)!,
    texts: { zh: textOf(product, 'zh'), en: textOf(product, 'en') },
    tags: product.tags.map((slug) => demoCatalogue.tags.find((tag) => tag.slug === slug)?.name.zh ?? slug),
    attributes: Object.fromEntries(
      Object.entries(product.attributes).map(([code, value]) => [
        code,
        typeof value === 'object' ? { ...value } : value,
      ]),
    ),
    flags: product.flags,
    licence: product.flags.licence ?? null,
    warrantyMonths: product.flags.warrantyMonths ?? null,
    shelfLifeDays: product.flags.shelfLifeDays ?? null,
    pictureIds: product.pictures.map((picture) => pictures.get(picture.file)!),
    variants: product.variants.map((variant) => ({
      sku: variant.sku,
      barcode: variant.barcode,
      optionValues: { zh: variant.values.map((value) => value.zh), en: variant.values.map((value) => value.en) },
      weightGrams: variant.weightGrams,
      pictureId: pictures.get(variant.picture) ?? null,
      price: {
        list: money(variant.listPriceMinor),
        was: variant.wasPriceMinor ? money(variant.wasPriceMinor) : null,
        cost: money(variant.costMinor),
      },
    })),
  })
  await submitListing(ctx, created.id)
  await approveListing(ctx, created.id)
  return created.variants.map((variant, index) => ({
    productId: created.id,
    variantId: variant.id,
    sku: variant.sku,
    barcode: product.variants[index]!.barcode,
    priceMinor: product.variants[index]!.listPriceMinor,
    shelfLifeDays: product.flags.shelfLifeDays,
    charm,
  }))
}

const textOf = (product: Product, locale: 'zh' | 'en') => ({
  name: product.name[locale],
  title: product.title[locale],
  description: [`<p>${product.description[locale]}</p>`, `<p>${product.usage[locale]}</p>`].join(''),
  sellingPoints: product.sellingPoints.map((point) => point[locale]),
  optionNames: product.options.map((option) => option[locale]),
})

/** Fills the shelves: most of it in Hangzhou, a part in Guangzhou; dated goods in two lots, the older one first. */
export async function fillTheShelves(ctx: Context, goods: readonly Good[], chance: Dice): Promise<void> {
  const today = dayIn(ctx.now, 'Asia/Shanghai')
  for (const warehouse of await warehouses(ctx)) {
    const bins = (await binsOf(ctx, warehouse.id)).filter((bin) => bin.zone === 'pick')
    const kept = warehouse.code === 'HZ' ? goods : goods.filter(() => chance.happens(45))
    const lines = kept.flatMap((good, index) => {
      const bin = bins[index % bins.length]!
      const slot = { binId: bin.id, variantId: good.variantId }
      const quantity = chance.whole(18, 90)
      if (!good.shelfLifeDays)
        return [{ ...slot, quantity, lot: { number: `P${today.toString().replaceAll('-', '').slice(2)}` } }]
      return [0.25, 0.05].map((age, part) => {
        const producedOn = today.subtract({ days: Math.floor(good.shelfLifeDays! * age) })
        return {
          ...slot,
          quantity: part === 0 ? Math.ceil(quantity / 3) : quantity,
          lot: {
            number: `L${producedOn.toString().replaceAll('-', '').slice(2)}`,
            producedOn,
            expiresOn: producedOn.add({ days: good.shelfLifeDays! }),
          },
        }
      })
    })
    for (let from = 0; from < lines.length; from += 40)
      await receiveGoods(ctx, { warehouseId: warehouse.id, lines: lines.slice(from, from + 40), reason: '开业备货' })
  }
}
