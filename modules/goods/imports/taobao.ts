import type { SheetRow } from '#platform/imports'
import { column, type Layout, pictureRows, type Translated } from './layout.ts'

/**
 * A product package of the Taobao assistant (keys in the second line): one product a row, its variants and pictures packed into
 * cells. `skuProps` is `price:quantity:code:pid:vid;pid:vid;…`, `propAlias` gives a value its name, `picture` is `name:1:place:|address;…`.
 */
export const taobao: Layout = {
  name: 'taobao',
  columns: [
    column('title', '宝贝名称', 'Title', ['title', '宝贝名称'], { required: true }),
    column('price', '宝贝价格', 'Price', ['price', '宝贝价格'], { required: true }),
    column('quantity', '宝贝数量', 'Quantity', ['num', '宝贝数量']),
    column('body', '宝贝描述', 'Description', ['description', '宝贝描述']),
    column('point', '宝贝卖点', 'Selling point', ['subtitle', '宝贝卖点']),
    column('approve', '放入仓库', 'Approve status', ['approve_status', '放入仓库']),
    column('pictures', '新图片', 'Pictures', ['picture', '新图片']),
    column('skuProps', '销售属性组合', 'Variants', ['skuProps', '销售属性组合']),
    column('alias', '销售属性别名', 'Names of values', ['propAlias', '销售属性别名']),
    column('custom', '自定义属性值', 'Values of one’s own', ['input_custom_cpv', '自定义属性值']),
    column('sku', '商家编码', 'Code', ['outer_id', '商家编码']),
    column('number', '数字ID', 'Number', ['num_id', '数字ID']),
    column('barcode', '商品条形码', 'Barcode', ['barcode', '商品条形码']),
    column('skuBarcode', 'sku 条形码', 'Barcodes of variants', ['sku_barcode', 'sku 条形码']),
    column('weightKg', '物流重量', 'Weight', ['item_weight', '物流重量']),
  ],
  keyOf: ({ values }) => values.number || values.sku || values.title || '',
  translate,
}

interface Sold {
  readonly price: string
  readonly quantity: string
  readonly sku: string
  readonly props: readonly (readonly [string, string])[]
}

/** Source: open.taobao.com, the standard properties of sale. */
const optionNames: Readonly<Record<string, string>> = {
  '1627207': '颜色分类',
  '20509': '尺码',
  '20549': '鞋码',
  '20518': '尺码',
}

/** A part of five begins a variant; a part of two belongs to the one before it. */
function soldIn(cell: string): Sold[] {
  const sold: { price: string; quantity: string; sku: string; props: [string, string][] }[] = []
  for (const part of cell.split(';').filter(Boolean)) {
    const words = part.split(':')
    const prop: [string, string] = [words.at(-2) ?? '', words.at(-1) ?? '']
    if (words.length >= 5)
      sold.push({ price: words[0]!, quantity: words[1]!, sku: words.slice(2, -2).join(':'), props: [prop] })
    else sold.at(-1)?.props.push(prop)
  }
  return sold
}

/** `pid:vid:name;…` */
const namesIn = (cell: string): Map<string, string> =>
  new Map(
    cell.split(';').flatMap((part) => {
      const [pid, vid, ...name] = part.split(':')
      return name.length > 0 ? [[`${pid}:${vid}`, name.join(':')]] : []
    }),
  )

function translate([row]: readonly SheetRow[]): Translated {
  const { values } = row!
  const pictures = (values.pictures ?? '').split(';').flatMap((part) => part.split('|')[1] || [])
  const sold = soldIn(values.skuProps ?? '')
  const names = [...new Set(sold.flatMap(({ props }) => props.map(([pid]) => pid)))]
  const variants = sold.length > 0 ? variantsOf(row!, sold, names) : [single(row!)]
  const [first, ...others] = variants
  const head = {
    key: values.number || values.sku || values.title || '',
    title: values.title ?? '',
    body: [values.point && `<p>${values.point.replaceAll('<', '&lt;')}</p>`, values.body].filter(Boolean).join('\n'),
    published: values.approve === '2' ? '0' : '1',
    image: pictures[0] ?? '',
    ...Object.fromEntries(names.map((pid, at) => [`option${at + 1}Name`, optionNames[pid] ?? `属性 ${pid}`])),
  }
  return {
    rows: [
      { ...first!, values: { ...first!.values, ...head } },
      ...others,
      ...pictureRows(row!.row, pictures.slice(1)),
    ],
  }
}

const weightOf = ({ values }: SheetRow): Record<string, string> =>
  values.weightKg ? { weight: values.weightKg, weightUnit: 'kg' } : {}

const single = (row: SheetRow): SheetRow => ({
  row: row.row,
  others: {},
  values: {
    sku: row.values.sku ?? '',
    barcode: row.values.barcode ?? '',
    price: row.values.price ?? '',
    quantity: row.values.quantity ?? '',
    ...weightOf(row),
  },
})

function variantsOf(row: SheetRow, sold: readonly Sold[], names: readonly string[]): SheetRow[] {
  const aliases = new Map([...namesIn(row.values.alias ?? ''), ...namesIn(row.values.custom ?? '')])
  const barcodes = (row.values.skuBarcode ?? '').split(';')
  return sold.map(({ price, quantity, sku, props }, at) => {
    const nameOf = (pid: string) => {
      const vid = props.find(([name]) => name === pid)?.[1] ?? ''
      return aliases.get(`${pid}:${vid}`) ?? vid
    }
    const chosen = names.map((pid, place) => [`option${place + 1}Value`, nameOf(pid)])
    const values = {
      sku,
      barcode: barcodes[at] ?? '',
      price,
      quantity,
      ...weightOf(row),
      ...Object.fromEntries(chosen),
    }
    return { row: row.row, others: {}, values }
  })
}
