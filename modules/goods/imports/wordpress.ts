import type { SheetRow } from '#platform/imports'
import { column, type Layout, wordOf } from './layout.ts'
import { translate, woocommerce } from './woocommerce.ts'

/**
 * Products of a WordPress export (WXR) of a WooCommerce shop: posts of type product and product_variation with their additional
 * fields, and the attachments they show. Each is put into the words of WooCommerce's CSV and read like it.
 */
export const wordpress: Layout = {
  name: 'wordpress',
  columns: [
    column('id', '编号', 'Post ID', ['wp:post_id'], { required: true }),
    column('post', '文章类型', 'Post type', ['wp:post_type'], { required: true }),
    column('title', '标题', 'Title', ['title'], { required: true }),
    column('body', '内容', 'Content', ['content:encoded']),
    column('summary', '摘要', 'Excerpt', ['excerpt:encoded']),
    column('status', '状态', 'Status', ['wp:status']),
    column('parentId', '上级', 'Parent', ['wp:post_parent']),
    column('attachment', '附件网址', 'Attachment address', ['wp:attachment_url']),
    column('type', '商品类型', 'Product type', ['category:product_type']),
    column('category', '类目', 'Categories', ['category:product_cat']),
    column('tags', '标签', 'Tags', ['category:product_tag']),
    column('vendor', '品牌', 'Brand', ['category:product_brand']),
    column('sku', '商家编码', 'SKU', ['meta:_sku']),
    column('barcode', '条码', 'GTIN', ['meta:_global_unique_id']),
    column('price', '常规价', 'Regular price', ['meta:_regular_price']),
    column('current', '售价', 'Price', ['meta:_price']),
    column('sale', '促销价', 'Sale price', ['meta:_sale_price']),
    column('saleFrom', '促销开始', 'Sale starts', ['meta:_sale_price_dates_from']),
    column('saleTo', '促销结束', 'Sale ends', ['meta:_sale_price_dates_to']),
    column('quantity', '库存', 'Stock', ['meta:_stock']),
    column('weightKg', '重量（kg）', 'Weight (kg)', ['meta:_weight']),
    column('thumbnail', '主图', 'Thumbnail', ['meta:_thumbnail_id']),
    column('gallery', '图库', 'Gallery', ['meta:_product_image_gallery']),
    column('virtual', '虚拟', 'Virtual', ['meta:_virtual']),
    column('downloadable', '可下载', 'Downloadable', ['meta:_downloadable']),
  ],
  keyOf: woocommerce.keyOf,
  arrange: (rows) => woocommerce.arrange!(inWooWords(rows)),
  translate,
}

/** Posts of other types (pages, orders, attachments) are no products and fall away. */
function inWooWords(rows: readonly SheetRow[]): SheetRow[] {
  const posts = new Map(rows.map((row) => [row.values.id ?? '', row]))
  return rows.flatMap((row) => {
    const { post } = row.values
    if (post !== 'product' && post !== 'product_variation') return []
    return [{ ...row, values: { ...row.values, ...wordsOf(row, posts, rows) } }]
  })
}

function wordsOf(row: SheetRow, posts: ReadonlyMap<string, SheetRow>, rows: readonly SheetRow[]): SheetRow['values'] {
  const { values } = row
  const shown = `${values.thumbnail ?? ''},${values.gallery ?? ''}`.split(',').filter(Boolean)
  const type = values.post === 'product_variation' ? 'variation' : values.type || 'simple'
  return {
    type: [type, values.virtual === 'yes' ? 'virtual' : '', values.downloadable === 'yes' ? 'downloadable' : '']
      .filter(Boolean)
      .join(','),
    price: values.price || (type === 'variable' ? '' : (values.current ?? '')),
    quantity: (values.quantity ?? '').replace(/\.0+$/, ''),
    parent: values.post === 'product_variation' ? `id:${values.parentId}` : '',
    published: values.status === 'publish' ? '1' : '0',
    category: (values.category ?? '').replaceAll(' | ', ', '),
    tags: (values.tags ?? '').replaceAll(' | ', ', '),
    image: shown.flatMap((id) => posts.get(id)?.values.attachment?.trim().replaceAll(' ', '%20') || []).join(', '),
    ...(values.post === 'product' ? offeredBy(row, rows) : chosenIn(row)),
  }
}

/** A variation says what it is in fields named after its attributes. */
const chosenIn = ({ others }: SheetRow): Record<string, string> => numbered(attributesIn(others, 'meta:attribute_'))

/** A product offers what its terms say; an attribute of its own is known by its variations only. */
function offeredBy({ values, others }: SheetRow, rows: readonly SheetRow[]): Record<string, string> {
  const offered = attributesIn(others, 'category:pa_')
  const variations = rows.filter((row) => row.values.post === 'product_variation' && row.values.parentId === values.id)
  for (const [name, value] of variations.flatMap((row) => [...attributesIn(row.others, 'meta:attribute_')])) {
    const known = (offered.get(name) ?? '').split(', ').filter(Boolean)
    const isKnown = known.some((one) => one.toLowerCase() === value.toLowerCase())
    offered.set(name, isKnown ? known.join(', ') : [...known, value].join(', '))
  }
  return numbered(offered)
}

function attributesIn(others: SheetRow['others'], prefix: string): Map<string, string> {
  return new Map(
    Object.entries(others).flatMap(([head, value]) =>
      head.startsWith(prefix)
        ? [[wordOf(head.slice(prefix.length).replace(/^pa_/, '')), value.replaceAll(' | ', ', ')]]
        : [],
    ),
  )
}

const numbered = (attributes: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    [...attributes].slice(0, 6).flatMap(([name, value], at) => [
      [`name${at + 1}`, name],
      [`values${at + 1}`, value],
    ]),
  )
