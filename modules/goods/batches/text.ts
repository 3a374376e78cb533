import { texts } from '#kernel/text'

export const batchesText = texts({
  'batches.not_found': { zh: '没有这次批量修改', en: 'There is no such bulk change' },
  'batches.too_many': { zh: '一次最多 {most} 行', en: 'At most {most} rows at once' },
  'batches.row_twice': { zh: '同一行出现了两次', en: 'One row stands there twice' },
  'batches.field_not_yours': {
    zh: '您的岗位不能改这一列，需要权限 {permission}',
    en: 'Your role may not change this column: it takes {permission}',
  },
  'batches.field_misplaced': { zh: '这一行没有这个字段', en: 'This row has no such field' },
  'batches.changed_meanwhile': {
    zh: '您打开之后有人改过这一格',
    en: 'Somebody changed this cell after you opened it',
  },
  'batches.empty': { zh: '这一格不能空着', en: 'This cannot be empty' },
  'batches.value_invalid': { zh: '看不懂这一格的内容', en: 'This cannot be read' },
  'batches.not_known': {
    zh: '没有叫这个名字的，或不止一个：请从列表里选',
    en: 'None is called so, or more than one: choose from the list',
  },
  'batches.no_stage': { zh: '没有这个生命周期阶段', en: 'There is no such life-cycle stage' },
  'batches.not_undoable': { zh: '没有可以撤销的内容', en: 'There is nothing to take back' },
  'batches.field.nameZh': { zh: '名称', en: 'Name (Chinese)' },
  'batches.field.nameEn': { zh: '英文名称', en: 'Name (English)' },
  'batches.field.titleZh': { zh: '标题', en: 'Title (Chinese)' },
  'batches.field.titleEn': { zh: '英文标题', en: 'Title (English)' },
  'batches.field.categoryId': { zh: '类目', en: 'Category' },
  'batches.field.brandId': { zh: '品牌', en: 'Brand' },
  'batches.field.lifeStage': { zh: '生命周期', en: 'Stage' },
  'batches.field.tags': { zh: '标签', en: 'Tags' },
  'batches.field.keywords': { zh: '关键词', en: 'Keywords' },
  'batches.field.sku': { zh: '商家编码', en: 'SKU code' },
  'batches.field.barcode': { zh: '条码', en: 'Barcode' },
  'batches.field.weightGrams': { zh: '重量（克）', en: 'Weight (g)' },
  'batches.field.list': { zh: '售价', en: 'Price' },
  'batches.field.was': { zh: '划线价', en: 'Former price' },
  'batches.field.cost': { zh: '成本', en: 'Cost' },
  'notice.batches.prices': {
    zh: '{by} 批量改了 {count} 个规格的价格，请按新价答复顾客',
    en: '{by} changed the {count|price|prices} of {count} {count|variant|variants} at once: answer customers by the new ones',
  },
  'notice.batches.prices_undone': {
    zh: '{by} 撤销了批量改价，{count} 个规格恢复原价',
    en: '{by} took a bulk price change back: {count} {count|variant has its former price|variants have their former prices}',
  },
})
