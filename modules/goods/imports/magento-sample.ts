import type { SheetRow } from '#platform/imports'
import { column, type Layout, placeAndTags, salePrice, type Translated, withFacts, wordOf } from './layout.ts'

/**
 * The simple product sheets of Magento's sample data and shops set up like them: one product a row, category names and
 * facts one below the other in a cell, a special price beside the price.
 */
export const magentoSample: Layout = {
  name: 'magento',
  columns: [
    column('category', '类目', 'Category', ['category'], { required: true }),
    column('title', '名称', 'Name', ['name'], { required: true }),
    column('sku', '商家编码', 'SKU', ['sku'], { required: true }),
    column('price', '价格', 'Price', ['price'], { required: true }),
    column('sale', '特价', 'Special price', ['special_price']),
    column('quantity', '库存', 'Quantity', ['qty']),
    column('body', '描述', 'Description', ['description']),
    column('weight', '重量', 'Weight', ['weight']),
    column('set', '属性集', 'Attribute set', ['attribute_set']),
  ],
  keyOf: ({ values }) => values.sku ?? '',
  translate,
}

const linesIn = (cell: string): string[] =>
  cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

function translate([row]: readonly SheetRow[]): Translated {
  const { values, others } = row!
  const [first, second, ...more] = linesIn(values.category ?? '')
  const { category } = placeAndTags([[first, second].filter((name) => name !== undefined)])
  const facts = Object.entries(others)
    .map(([head, cell]): [string, string] => [wordOf(head), linesIn(cell).join(', ')])
    .filter(([, value]) => value && !/^[01]$/.test(value))
  return {
    rows: [
      {
        ...row!,
        values: {
          key: values.sku ?? '',
          title: values.title ?? '',
          body: withFacts(values.body ?? '', facts),
          category,
          tags: more.join(','),
          sku: values.sku ?? '',
          quantity: values.quantity ?? '',
          ...salePrice({ ...values, regular: values.price ?? '' }),
          ...(values.weight ? { weight: values.weight, weightUnit: 'lb' } : {}),
        },
      },
    ],
  }
}
