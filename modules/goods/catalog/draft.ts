import type { Money } from '#kernel/money'
import type { Locale } from '#kernel/text'
import type {
  AttributeValue,
  BothLists,
  BrandId,
  CategoryId,
  LifeStage,
  PictureId,
  Price,
  Product,
  ProductFlags,
  ProductText,
  VariantId,
} from './model.ts'

export interface TextDraft extends Partial<ProductText> {
  readonly name: string
}

export interface VariantDraft {
  /** Of a variant there is; without it the SKU code decides. */
  readonly id?: VariantId
  readonly sku: string
  readonly barcode?: string | null
  readonly optionValues?: Partial<BothLists>
  readonly weightGrams?: number
  readonly requiresShipping?: boolean
  readonly pictureId?: PictureId | null
  readonly price?: { readonly list: Money; readonly was?: Money | null; readonly cost?: Money | null } | null
}

/** A product as somebody hands it in: only a name is needed, the rest may come later (CAT-01). */
export interface ProductDraft {
  readonly slug?: string
  readonly kind?: 'goods' | 'service'
  readonly categoryId?: CategoryId | null
  readonly brandId?: BrandId | null
  readonly lifeStage?: LifeStage | null
  readonly texts: Partial<Readonly<Record<Locale, TextDraft>>>
  readonly tags?: readonly string[]
  /** The words that buyers search it by. */
  readonly keywords?: readonly string[]
  readonly attributes?: Readonly<Record<string, AttributeValue>>
  readonly flags?: Partial<ProductFlags>
  readonly licence?: string | null
  readonly warrantyMonths?: number | null
  readonly shelfLifeDays?: number | null
  readonly variants?: readonly VariantDraft[]
  readonly pictureIds?: readonly PictureId[]
  readonly source?: string | null
  readonly sourceKey?: string | null
}

export interface CleanVariant {
  readonly id?: VariantId
  readonly sku: string
  readonly barcode: string | null
  readonly optionValues: BothLists
  readonly weightGrams: number
  readonly requiresShipping: boolean
  readonly pictureId: PictureId | null
  readonly price: Price | null
}

/** A draft that passed every check: trimmed, complete, its HTML safe. */
export interface CleanProduct {
  readonly slug: string
  readonly kind: 'goods' | 'service'
  readonly categoryId: CategoryId | null
  readonly brandId: BrandId | null
  readonly lifeStage: LifeStage | null
  readonly texts: Product['texts']
  readonly tags: readonly string[]
  readonly keywords: readonly string[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly flags: ProductFlags
  readonly licence: string | null
  readonly warrantyMonths: number | null
  readonly shelfLifeDays: number | null
  readonly variants: readonly CleanVariant[]
  readonly pictureIds: readonly PictureId[]
  readonly source: string | null
  readonly sourceKey: string | null
}

/** A stored product as a draft, so that a change is the draft with some parts replaced. Retired variants are left out. */
export const draftOf = (product: Product): ProductDraft => ({
  ...product,
  variants: product.variants.filter((variant) => variant.status === 'active'),
  pictureIds: product.pictures.map((picture) => picture.id),
})
