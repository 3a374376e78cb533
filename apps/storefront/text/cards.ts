import { texts } from '#kernel/text'

export const cardTexts = texts({
  'card.rated': { zh: '{stars} 分，{count} 条评价', en: 'rated {stars} out of 5, reviews: {count}' },
  'card.keep': { zh: '收藏“{name}”', en: 'Save “{name}” to favourites' },
})
