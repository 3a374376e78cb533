import { texts } from '#kernel/text'

export const searchTexts = texts({
  'search.corrected': {
    zh: '没有找到“{text}”，以下是“{meant}”的结果',
    en: 'Nothing found for “{text}”; these are results for “{meant}”',
  },
  'search.only_part': { zh: '没有完全符合的商品', en: 'Nothing suits all the words' },
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
