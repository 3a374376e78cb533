import { column, type Layout } from './layout.ts'

/**
 * A Shopify product CSV in its earlier and later layouts: one handle is one product over several rows; a row that only names a
 * picture adds one. Its columns are our words. Source: help.shopify.com, "Using CSV files to import and export products".
 */
export const shopify: Layout = {
  name: 'shopify',
  columns: [
    column('handle', '商品标识', 'Handle', ['Handle', 'URL handle'], { required: true }),
    column('title', '标题', 'Title', ['Title'], { required: true }),
    column('body', '描述', 'Description', ['Body (HTML)', 'Body HTML', 'Description', 'Body']),
    column('vendor', '品牌', 'Vendor', ['Vendor', 'Brand']),
    column('category', '类目', 'Category', ['Product Category', 'Standard Product Type', 'Category']),
    column('type', '类型', 'Type', ['Type', 'Custom Product Type', 'Product Type']),
    column('tags', '标签', 'Tags', ['Tags']),
    column('published', '已发布', 'Published', ['Published', 'Published on online store']),
    column('status', '状态', 'Status', ['Status']),
    ...[1, 2, 3].flatMap((n) => [
      column(`option${n}Name`, `选项 ${n} 名`, `Option ${n} name`, [`Option${n} Name`, `Option${n} name`]),
      column(`option${n}Value`, `选项 ${n} 值`, `Option ${n} value`, [`Option${n} Value`, `Option${n} value`]),
    ]),
    column('sku', '商家编码', 'SKU', ['Variant SKU', 'SKU']),
    column('barcode', '条码', 'Barcode', ['Variant Barcode', 'Barcode']),
    column('price', '价格', 'Price', ['Variant Price', 'Price'], { required: true }),
    column('was', '划线价', 'Compare-at price', ['Variant Compare At Price', 'Compare-at price']),
    column('cost', '成本', 'Cost per item', ['Cost per item', 'Cost']),
    column('grams', '克重', 'Grams', ['Variant Grams', 'Weight value (grams)']),
    column('weight', '重量', 'Weight', ['Variant Weight']),
    column('weightUnit', '重量单位', 'Weight unit', ['Variant Weight Unit', 'Weight unit for display']),
    column('quantity', '库存', 'Quantity', ['Variant Inventory Qty', 'Inventory quantity']),
    column('requiresShipping', '需要发货', 'Requires shipping', ['Variant Requires Shipping', 'Requires shipping']),
    column('image', '图片网址', 'Picture address', ['Image Src', 'Product image URL']),
    column('imagePosition', '图片顺序', 'Picture position', ['Image Position', 'Image position']),
    column('imageAlt', '图片说明', 'Picture description', ['Image Alt Text', 'Image alt text']),
    column('variantImage', '规格图片', 'Variant picture', ['Variant Image', 'Variant image URL']),
    column('giftCard', '礼品卡', 'Gift card', ['Gift Card', 'Gift card']),
    column('seoTitle', '页面标题', 'Page title', ['SEO Title', 'SEO title']),
  ],
  keyOf: ({ values }) => (values.handle ?? '').toLowerCase(),
}
