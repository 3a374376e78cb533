import { texts } from '#kernel/text'

export const searchTexts = texts({
  'search.corrected': {
    zh: '没有找到“{text}”，以下是“{meant}”的结果',
    en: 'Nothing found for “{text}”; these are results for “{meant}”',
  },
  'search.price_between': { zh: '只看价格 {from} 到 {to} 的商品', en: 'Only goods priced {from} to {to}' },
  'search.price_from': { zh: '只看价格 {from} 以上的商品', en: 'Only goods priced {from} or more' },
  'search.price_to': { zh: '只看价格 {to} 以下的商品', en: 'Only goods priced {to} or less' },
  'search.only_part': { zh: '没有完全符合的商品，这些最接近', en: 'Nothing suits all the words; these come nearest' },
  'search.also_part': { zh: '部分符合的商品', en: 'These suit a part of the words' },
  'search.part_text': {
    zh: '以下商品只符合“{text}”中的一部分',
    en: 'What follows suits only a part of “{text}”',
  },
  'search.hot': { zh: '大家在搜', en: 'Often searched' },
  'search.past': { zh: '搜索历史', en: 'Searched on this device' },
  'search.forget': { zh: '清空历史', en: 'Clear history' },
  'search.count': { zh: '{count} 条建议', en: '{count} suggestions' },
  'search.popular': { zh: '大家都在买', en: 'What others buy' },
})
