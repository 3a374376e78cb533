import { texts } from '#kernel/text'

export const knowledgePageText = texts({
  title: { zh: '商品知识', en: 'Product knowledge' },
  about: {
    zh: '客服答疑用：库存、价格、卖点、材质、用途和常见问答',
    en: 'To answer quickly: stock, price, selling points, material, uses, common questions',
  },
  search: { zh: '搜索商品、编码、材质、用途、问答', en: 'Product, code, material, use, question' },
  empty: { zh: '没有找到。换个词试试', en: 'Nothing found. Try another word' },
  card: { zh: '知识卡（仅员工可见）', en: 'Knowledge card (staff only)' },
  material: { zh: '材质', en: 'Material' },
  level: { zh: '价位', en: 'Price level' },
  uses: { zh: '用途', en: 'Uses' },
  answers: { zh: '常见问答', en: 'Common questions' },
  points: { zh: '卖点', en: 'Selling points' },
  'stock.uncounted': { zh: '不计', en: 'not counted' },
  stock: { zh: '库存', en: 'Stock' },
  save: { zh: '保存知识卡', en: 'Save card' },
  saved: { zh: '已保存', en: 'Saved' },
  written: { zh: '{by} 更新于 {at}', en: 'Updated by {by}, {at}' },
})
