import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Steps } from '#kernel/steps'
import type { Locale } from '#kernel/text'
import type { PictureId } from '#model/goods/media'
import type { Price } from '#model/goods/prices'

export type { PictureId } from '#model/goods/media'
export type { Price } from '#model/goods/prices'
export { withWord, wordOf } from './attribute-words.ts'
export { isBarcode } from './barcode.ts'
export { catalogText } from './text.ts'

export type ProductId = Id<'Product'>
export type VariantId = Id<'Variant'>
export type CategoryId = Id<'Category'>
export type BrandId = Id<'Brand'>

/** Where a product stands in its life (PRI-02); `null` where nobody has said. */
export const lifeStages = ['launch', 'mature', 'clearance'] as const
export type LifeStage = (typeof lifeStages)[number]

/** A short text in both languages. */
export type Both = Readonly<Record<Locale, string>>
/** Words per language, one for each option of a product. */
export type BothLists = Readonly<Record<Locale, readonly string[]>>

export type ProductStatus = 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
export type ListingStep = 'check' | 'submit' | 'withdraw' | 'approve' | 'reject' | 'revise' | 'delist' | 'relist'

/** A listing's way: draft, data check, review, on sale, delisted. `revise` is what changing the content of an unsold listing does. */
export const listingSteps: Steps<ListingStep, ProductStatus> = {
  check: { from: ['draft'], to: 'checked' },
  submit: { from: ['checked'], to: 'in_review' },
  withdraw: { from: ['in_review'], to: 'draft' },
  approve: { from: ['in_review'], to: 'on_sale' },
  reject: { from: ['in_review'], to: 'draft' },
  revise: { from: ['checked', 'in_review'], to: 'draft' },
  delist: { from: ['on_sale'], to: 'delisted' },
  relist: { from: ['delisted'], to: 'on_sale' },
}

/** What receiving, packing, dispatch and after-sales must know of the goods (CAT-21). */
export interface ProductFlags {
  readonly food: boolean
  readonly perishable: boolean
  readonly valuableSmall: boolean
  readonly oversize: boolean
  readonly nonStandard: boolean
}

export const plainFlags: ProductFlags = {
  food: false,
  perishable: false,
  valuableSmall: false,
  oversize: false,
  nonStandard: false,
}

export interface ProductText {
  readonly name: string
  /** The line on page heads and search engines; the name when nothing else is given. */
  readonly title: string
  /** Safe HTML. */
  readonly description: string
  readonly sellingPoints: readonly string[]
  readonly optionNames: readonly string[]
}

export type AttributeValue = string | number | Both

export interface AttributeOption extends Both {
  readonly code: string
}

/** A fact that every product of a category states. The options of a `number` hold its unit. */
export interface CategoryAttribute {
  readonly code: string
  readonly kind: 'text' | 'number' | 'choice'
  readonly required: boolean
  readonly name: Both
  readonly options: readonly AttributeOption[]
}

export interface Category {
  readonly id: CategoryId
  readonly parentId: CategoryId | null
  readonly slug: string
  readonly name: Both
  readonly position: number
}

export interface CategoryNode extends Category {
  readonly children: readonly CategoryNode[]
}

export interface Brand {
  readonly id: BrandId
  readonly slug: string
  readonly name: Both
}

export interface Variant {
  readonly id: VariantId
  readonly sku: string
  readonly barcode: string | null
  readonly status: 'active' | 'retired'
  readonly optionValues: BothLists
  readonly weightGrams: number
  readonly requiresShipping: boolean
  readonly pictureId: PictureId | null
  readonly price: Price | null
}

export interface ProductPicture {
  readonly id: PictureId
  readonly alt: Both
  readonly width: number
  readonly height: number
  /** In points; null: not measured yet. */
  readonly sharpness: number | null
  /** Where an import says it comes from. */
  readonly sourceUrl: string | null
  /** Known by its address only: its file has not been given yet. */
  readonly waits: boolean
  /** The scene it shows and the pain point that is solved there; empty when it is not so marked. */
  readonly scene: string
  readonly painPoint: string
}

export interface Product {
  readonly id: ProductId
  readonly slug: string
  readonly status: ProductStatus
  readonly delistedBecause: 'by_hand' | 'out_of_stock' | null
  readonly rejection: string | null
  readonly kind: 'goods' | 'service'
  readonly categoryId: CategoryId | null
  readonly brandId: BrandId | null
  readonly lifeStage: LifeStage | null
  readonly texts: Partial<Readonly<Record<Locale, ProductText>>>
  readonly tags: readonly string[]
  /** The words that buyers search it by: name or title should say them. */
  readonly keywords: readonly string[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly flags: ProductFlags
  readonly licence: string | null
  readonly warrantyMonths: number | null
  readonly shelfLifeDays: number | null
  readonly variants: readonly Variant[]
  readonly pictures: readonly ProductPicture[]
  readonly source: string | null
  readonly sourceKey: string | null
  readonly submittedBy: string | null
  readonly version: number
  readonly createdAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
  readonly onSaleAt: Temporal.Instant | null
}

/** How a listing is sold, beside its price (CAT-10). */
export interface Selling {
  /** Whether reductions on the whole order count it and take off from it. */
  readonly joinsReductions: boolean
  /** Codes of the carriers that may bring it; none named: every one. */
  readonly carriers: readonly string[]
  /** Made to order: the days that making takes after payment (ORD-14); null for goods from the shelf. */
  readonly makeDays: number | null
}

export const plainSelling: Selling = { joinsReductions: true, carriers: [], makeDays: null }

/** A variant as a cart, an order or a picker needs it: names, price, weight and flags in one reading. */
export interface SaleItem {
  readonly variantId: VariantId
  readonly productId: ProductId
  readonly slug: string
  readonly status: ProductStatus
  readonly sku: string
  readonly barcode: string | null
  readonly name: Both
  /** The chosen options in words ("红色 / 大"), empty for a product with one variant. */
  readonly specification: Both
  readonly pictureId: PictureId | null
  readonly price: Money
  readonly was: Money | null
  readonly cost: Money | null
  readonly weightGrams: number
  readonly requiresShipping: boolean
  readonly shelfLifeDays: number | null
  readonly flags: ProductFlags
  readonly selling: Selling
  /** May be bought now as far as the catalogue knows: product on sale, variant active, priced above zero. Stock is asked elsewhere. */
  readonly active: boolean
}

/** A product as lists on the storefront show it. */
export interface ProductCard {
  readonly productId: ProductId
  readonly slug: string
  readonly name: Both
  readonly brand: Both | null
  readonly picture: ProductPicture | null
  readonly from: Money
  readonly to: Money
  readonly was: Money | null
  readonly sellingPoints: BothLists
}

/** Something the data check found. Blocking findings keep a product from sale, the others are advice. */
export interface Finding {
  readonly field: string
  readonly code: string
  readonly blocking: boolean
  readonly details: Readonly<Record<string, unknown>>
}

/** The parts a detail page is made of; `parameters` are the stated facts of the category. */
export const partKinds = ['scene', 'features', 'usage', 'comparison', 'reviews'] as const
export type PartKind = (typeof partKinds)[number]
export const wantedKinds = ['parameters', ...partKinds] as const
export type WantedKind = (typeof wantedKinds)[number]

/** One part of a detail page: where and how it is used, how it compares, what buyers showed. */
export interface DetailPart {
  readonly kind: PartKind
  readonly title: Both
  /** Safe HTML. */
  readonly body: Both
  readonly pictureIds: readonly PictureId[]
}

export const relatedKinds = ['related', 'accessory', 'upsell'] as const
export type RelatedKind = (typeof relatedKinds)[number]

/** A product that belongs to another: like it, needed with it, or the better one. */
export interface Related {
  readonly productId: ProductId
  readonly kind: RelatedKind
}

export const catalogLimits = {
  related: 30,
  parts: 20,
  name: 200,
  title: 300,
  description: 100_000,
  sellingPoints: 10,
  sellingPoint: 200,
  options: 3,
  variants: 250,
  pictures: 50,
  tags: 50,
  tag: 64,
  sku: 64,
  slug: 200,
  optionWord: 100,
  attribute: 500,
  weightGrams: 1_000_000,
} as const

/** The words of a language, or of the other one where this is missing. */
export const inLocale = (text: Partial<Both>, locale: Locale): string => text[locale] || text.zh || text.en || ''
