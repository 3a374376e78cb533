import { saleItemsBySku } from '#goods/catalog'
import { changePrices, checkPrice, type NewPrice, pricesOf, samePrice } from '#goods/prices'
import { isRefusal } from '#kernel/refusal'
import { texts } from '#kernel/text'
import type { SaleItem } from '#model/goods/catalog'
import { type Price, pricesText } from '#model/goods/prices'
import { loadShop } from '#office/shops'
import type { Actor, Tx } from '#platform/context'
import {
  type ImportKind,
  type Landed,
  type Landing,
  type RowProblem,
  type SheetRow,
  sheetCells,
  sheetColumn,
  sheetText,
} from '#platform/imports'

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
  texts: { ...sheetText, ...pricesText, ...priceImportText },
})

const landPrices =
  (groups: readonly (readonly SheetRow[])[]): Landing =>
  async (tx, run) => {
    const { currency } = await loadShop(tx)
    const items = await saleItemsBySku(
      tx,
      groups.map(([first]) => skuOf(first!)),
    )
    const stored = await pricesOf(
      tx,
      [...items.values()].map(({ variantId }) => variantId),
    )
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

type Plan = { readonly problems: readonly RowProblem[] } | (NewPrice & { readonly before: Price | undefined })

function planPrice(rows: readonly SheetRow[], { actor, currency, item, before }: Around): Plan {
  const problems: RowProblem[] = []
  const cells = sheetCells(rows[0]!, problems)
  cells.needed('sku', 64)
  for (const { row, values } of rows.slice(1))
    problems.push({ row, field: 'sku', code: 'sheet.twice', details: { row: cells.row }, value: values.sku })
  if (!item && problems.length === 0) cells.problem('sku', 'sheet.sku_unknown')
  if (!rows[0]!.values.list) cells.problem('list', 'sheet.missing')
  const cost = cells.amount('cost', currency)
  if (cost && actor.kind !== 'system' && !actor.permissions.has('costs.read'))
    cells.problem('cost', 'price_import.cost_not_yours')
  const price: Price = {
    list: cells.amount('list', currency) ?? { minor: 0, currency },
    was: cells.has('was') ? cells.amount('was', currency) : (before?.was ?? null),
    cost: cost ?? before?.cost ?? null,
  }
  if (problems.length === 0) problems.push(...priceProblems(price, rows[0]!))
  return problems.length > 0 || !item
    ? { problems }
    : { productId: item.productId, variantId: item.variantId, price, before }
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

const isChange = (plan: Plan): plan is Extract<Plan, NewPrice> => 'price' in plan && !samePrice(plan.before, plan.price)

const changeThem = (tx: Tx, plans: readonly Plan[]): Promise<void> => changePrices(tx, plans.filter(isChange))

function landedOf(plan: Plan): Landed {
  if ('problems' in plan) return { outcome: 'failed', problems: plan.problems }
  return { outcome: !isChange(plan) ? 'unchanged' : plan.before ? 'updated' : 'created' }
}

export const priceImportText = texts({
  'price_import.cost_not_yours': {
    zh: '您没有查看成本的权限，不能导入成本列',
    en: 'You may not see costs, so you cannot import them',
  },
})
