import { saleItemsBySku } from '#goods/catalog'
import { changePrices, checkPrice, lockPrices, type NewPrice, pricesOf, samePrice } from '#goods/prices'
import { isRefusal } from '#kernel/refusal'
import { texts } from '#kernel/text'
import type { SaleItem } from '#model/goods/catalog'
import { type Price, pricesText } from '#model/goods/prices'
import { loadShop } from '#office/shops'
import { type Actor, may, type Tx } from '#platform/context'
import {
  type ImportEffect,
  type ImportKind,
  importsText,
  type Landed,
  type Landing,
  type RowProblem,
  type SheetRow,
  sheetCells,
  sheetColumn,
  sheetText,
} from '#platform/imports'
import { reversePrices } from './reverse-prices.ts'

export const priceColumns = [
  sheetColumn('sku', '商家编码', 'SKU', { heads: ['Variant SKU'], required: true }),
  sheetColumn('list', '售价', 'List price', { heads: ['Price', 'Variant Price', '价格'], required: true }),
  sheetColumn('was', '划线价', 'Compare-at price', { heads: ['Variant Compare At Price', 'Former price'] }),
  sheetColumn('cost', '成本', 'Cost', { heads: ['Cost per item', '成本价'] }),
] as const

/**
 * Prices by SKU code: the price asked, the former price struck through (an empty cell takes it away where the sheet has the
 * column), and the cost for those who may see costs (an empty cell leaves it). The same sheet again changes nothing.
 */
export const priceImport = (): ImportKind => ({
  kind: 'prices',
  label: { zh: '价格', en: 'Prices' },
  permission: 'prices.change',
  columns: priceColumns,
  keyOf: ({ values }) => values.sku ?? '',
  prepare: (groups) => landPrices(groups),
  reverse: reversePrices,
  texts: { ...sheetText, ...importsText, ...pricesText, ...priceImportText },
})

const landPrices =
  (groups: readonly (readonly SheetRow[])[]): Landing =>
  async (tx, run) => {
    const { currency } = await loadShop(tx)
    const items = await saleItemsBySku(
      tx,
      groups.map(([first]) => skuOf(first!)),
    )
    const variantIds = [...items.values()].map(({ variantId }) => variantId).sort()
    const stored = await (run.dryRun ? pricesOf(tx, variantIds) : lockPrices(tx, variantIds))
    const plans = groups.map((rows) => {
      const item = items.get(skuOf(rows[0]!))
      return planPrice(rows, { actor: tx.actor, currency, item, before: item && stored.get(item.variantId) })
    })
    if (!run.dryRun) await changeThem(tx, plans)
    return plans.map(landedOf)
  }

const skuOf = (row: SheetRow): string => sheetCells(row, []).text('sku')

interface Around {
  readonly actor: Actor
  readonly currency: string
  readonly item: SaleItem | undefined
  readonly before: Price | undefined
}

interface Planned extends NewPrice {
  readonly row: number
  readonly sku: string
  readonly before: Price | undefined
}

type Plan = { readonly problems: readonly RowProblem[] } | Planned

function planPrice(rows: readonly SheetRow[], { actor, currency, item, before }: Around): Plan {
  const problems: RowProblem[] = []
  const cells = sheetCells(rows[0]!, problems)
  cells.needed('sku', 64)
  for (const { row, values } of rows.slice(1))
    problems.push({ row, field: 'sku', code: 'sheet.twice', details: { row: cells.row }, value: values.sku })
  if (!item && problems.length === 0) cells.problem('sku', 'sheet.sku_unknown')
  if (!rows[0]!.values.list) cells.problem('list', 'sheet.missing')
  const cost = cells.amount('cost', currency)
  if (cost && !may(actor, 'costs.read')) cells.problem('cost', 'price_import.cost_not_yours')
  const price: Price = {
    list: cells.amount('list', currency) ?? { minor: 0, currency },
    was: cells.has('was') ? cells.amount('was', currency) : (before?.was ?? null),
    cost: cost ?? before?.cost ?? null,
  }
  if (problems.length === 0) problems.push(...priceProblems(price, rows[0]!))
  return problems.length > 0 || !item
    ? { problems }
    : { row: cells.row, sku: item.sku, productId: item.productId, variantId: item.variantId, price, before }
}

function priceProblems(price: Price, { row, values }: SheetRow): RowProblem[] {
  try {
    checkPrice(price)
    return []
  } catch (error) {
    if (!isRefusal(error)) throw error
    const field = String(error.details.field)
    return [{ row, field, code: error.code, details: error.details, value: values[field] }]
  }
}

const isChange = (plan: Plan): plan is Planned => 'price' in plan && !samePrice(plan.before, plan.price)

const changeThem = (tx: Tx, plans: readonly Plan[]): Promise<void> => changePrices(tx, plans.filter(isChange))

function landedOf(plan: Plan): Landed {
  if ('problems' in plan) return { outcome: 'failed', problems: plan.problems }
  if (!isChange(plan)) return { outcome: 'unchanged' }
  const did = plan.before ? 'updated' : 'created'
  return { outcome: did, effects: [priceEffect(plan, did)] }
}

const priceEffect = ({ row, sku, variantId, price, before }: Planned, did: ImportEffect['did']): ImportEffect => ({
  row,
  subject: 'price',
  subjectId: variantId,
  label: sku,
  did,
  before,
  after: price,
})

export const priceImportText = texts({
  'price_import.cost_not_yours': {
    zh: '您没有查看成本的权限，不能导入成本列',
    en: 'You may not see costs, so you cannot import them',
  },
  'price_import.gone': { zh: '商品已经不在了', en: 'The product is gone already' },
  'price_import.on_sale': {
    zh: '商品在售，不能没有价格，保持现状',
    en: 'It is on sale and cannot be without a price, so the price stays',
  },
})
