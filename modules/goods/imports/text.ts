import { texts } from '#kernel/text'

/** Texts of what can be wrong with a row, besides the refusals of catalogue and prices. */
export const productImportText = texts({
  'product_import.handle_missing': { zh: '缺少商品标识或名称', en: 'The handle, or a name to make one of, is missing' },
  'product_import.handle_invalid': {
    zh: 'Handle“{value}”只能用字母、数字和单个连字符',
    en: 'The handle “{value}” may hold letters, digits and single hyphens only',
  },
  'product_import.title_missing': { zh: '缺少商品标题', en: 'The title is missing' },
  'product_import.price_missing': { zh: '缺少价格', en: 'The price is missing' },
  'product_import.price_invalid': { zh: '“{value}”不是有效的金额', en: '“{value}” is no amount' },
  'product_import.price_negative': { zh: '金额不能为负数：“{value}”', en: 'An amount cannot be negative: “{value}”' },
  'product_import.number_invalid': { zh: '“{value}”不是有效的数字', en: '“{value}” is no number' },
  'product_import.quantity_too_large': {
    zh: '库存“{value}”超过一次入库上限 {most}',
    en: 'The quantity “{value}” is more than one receipt may bring ({most})',
  },
  'product_import.choice_invalid': { zh: '“{value}”不是可选的值', en: '“{value}” is none of the possible values' },
  'product_import.option_unknown': {
    zh: '选项值“{value}”没有对应的选项名',
    en: 'The option value “{value}” has no option name',
  },
  'product_import.option_missing': {
    zh: '缺少选项“{option}”的值',
    en: 'The value of the option “{option}” is missing',
  },
  'product_import.formula': { zh: '“{value}”像公式，可能有害', en: '“{value}” looks like a formula and may do harm' },
  'product_import.too_long': { zh: '内容过长，最多 {most} 个字', en: 'Too long: at most {most} characters' },
  'product_import.url_invalid': { zh: '“{value}”不是图片网址', en: '“{value}” is no picture address' },
  'product_import.category_unknown': { zh: '没有类目“{value}”', en: 'There is no category “{value}”' },
  'product_import.category_invalid': {
    zh: '类目“{value}”层级过深，或名称过长、没有文字',
    en: 'The category “{value}” is too deep, or a name in it is too long or has no letters',
  },
  'product_import.source_slug_taken': {
    zh: '网址“{slug}”已被一个不是由文件导入的商品使用',
    en: 'A product that was not imported from a file is at “{slug}”',
  },
  'product_import.parent_missing': {
    zh: '表格里没有它的主商品“{value}”',
    en: 'The sheet has no product “{value}” this variation belongs to',
  },
  'product_import.variations_missing': {
    zh: '可选规格的商品没有规格行',
    en: 'A product with options has no variations in the sheet',
  },
  'product_import.variation_missing': {
    zh: '表格里没有规格“{sku}”的行',
    en: 'The sheet has no row for the variation “{sku}”',
  },
  'product_import.too_many_options': {
    zh: '选项最多 {most} 个',
    en: 'A product may offer {most} options at most',
  },
  'product_import.grouped': {
    zh: '暂不支持组合商品；请把其中的商品分别导入',
    en: 'Grouped products are not sold here. Import the products in it one by one',
  },
  'product_import.bundle': {
    zh: '暂不支持捆绑商品；请把其中的商品分别导入',
    en: 'Bundles are not sold here. Import the products in it one by one',
  },
  'product_import.external': {
    zh: '外部商品在别的网站销售，不能导入',
    en: 'An external product is sold on another site and cannot be imported',
  },
  'product_import.downloadable': {
    zh: '暂不支持可下载商品：无法交付文件',
    en: 'Downloadable products are not sold here: there is no way to deliver the file',
  },
  'product_import.store_view': {
    zh: '这是店铺视图“{value}”的译文行，不能导入；译文请在商品页填写',
    en: 'A translation for the store view “{value}” is not imported. Translate on the product’s page',
  },
  'product_import.stock_moved': {
    zh: '入库的货已经动过（卖出、预留或移走），库存保持现状',
    en: 'Some of the stock has been sold, promised or moved since, so it stays',
  },
  'product_import.gone': { zh: '商品已经不在了', en: 'The product is gone already' },
  'product_import.left_delisted': {
    zh: '曾经上架或有库存记录，不能删除，已下架保留',
    en: 'It was on sale or in stock, so it is kept off sale instead of deleted',
  },
  'product_import.left_draft': {
    zh: '有库存记录，不能删除，作为草稿保留',
    en: 'It has stock history, so it is kept as a draft instead of deleted',
  },
  'product_import.parent_category_missing': {
    zh: '没有上级类目“{value}”，请把它排在前面的行',
    en: 'There is no category “{value}” above it. Put it in an earlier row',
  },
  'product_import.summary.pictures_waiting': {
    zh: '{count} 张图片按网址另行下载',
    en: '{count} pictures are fetched from their addresses',
  },
})
