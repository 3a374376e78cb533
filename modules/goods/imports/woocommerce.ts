import type { RowProblem, SheetRow } from '#platform/imports'
import {
  addressesIn,
  column,
  type Layout,
  pictureRows,
  placeAndTags,
  problem,
  salePrice,
  type Translated,
  withFacts,
} from './layout.ts'

const attributes = [1, 2, 3, 4, 5, 6]
const weights = { weightKg: 'kg', weightG: 'g', weightLb: 'lb', weightOz: 'oz' } as const

/**
 * WooCommerce's product CSV: a variable product and its variations are rows of their own, bound by the parent's SKU or ID; several
 * pictures and category paths stand in one cell. Source: woocommerce.com, "Product CSV Import Schema".
 */
export const woocommerce: Layout = {
  name: 'woocommerce',
  columns: [
    column('id', '编号', 'ID', ['ID']),
    column('type', '类型', 'Type', ['Type', '类型'], { required: true }),
    column('sku', '商家编码', 'SKU', ['SKU'], { required: true }),
    column('title', '名称', 'Name', ['Name', '名称'], { required: true }),
    column('published', '已发布', 'Published', ['Published', '已发布']),
    column('summary', '简介', 'Short description', ['Short description', '简短描述']),
    column('body', '描述', 'Description', ['Description', '描述']),
    column('vendor', '品牌', 'Brand', ['Brands', 'Brand', '品牌']),
    column('category', '类目', 'Categories', ['Categories', '分类']),
    column('tags', '标签', 'Tags', ['Tags', '标签']),
    column('price', '常规价', 'Regular price', ['Regular price', '常规售价'], { required: true }),
    column('sale', '促销价', 'Sale price', ['Sale price', '促销价']),
    column('saleFrom', '促销开始', 'Sale starts', ['Date sale price starts']),
    column('saleTo', '促销结束', 'Sale ends', ['Date sale price ends']),
    column('barcode', '条码', 'GTIN', ['GTIN, UPC, EAN, or ISBN']),
    column('quantity', '库存', 'Stock', ['Stock', '库存']),
    column('weightKg', '重量（kg）', 'Weight (kg)', ['Weight (kg)', '重量 (kg)']),
    column('weightG', '重量（g）', 'Weight (g)', ['Weight (g)', '重量 (g)']),
    column('weightLb', '重量（lbs）', 'Weight (lbs)', ['Weight (lbs)']),
    column('weightOz', '重量（oz）', 'Weight (oz)', ['Weight (oz)']),
    column('image', '图片', 'Images', ['Images', '图片']),
    column('parent', '上级', 'Parent', ['Parent', '父级']),
    ...attributes.flatMap((n) => [
      column(`name${n}`, `属性 ${n} 名`, `Attribute ${n} name`, [`Attribute ${n} name`]),
      column(`values${n}`, `属性 ${n} 值`, `Attribute ${n} values`, [`Attribute ${n} value(s)`]),
    ]),
  ],
  keyOf: ({ values }) => values.key ?? '',
  arrange: withParents,
  translate,
}

const typesOf = ({ values }: SheetRow): string[] => (values.type ?? '').toLowerCase().split(/\s*,\s*/)
export const isVariation = (row: SheetRow): boolean => typesOf(row).includes('variation')

/** A variation bears the key of its parent, which may stand anywhere in the sheet. */
function withParents(rows: readonly SheetRow[]): SheetRow[] {
  const own = ({ values }: SheetRow) => values.sku || (values.id ? `id:${values.id}` : '')
  const parents = rows.filter((row) => !isVariation(row))
  const keys = new Map(
    parents.flatMap((row) => [
      [`id:${row.values.id}`, own(row)],
      [row.values.sku ?? '', own(row)],
    ]),
  )
  return rows.map((row) => {
    const parent = row.values.parent ?? ''
    const ofParent = parent && (keys.get(parent) ?? `missing ${parent}`)
    const key = isVariation(row) ? ofParent : own(row)
    return { ...row, values: { ...row.values, key } }
  })
}

/** What we do not sell: reasons by type, for the row. */
const refused: Readonly<Record<string, string>> = {
  grouped: 'grouped',
  external: 'external',
  downloadable: 'downloadable',
}

/** Rows of a product and its variations. Also what a WordPress export is turned into. */
export function translate(rows: readonly SheetRow[]): Translated {
  const parent = rows.find((row) => !isVariation(row))
  const problems = parent ? typeProblems(parent) : rows.map((row) => problem(row, 'parent', 'parent_missing'))
  if (!parent || problems.length > 0) return { problems }
  const variations = rows.filter(isVariation)
  if (typesOf(parent).includes('variable') && variations.length === 0)
    return { problems: [problem(parent, 'type', 'variations_missing')] }
  const options = optionsOf(parent, variations)
  const sold = variations.length > 0 ? variations.flatMap((row) => variantsOf(row, options)) : [variantOf(parent)]
  return { rows: whole(parent, options, sold) }
}

function typeProblems(row: SheetRow): RowProblem[] {
  const reason = typesOf(row).flatMap((type) => refused[type] ?? [])[0]
  return reason ? [problem(row, 'type', reason)] : []
}

interface Option {
  readonly name: string
  /** Everything the parent offers, for a variation that stands for any of them. */
  readonly values: readonly string[]
}

const attributesOf = ({ values }: SheetRow): Map<string, string> =>
  new Map(attributes.flatMap((n) => (values[`name${n}`] ? [[values[`name${n}`]!, values[`values${n}`] ?? '']] : [])))

/** A backslash keeps a comma in a value. */
const listed = (cell: string): string[] =>
  cell
    .split(/(?<!\\),\s*/)
    .map((value) => value.replaceAll('\\,', ',').trim())
    .filter(Boolean)

/** Those of the parent's attributes that its variations name. */
function optionsOf(parent: SheetRow, variations: readonly SheetRow[]): Option[] {
  const used = new Set(variations.flatMap((row) => [...attributesOf(row).keys()]))
  return [...attributesOf(parent)].flatMap(([name, cell]) => (used.has(name) ? [{ name, values: listed(cell) }] : []))
}

/** One variation is one variant, or several where it leaves an option open: each of those gets the value into its code. */
function variantsOf(row: SheetRow, options: readonly Option[]): SheetRow[] {
  const chosen = attributesOf(row)
  const combinations = options.reduce<string[][]>(
    (all, { name, values }) =>
      all.flatMap((before) => (chosen.get(name) ? [chosen.get(name)!] : values).map((value) => [...before, value])),
    [[]],
  )
  return combinations.map((values) => variantOf(row, values, openIn(values, options, chosen)))
}

const openIn = (values: readonly string[], options: readonly Option[], chosen: Map<string, string>): string[] =>
  values.filter((_, at) => !chosen.get(options[at]!.name))

function variantOf(row: SheetRow, values: readonly string[] = [], open: readonly string[] = []): SheetRow {
  const { sku = '', barcode = '', quantity = '', image = '' } = row.values
  const isOpen = open.length > 0
  return {
    row: row.row,
    others: {},
    values: {
      sku: sku && isOpen ? `${sku}-${open.join('-')}` : sku,
      barcode: isOpen ? '' : barcode,
      quantity: isOpen ? '' : quantity,
      ...salePrice({ ...row.values, regular: row.values.price ?? '' }),
      ...weightOf(row),
      requiresShipping: typesOf(row).includes('virtual') ? '0' : '1',
      variantImage: isVariation(row) ? (addressesIn(image)[0] ?? '') : '',
      ...Object.fromEntries(values.map((value, at) => [`option${at + 1}Value`, value])),
    },
  }
}

function weightOf({ values }: SheetRow): { weight?: string; weightUnit?: string } {
  const [field, unit] = Object.entries(weights).find(([name]) => values[name]) ?? []
  return field ? { weight: values[field]!.replace(/^\./, '0.'), weightUnit: unit } : {}
}

/** The parent's own words on the first variant's row; variants without a weight weigh what the parent does. */
function whole(parent: SheetRow, options: readonly Option[], variants: readonly SheetRow[]): SheetRow[] {
  const { values } = parent
  const pictures = addressesIn(values.image ?? '')
  const { category, tags } = placeAndTags(
    listed(values.category ?? '').map((path) => path.split('>').map((step) => step.trim())),
  )
  const facts = [...attributesOf(parent)].filter(
    ([name, value]) => value && !options.some((each) => each.name === name),
  )
  const head = {
    key: values.key || values.sku || `id:${values.id}`,
    title: values.title ?? '',
    body: withFacts([values.summary, values.body].filter(Boolean).join('\n'), facts),
    vendor: values.vendor ?? '',
    category,
    tags: [...listed(values.tags ?? ''), ...tags].join(','),
    published: values.published === '1' || values.published === undefined ? '1' : '0',
    image: pictures[0] ?? '',
    ...Object.fromEntries(options.map(({ name }, at) => [`option${at + 1}Name`, name])),
  }
  const [first, ...others] = variants.map((row) => ({ ...row, values: { ...weightOf(parent), ...row.values } }))
  return [
    { ...first!, row: parent.row, others: parent.others, values: { ...first!.values, ...head } },
    ...others,
    ...pictureRows(parent.row, pictures.slice(1)),
  ]
}
