import { checkPrice } from '#goods/prices'
import { isBarcode } from './barcode.ts'
import type { CleanProduct, CleanVariant, VariantDraft } from './draft.ts'
import { type BothLists, catalogLimits as most, type Price, type Product } from './model.ts'
import {
  barcodeInvalid,
  barcodeTwice,
  optionsMismatch,
  skuInvalid,
  skuTwice,
  textTooLong,
  tooMany,
  variantTwice,
  weightInvalid,
} from './product.ts'

/** @throws when codes, barcodes or option values are wrong or stand twice, naming `variants.<n>.<field>` */
export function cleanVariants(variants: readonly VariantDraft[], texts: CleanProduct['texts']): CleanVariant[] {
  if (variants.length > most.variants) throw tooMany({ field: 'variants', most: most.variants })
  const options = optionCount(texts)
  const clean = variants.map((variant, at) => cleanVariant(variant, options, `variants.${at}.`))
  clean.forEach((variant, at) => {
    refuseTwins(variant, clean.slice(0, at), `variants.${at}.`)
  })
  return clean
}

/** How many options the product has: the same number in every language. @throws optionsMismatch */
function optionCount(texts: Product['texts']): number {
  const counts = [texts.zh, texts.en].flatMap((text) => text?.optionNames.length ?? [])
  const [options = 0, other = options] = counts
  if (options !== other) throw optionsMismatch({ field: 'texts.en.optionNames', options, values: other })
  return options
}

function cleanVariant(variant: VariantDraft, options: number, at: string): CleanVariant {
  const price = variant.price ? fullPrice(variant.price) : null
  if (price) checkPrice(price, `${at}price.`)
  return {
    id: variant.id,
    sku: cleanSku(variant.sku, `${at}sku`),
    barcode: cleanBarcode(variant.barcode, `${at}barcode`),
    optionValues: cleanValues(variant.optionValues, options, `${at}optionValues`),
    weightGrams: cleanWeight(variant.weightGrams ?? 0, `${at}weightGrams`),
    requiresShipping: variant.requiresShipping ?? true,
    pictureId: variant.pictureId ?? null,
    price,
  }
}

const fullPrice = ({ list, was = null, cost = null }: NonNullable<VariantDraft['price']>): Price => ({
  list,
  was,
  cost,
})

function cleanSku(text: string, field: string): string {
  const sku = text.trim()
  if (sku.length === 0 || sku.length > most.sku || /[\p{C}]/u.test(sku)) throw skuInvalid({ field, sku })
  return sku
}

function cleanBarcode(text: string | null | undefined, field: string): string | null {
  const barcode = text?.trim()
  if (!barcode) return null
  if (!isBarcode(barcode)) throw barcodeInvalid({ field, barcode })
  return barcode
}

function cleanValues(given: VariantDraft['optionValues'], options: number, field: string): BothLists {
  const trimmed = (values: readonly string[] | undefined) => values?.map((value) => value.trim())
  const zh = trimmed(given?.zh) ?? trimmed(given?.en) ?? []
  const en = trimmed(given?.en) ?? zh
  for (const values of [zh, en]) {
    if (values.filter(Boolean).length !== options || values.length !== options)
      throw optionsMismatch({ field, options, values: values.filter(Boolean).length })
    if (values.some((value) => value.length > most.optionWord)) throw textTooLong({ field, most: most.optionWord })
  }
  return { zh, en }
}

function cleanWeight(grams: number, field: string): number {
  if (!Number.isInteger(grams) || grams < 0 || grams > most.weightGrams)
    throw weightInvalid({ field, most: most.weightGrams })
  return grams
}

function refuseTwins(variant: CleanVariant, earlier: readonly CleanVariant[], at: string): void {
  const { sku, barcode, optionValues } = variant
  if (earlier.some((other) => other.sku === sku)) throw skuTwice({ field: `${at}sku`, sku })
  if (barcode && earlier.some((other) => other.barcode === barcode))
    throw barcodeTwice({ field: `${at}barcode`, barcode })
  const values = optionValues.zh.join(' / ')
  if (earlier.some((other) => other.optionValues.zh.join(' / ') === values))
    throw variantTwice({ field: `${at}optionValues`, values })
}
