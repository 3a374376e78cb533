/** A text in both languages of the shop. */
export interface Both {
  readonly zh: string
  readonly en: string
}

/** The same, as it is written in the product sheets: first Chinese, then English. */
export type Pair = readonly [zh: string, en: string]

export const both = ([zh, en]: Pair): Both => ({ zh, en })

export interface Choice extends Both {
  readonly code: string
}

/** A fact every product of a category states about itself; also a filter of the category page. */
export interface Attribute {
  readonly code: string
  readonly name: Both
  readonly kind: 'text' | 'number' | 'choice'
  /** Of a number: what it counts, e.g. `ml`. */
  readonly unit?: string
  readonly required: boolean
  /** Of a choice: what may be chosen. */
  readonly choices?: readonly Choice[]
}

export interface Category {
  readonly slug: string
  /** The category above, none for the eight at the top. */
  readonly parent?: string
  readonly name: Both
  readonly attributes: readonly Attribute[]
}

/** One of our house labels. */
export interface Label {
  readonly slug: string
  readonly name: Both
  readonly story: Both
}

export interface ShopBrand {
  readonly slug: string
  readonly name: Both
  readonly slogan: Both
  readonly story: Both
}

export interface Tag {
  readonly slug: string
  readonly name: Both
}

/** What other departments must know of the goods: receiving, packing, after-sales, licences. */
export interface GoodsFlags {
  readonly food: boolean
  readonly perishable: boolean
  readonly valuableSmall: boolean
  readonly oversize: boolean
  readonly nonStandard: boolean
  readonly licence?: 'food' | 'cosmetics'
  readonly warrantyMonths?: number
  /** Days from production to expiry, for goods that carry dates. */
  readonly shelfLifeDays?: number
}

/** How to draw the goods: a form of `demo/pictures/forms`, its colours and what stands on its label. */
export interface Drawing {
  readonly form: string
  readonly colour?: string
  readonly accent?: string
  readonly material?: string
  readonly pattern?: string
  /** Chinese characters printed on the label. */
  readonly label?: string
  /** Shape within the form, e.g. `tall` for a vase. */
  readonly style?: string
  readonly size?: number
  readonly count?: number
}

export type View = 'front' | 'close' | 'above' | 'scene'

export interface Picture {
  /** File name in `demo/pictures/files`. */
  readonly file: string
  readonly alt: Both
  readonly view: View
  readonly drawing: Drawing
}

export interface Variant {
  readonly sku: string
  /** EAN-13 of the in-store range. */
  readonly barcode: string
  /** One value per option of the product, in the same order. */
  readonly values: readonly Both[]
  readonly listPriceMinor: number
  readonly costMinor: number
  /** A former price, shown struck through. */
  readonly wasPriceMinor?: number
  readonly weightGrams: number
  /** The picture that shows this variant. */
  readonly picture: string
}

export interface Parameter {
  readonly name: Both
  readonly value: Both
}

export interface Product {
  readonly slug: string
  readonly category: string
  readonly brand: string
  readonly name: Both
  readonly title: Both
  readonly description: Both
  readonly sellingPoints: readonly Both[]
  readonly usage: Both
  /** The attributes in words, and what else a buyer looks up: label, shelf life, warranty. */
  readonly parameters: readonly Parameter[]
  readonly tags: readonly string[]
  /** By attribute code: a number, the code of a choice, or a text in both languages. */
  readonly attributes: Readonly<Record<string, number | string | Both>>
  /** Empty when the product has a single variant. */
  readonly options: readonly Both[]
  readonly variants: readonly Variant[]
  readonly flags: GoodsFlags
  readonly pictures: readonly Picture[]
}

export interface DemoCatalogue {
  readonly brand: ShopBrand
  readonly categories: readonly Category[]
  readonly brands: readonly Label[]
  readonly tags: readonly Tag[]
  readonly products: readonly Product[]
}
