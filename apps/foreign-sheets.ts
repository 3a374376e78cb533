import { type Texts, texts } from '#kernel/text'
import { type ImportKind, registerImportKind, sheetColumn } from '#platform/imports'

/**
 * Sheets of other systems that have no room here: every row is refused with the reason and the place where the matter is kept, so
 * that nobody believes it landed.
 */
const foreign = (
  kind: string,
  label: ImportKind['label'],
  heads: readonly string[],
  reason: Texts[string],
): ImportKind => ({
  kind,
  label,
  columns: heads.map((head) => sheetColumn(head, head, head, { required: true })),
  keyOf: ({ row }) => String(row),
  prepare: (groups) => async () =>
    groups.flat().map(({ row, values }) => ({
      outcome: 'failed',
      problems: [{ row, field: heads[0]!, code: `foreign.${kind}`, value: values[heads[0]!] }],
    })),
  texts: texts({ [`foreign.${kind}`]: reason }),
})

const foreignSheets = [
  foreign(
    'shipping-rates',
    { zh: '运费表（按金额）', en: 'Shipping rates by amount' },
    ['country', 'region', 'order_subtotal', 'price'],
    {
      zh: '“{value}”的运费不能导入：运费按省份和重量计，请在“快递与运费”维护',
      en: 'Rates for “{value}” cannot be imported: freight goes by province and weight. Keep it under Carriers and freight',
    },
  ),
  foreign('tax-rates', { zh: '税率', en: 'Tax rates' }, ['code', 'tax_country_id', 'rate'], {
    zh: '税率“{value}”不能导入：售价含税，没有按地区的税率',
    en: 'The tax rate “{value}” cannot be imported: prices include tax, and there are no rates by region',
  }),
  foreign(
    'sales-rules',
    { zh: '购物车优惠规则', en: 'Cart price rules' },
    ['name', 'simple_action', 'coupon_type', 'conditions_serialized'],
    {
      zh: '优惠“{value}”不能导入：这里只有满减，请在“满减”里新建',
      en: 'The rule “{value}” cannot be imported: reductions by amount are all there is. Make one under Reductions',
    },
  ),
  foreign(
    'catalog-rules',
    { zh: '商品价格规则', en: 'Catalogue price rules' },
    ['name', 'simple_action', 'discount_amount', 'conditions_serialized'],
    {
      zh: '价格规则“{value}”不能导入：请改商品售价和划线价，可用“价格”表格批量修改',
      en: 'The price rule “{value}” cannot be imported: change the prices themselves, many at once by a sheet of prices',
    },
  ),
]

/** Makes known what the house must refuse by name. */
export function registerForeignSheets(): void {
  for (const kind of foreignSheets) registerImportKind(kind)
}
