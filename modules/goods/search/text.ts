import { texts } from '#kernel/text'

export const searchText = texts({
  'search.hot_words_invalid': {
    zh: '热词最多 {most} 个，每个不超过 40 个字',
    en: 'At most {most} hot words, each of 40 characters or fewer',
  },
  'search.sort.relevance': { zh: '综合', en: 'Relevance' },
  'search.sort.newest': { zh: '新品', en: 'Newest' },
  'search.sort.price_up': { zh: '价格从低到高', en: 'Price, low to high' },
  'search.sort.price_down': { zh: '价格从高到低', en: 'Price, high to low' },
  'search.sort.sales': { zh: '销量', en: 'Best selling' },
})
