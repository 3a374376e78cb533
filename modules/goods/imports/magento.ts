import type { RowProblem, SheetRow } from '#platform/imports'
import {
  column,
  type Layout,
  pictureRows,
  placeAndTags,
  problem,
  salePrice,
  type Translated,
  withFacts,
  wordOf,
} from './layout.ts'
import type { ProductImportOptions } from './model.ts'

/**
 * Magento 2's product export: what can be chosen stands in rows of its own, and the configurable product names their SKUs with
 * their values in one cell. Weights are pounds, as Magento's first setting has it. Source: Adobe Commerce, "Product attributes (CSV)".
 */
export const magento: Layout = {
  name: 'magento',
  columns: [
    column('sku', '商家编码', 'SKU', ['sku'], { required: true }),
    column('storeView', '店铺视图', 'Store view', ['store_view_code']),
    column('type', '类型', 'Type', ['product_type'], { required: true }),
    column('category', '类目', 'Categories', ['categories']),
    column('title', '名称', 'Name', ['name'], { required: true }),
    column('body', '描述', 'Description', ['description']),
    column('summary', '简介', 'Short description', ['short_description']),
    column('weight', '重量', 'Weight', ['weight']),
    column('visibility', '可见性', 'Visibility', ['visibility']),
    column('online', '已启用', 'Enabled', ['product_online']),
    column('price', '价格', 'Price', ['price'], { required: true }),
    column('sale', '特价', 'Special price', ['special_price']),
    column('saleFrom', '特价开始', 'Special price from', ['special_price_from_date', 'special_from_date']),
    column('saleTo', '特价结束', 'Special price to', ['special_price_to_date', 'special_to_date']),
    column('cost', '成本', 'Cost', ['cost']),
    column('urlKey', '网址', 'URL key', ['url_key']),
    column('seoTitle', '页面标题', 'Page title', ['meta_title']),
    column('image', '主图', 'Base image', ['base_image']),
    column('images', '更多图片', 'Additional images', ['additional_images']),
    column('attributes', '属性', 'Attributes', ['additional_attributes']),
    column('quantity', '库存', 'Quantity', ['qty']),
    column('variations', '规格组合', 'Variations', ['configurable_variations']),
    column('labels', '规格名', 'Variation labels', ['configurable_variation_labels']),
  ],
  keyOf: ({ values }) => values.key ?? '',
  arrange: withParents,
  translate,
}

/** `a=1,b=2, or 3`: a comma parts only before the next name. */
const pairsIn = (cell: string): [string, string][] =>
  cell
    .split(/,(?=[\w-]+=)/)
    .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()])

interface Variation {
  readonly sku: string
  readonly options: readonly (readonly [string, string])[]
}

function variationsOf({ values }: SheetRow): Variation[] {
  return (values.variations ?? '')
    .split('|')
    .filter(Boolean)
    .map((text) => {
      const pairs = pairsIn(text)
      return {
        sku: pairs.find(([name]) => name === 'sku')?.[1] ?? '',
        options: pairs.filter(([name]) => name !== 'sku'),
      }
    })
}

/** Rows of what can be chosen bear the key of the configurable product; translations stand alone, to be refused alone. */
function withParents(rows: readonly SheetRow[]): SheetRow[] {
  const parents = new Map(rows.flatMap((row) => variationsOf(row).map(({ sku }) => [sku, row.values.sku ?? ''])))
  return rows.map((row) => {
    const { sku = '', storeView } = row.values
    return { ...row, values: { ...row.values, key: storeView ? '' : (parents.get(sku) ?? sku) } }
  })
}

const mostOptions = 3

const refused: Readonly<Record<string, string>> = { grouped: 'grouped', bundle: 'bundle', downloadable: 'downloadable' }

function translate(rows: readonly SheetRow[], options: ProductImportOptions): Translated {
  const parent = rows.find((row) => row.values.variations) ?? rows[0]!
  const problems = problemsOf(parent, rows)
  return problems.length > 0 ? { problems } : { rows: whole(parent, rows, options) }
}

function problemsOf(parent: SheetRow, rows: readonly SheetRow[]): RowProblem[] {
  if (parent.values.storeView) return [problem(parent, 'storeView', 'store_view')]
  const type = parent.values.type?.toLowerCase() ?? ''
  if (refused[type]) return [problem(parent, 'type', refused[type])]
  if (type === 'configurable' && !parent.values.variations) return [problem(parent, 'variations', 'variations_missing')]
  const there = new Set(rows.map((row) => row.values.sku))
  const names = new Set(variationsOf(parent).flatMap(({ options }) => options.map(([name]) => name)))
  if (names.size > mostOptions) return [problem(parent, 'variations', 'too_many_options', { most: mostOptions })]
  const missing = variationsOf(parent).filter(({ sku }) => !there.has(sku))
  return missing.map(({ sku }) => problem(parent, 'variations', 'variation_missing', { sku }))
}

function whole(parent: SheetRow, rows: readonly SheetRow[], { pictureBase = '' }: ProductImportOptions): SheetRow[] {
  const variations = variationsOf(parent)
  const names = [...new Set(variations.flatMap(({ options }) => options.map(([name]) => name)))]
  const pictures = picturesOf(parent, pictureBase)
  const sold =
    variations.length === 0
      ? [variantOf(parent, [], '')]
      : variations.map(({ sku, options }) => {
          const row = rows.find((each) => each.values.sku === sku)!
          const chosen = names.map((name) => options.find(([option]) => option === name)?.[1] ?? '')
          return variantOf(row, chosen, picturesOf(row, pictureBase)[0] ?? '')
        })
  const [first, ...others] = sold
  return [
    { ...first!, values: { ...first!.values, ...headOf(parent, names), image: pictures[0] ?? '' } },
    ...others,
    ...pictureRows(parent.row, pictures.slice(1)),
  ]
}

function headOf({ values }: SheetRow, names: readonly string[]): Record<string, string> {
  const labels = new Map(pairsIn(values.labels ?? ''))
  const { category, tags } = placeAndTags(pathsIn(values.category ?? ''))
  return {
    key: values.sku ?? '',
    title: values.title ?? '',
    ...(values.urlKey ? { slug: values.urlKey } : {}),
    seoTitle: values.seoTitle ?? '',
    body: withFacts([values.summary, values.body].filter(Boolean).join('\n'), factsOf(values.attributes ?? '', names)),
    category,
    tags: tags.join(','),
    published: isShown(values) ? '1' : '0',
    ...Object.fromEntries(names.map((name, at) => [`option${at + 1}Name`, labels.get(name) || wordOf(name)])),
  }
}

/** A variation without its product is nobody's to find on its own: it stays a draft. */
const isShown = ({ online, visibility = '' }: SheetRow['values']): boolean =>
  online !== '2' && online !== '0' && visibility.toLowerCase() !== 'not visible individually'

/** The first name of a path is the shop's root, which no shopper sees. */
const pathsIn = (cell: string): string[][] =>
  cell
    .split(/(?<!\\),/)
    .map((path) =>
      path
        .split('/')
        .map((name) => name.trim())
        .slice(1),
    )
    .filter((path) => path.length > 0)

function factsOf(cell: string, names: readonly string[]): [string, string][] {
  const internal = new Set(['has_options', 'required_options', ...names])
  return pairsIn(cell)
    .filter(([name, value]) => name && value && !internal.has(name))
    .map(([name, value]) => [wordOf(name), value.replaceAll('|', ', ')])
}

function variantOf(row: SheetRow, chosen: readonly string[], variantImage: string): SheetRow {
  const { sku = '', quantity = '', cost = '', weight = '', price: regular = '', type } = row.values
  return {
    row: row.row,
    others: {},
    values: {
      sku,
      cost,
      variantImage,
      quantity: quantity.replace(/\.0+$/, ''),
      ...salePrice({ ...row.values, regular }),
      ...(weight ? { weight, weightUnit: 'lb' } : {}),
      requiresShipping: type === 'virtual' ? '0' : '1',
      ...Object.fromEntries(chosen.map((value, at) => [`option${at + 1}Value`, value])),
    },
  }
}

/** Magento names pictures by their place in its media folder; without that folder's address they cannot be found. */
function picturesOf({ values }: SheetRow, base: string): string[] {
  const named = [values.image ?? '', ...(values.images ?? '').split(',')].map((name) => name.trim()).filter(Boolean)
  const whole = named.map((name) =>
    /^https?:/.test(name) ? name : base && `${base.replace(/\/$/, '')}/${name.replace(/^\//, '')}`,
  )
  return [...new Set(whole.filter(Boolean))]
}
