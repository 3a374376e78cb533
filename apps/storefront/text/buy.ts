import { texts } from '#kernel/text'

/** What a shopper reads between finding goods and having paid for them. */
export const buyTexts = texts({
  'list.chosen': { zh: '已选条件', en: 'Chosen filters' },
  'list.drop': { zh: '去掉“{name}”', en: 'Remove “{name}”' },
  'list.close': { zh: '收起筛选', en: 'Close filters' },
  'list.below': { zh: '{to} 以下', en: 'Below {to}' },
  'list.between': { zh: '{from}–{to}', en: '{from}–{to}' },
  'list.above': { zh: '{from} 以上', en: '{from} and more' },
  'list.loading': { zh: '正在加载…', en: 'Loading…' },
  'list.go_on': { zh: '继续加载', en: 'Load more' },
  'list.failed': { zh: '没有加载出来，再试一次', en: 'Could not load, try again' },
  'list.empty_shelf': { zh: '这个分类暂时没有商品', en: 'Nothing in this category yet' },
  'list.empty_shelf_text': {
    zh: '新品上架后会出现在这里，先看看别的分类。',
    en: 'New goods will appear here. Have a look elsewhere meanwhile.',
  },
  'list.elsewhere': { zh: '或者看看别的分类', en: 'Or look elsewhere' },
})
