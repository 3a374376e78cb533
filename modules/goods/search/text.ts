import { texts } from '#kernel/text'

export const searchText = texts({
  'search.hot_words_invalid': {
    zh: '热词最多 {most} 个，每个不超过 40 个字',
    en: 'At most {most} hot words, each of 40 characters or fewer',
  },
  'search.synonyms_invalid': {
    zh: '一组同义词须有 2 至 {most} 个词，每个不超过 40 个字',
    en: 'A group holds 2 to {most} words of at most 40 characters',
  },
  'search.synonyms_not_found': { zh: '没有这组同义词', en: 'There is no such group of synonyms' },
  'search.dictionary_word_invalid': {
    zh: '“{word}”不是 2 至 20 个汉字的词',
    en: '“{word}” is not a Chinese word of 2 to 20 characters',
  },
  'search.dictionary_word_unknown': { zh: '词典中没有添加过“{word}”', en: '“{word}” was not added to the dictionary' },
  'search.test.leads': { zh: '名称以它为主', en: 'is what its name leads with' },
  'search.test.set': { zh: '是套装，而搜的不是套装', en: 'a set, which was not asked for' },
  'search.test.spare': { zh: '是替换装、小样等', en: 'a sample or spare part' },
  'search.test.names': { zh: '商品本身就是', en: 'is what is wanted' },
  'search.test.in_name': { zh: '名称中有', en: 'in the name' },
  'search.test.said': { zh: '属性、标签或类目中有', en: 'in attributes, tags or category' },
  'search.test.own_words': { zh: '与输入一字不差', en: 'in the shopper’s own words' },
  'search.factor.sales': { zh: '销量', en: 'Sales' },
  'search.factor.conversion': { zh: '转化', en: 'Conversion' },
  'search.factor.rating': { zh: '评分', en: 'Rating' },
  'search.factor.freshness': { zh: '新品', en: 'Freshness' },
  'search.sort.relevance': { zh: '综合', en: 'Relevance' },
  'search.sort.newest': { zh: '新品', en: 'Newest' },
  'search.sort.price_up': { zh: '价格从低到高', en: 'Price, low to high' },
  'search.sort.price_down': { zh: '价格从高到低', en: 'Price, high to low' },
  'search.sort.sales': { zh: '销量', en: 'Best selling' },
})
