import type { Money } from '#kernel/money'
import type { ProductPage, ToldVariant } from './loaders/product.ts'
import type { View } from './view.ts'

export interface PriceParts {
  readonly symbol: string
  readonly whole: string
  readonly fraction: string
}

/** One part of what a piece costs. */
export interface ReceiptLine {
  readonly name: string
  readonly amount: string
}

export interface OfferedVariant {
  readonly values: readonly string[]
  readonly price: PriceParts
  readonly was: string | null
  readonly available: number
  /** It is sold out, and the visitor will be told when it is back. */
  readonly waits: boolean
  /** Which picture shows it: 1 is the first. */
  readonly picture: number
  readonly pictureId: string | null
  /** What is left, in words. */
  readonly state: string
  readonly receipt: readonly ReceiptLine[]
  /** What one piece costs in the end, as far as that is known, and how that is called. */
  readonly total: ReceiptLine
}

type Words = Readonly<
  Record<
    | 'notMade'
    | 'soldOut'
    | 'quantity'
    | 'less'
    | 'more'
    | 'add'
    | 'buy'
    | 'was'
    | 'chosen'
    | 'close'
    | 'why'
    | 'receipt'
    | 'wait'
    | 'stop'
    | 'waiting',
    string
  >
>

export interface BuyOptionsProps {
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly variants: readonly OfferedVariant[]
  readonly chosen: readonly string[]
  /** From the cheapest to the dearest, where they differ. */
  readonly range: string | null
  readonly quantity: number
  /** Where the wish is sent to be told when something is back. */
  readonly waitAt: string
  readonly words: Words
}

/** Below so many left it is said how many. */
const few = 10

const inLanguage = (view: View, values: ToldVariant['optionValues']): readonly string[] =>
  [values[view.locale], values.zh, values.en].find((each) => each.length > 0) ?? []

/** What the choice of a product's variants starts from, in the visitor's words. */
export function buyOptions(view: View, page: ProductPage): Omit<BuyOptionsProps, 'quantity' | 'waitAt' | 'words'> {
  const { product, variants, chosen, pictures } = page
  const names = (product.texts[view.locale] ?? product.texts.zh ?? product.texts.en)?.optionNames ?? []
  const valuesOf = (variant: ToldVariant) => (names.length > 0 ? inLanguage(view, variant.optionValues) : [])
  const options = names.map((name, index) => ({
    name,
    values: [...new Set(variants.map((each) => valuesOf(each)[index] ?? ''))],
  }))
  const wanted = (index: number) => page.wanted[index] ?? (chosen && valuesOf(chosen)[index]) ?? ''
  return {
    options,
    variants: variants.map((variant) => ({
      ...offeredVariant(view, variant),
      waits: page.waits.includes(variant.id),
      values: valuesOf(variant),
      picture: pictures.findIndex(({ id }) => id === variant.pictureId) + 1,
    })),
    chosen: options.map(({ values }, index) => (values.includes(wanted(index)) ? wanted(index) : (values[0] ?? ''))),
    range: rangeOf(view, variants),
  }
}

function offeredVariant(view: View, variant: ToldVariant): Omit<OfferedVariant, 'values' | 'picture' | 'waits'> {
  const { available, receipt, pictureId } = variant
  return {
    price: view.moneyParts(receipt.price),
    was: receipt.was && view.money(receipt.was),
    available,
    pictureId,
    state: stateOf(view, available),
    receipt: linesOf(view, variant),
    total: {
      name: view.t(receipt.freight || !variant.requiresShipping ? 'receipt.total' : 'receipt.total_before_freight'),
      amount: view.money(receipt.total),
    },
  }
}

function stateOf({ t }: View, available: number): string {
  if (available < 1) return t('product.sold_out')
  return available < few ? t('product.few_left', { count: available }) : t('product.in_stock')
}

/** Every part of what one piece costs, and how it comes there; the rest of the sentence stands in the page's words. */
function linesOf(view: View, { receipt, delivery, requiresShipping }: ToldVariant): ReceiptLine[] {
  const { t } = view
  const less = (amount: Money) => `−${view.money(amount)}`
  const { was, cut, price, reduction, freight } = receipt
  const way = freight
    ? {
        name: t('receipt.freight', { place: delivery.place }),
        amount: freight.minor === 0 ? t('amount.free') : view.money(freight),
      }
    : { name: t('receipt.freight_plain'), amount: t(delivery.place ? 'receipt.unreachable' : 'receipt.freight_later') }
  return [
    ...(was && cut
      ? [
          { name: t('product.was'), amount: view.money(was) },
          { name: t('receipt.cut'), amount: less(cut) },
        ]
      : []),
    { name: t('receipt.price'), amount: view.money(price) },
    ...(reduction ? [{ name: view.both(reduction.name), amount: less(reduction.off) }] : []),
    ...(requiresShipping ? [way] : []),
  ]
}

/** From the cheapest to the dearest variant; null where all cost the same. */
function rangeOf(view: View, variants: readonly ToldVariant[]): string | null {
  const prices = variants.map(({ receipt }) => receipt.price).sort((one, other) => one.minor - other.minor)
  const [lowest, highest] = [prices[0], prices.at(-1)]
  if (!lowest || !highest || lowest.minor === highest.minor) return null
  return view.t('product.range', { from: view.money(lowest), to: view.money(highest) })
}
