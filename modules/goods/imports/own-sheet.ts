import type { SheetRow } from '#platform/imports'
import { addressesIn, column, type Layout, pictureRows } from './layout.ts'

const both = (zh: string, en: string) => ({ zh, en })

/**
 * Our own sheet, with heads in Chinese or English: one variant a row; rows with the same product code, or without codes the same
 * name, are one product. What has no column stays as it is in the shop, so that a sheet may carry only what it wants to change.
 */
export const ownSheet: Layout = {
  name: 'sheet',
  columns: [
    column('handle', '商品编码', 'Product code', ['商品编码', 'Product code'], {
      note: both(
        '网址中的名字：字母、数字和单个连字符；同一商品各行相同；留空按名称',
        'Name in the address: letters, digits, single hyphens; the same on all rows of a product; left empty the name decides',
      ),
      example: both('celadon-cup', 'celadon-cup'),
    }),
    column('title', '商品名称', 'Name', ['商品名称', 'Name', '名称'], {
      required: true,
      example: both('青瓷茶杯', 'Celadon cup'),
    }),
    column('titleEn', '英文名称', 'English name', ['英文名称', 'English name'], {
      example: both('Celadon cup', 'Celadon cup'),
    }),
    column('category', '类目', 'Category', ['类目', 'Category', '分类'], {
      note: both('从上到下，用 > 分开', 'From the top down, parted by >'),
      example: both('茶具 > 茶杯', 'Tea ware > Cups'),
    }),
    column('vendor', '品牌', 'Brand', ['品牌', 'Brand'], { example: both('半日闲', 'Half a Day') }),
    column('body', '描述', 'Description', ['描述', '商品描述', 'Description'], {
      note: both('可用 HTML', 'May hold HTML'),
      example: both('<p>龙泉青瓷，手工拉坯。</p>', '<p>Longquan celadon, thrown by hand.</p>'),
    }),
    column('bodyEn', '英文描述', 'English description', ['英文描述', 'English description'], {
      example: both('<p>Longquan celadon.</p>', '<p>Longquan celadon.</p>'),
    }),
    column('tags', '标签', 'Tags', ['标签', 'Tags'], {
      note: both('用逗号分开', 'Parted by commas'),
      example: both('茶,手作', 'tea,handmade'),
    }),
    ...[1, 2, 3].flatMap((n) => [
      column(`option${n}Name`, `规格${n}名称`, `Option ${n} name`, [`规格${n}名称`, `Option ${n} name`], {
        example: n === 1 ? both('颜色', 'Colour') : undefined,
      }),
      column(`option${n}Value`, `规格${n}值`, `Option ${n} value`, [`规格${n}值`, `Option ${n} value`], {
        example: n === 1 ? both('粉青', 'Pale green') : undefined,
      }),
    ]),
    column('sku', '规格编码', 'SKU', ['规格编码', 'SKU', '商家编码', 'SKU编码'], {
      note: both('留空自动生成', 'Made up when empty'),
      example: both('CUP-GREEN', 'CUP-GREEN'),
    }),
    column('barcode', '条码', 'Barcode', ['条码', 'Barcode']),
    column('price', '售价', 'Price', ['售价', '价格', 'Price'], { required: true, example: both('88.00', '88.00') }),
    column('was', '划线价', 'Price before', ['划线价', 'Price before', '原价']),
    column('cost', '成本', 'Cost', ['成本', '成本价', 'Cost']),
    column('grams', '重量（克）', 'Weight (g)', ['重量（克）', '重量(克)', 'Weight (g)'], {
      example: both('180', '180'),
    }),
    column('quantity', '库存', 'Quantity', ['库存', 'Quantity', 'Stock'], {
      note: both('只用于新建的规格', 'Counts for new variants only'),
      example: both('20', '20'),
    }),
    column('requiresShipping', '需要发货', 'Requires shipping', ['需要发货', 'Requires shipping'], {
      note: both('是 / 否', 'yes / no'),
      example: both('是', 'yes'),
    }),
    column('published', '上架', 'On sale', ['上架', 'On sale'], {
      note: both('是 / 否', 'yes / no'),
      example: both('是', 'yes'),
    }),
    column('image', '图片网址', 'Pictures', ['图片网址', '图片', 'Pictures', 'Images'], {
      note: both('可以多张，用空格或换行分开', 'May be several, parted by spaces or line breaks'),
    }),
    column('variantImage', '规格图片', 'Variant picture', ['规格图片', 'Variant picture']),
  ],
  keyOf: ({ values }) => (values.handle || values.title || '').toLowerCase(),
  translate: (rows) => ({ rows: rows.flatMap(withPictures) }),
}

/** The first row of a cell with several pictures keeps the first; each other follows in a row of its own. */
function withPictures(row: SheetRow): SheetRow[] {
  if (row.values.image === undefined) return [row]
  const [first = '', ...others] = addressesIn(row.values.image)
  return [{ ...row, values: { ...row.values, image: first } }, ...pictureRows(row.row, others)]
}
