import { texts } from '#kernel/text'

export const visitTexts = texts({
  'visits.title': { zh: '浏览记录与推荐', en: 'Your visits and recommendations' },
  'visits.ask': {
    zh: '可以记住您在本店看过的商品、为您推荐吗？不同意也能正常购物，浏览只作匿名统计。',
    en: 'May we remember what you look at here, to recommend what suits you? If not, everything works the same and visits are counted without you.',
  },
  'visits.more': { zh: '隐私政策', en: 'Privacy policy' },
  'visits.no': { zh: '不同意', en: 'No' },
  'visits.yes': { zh: '同意', en: 'Yes' },
  'visits.text': {
    zh: '同意后，我们记住您看过、搜过、加购和买过的商品，只用于在本店为您推荐，不交给任何人。不同意时浏览只作匿名统计；改为不同意会把已有记录与您断开。',
    en: 'If you agree we remember what you look at, search, put into your cart and buy, to recommend goods to you here and for nothing else; nobody else gets it. Otherwise visits are counted without you, and choosing No takes you out of what was kept.',
  },
  'visits.now.yes': { zh: '现在：同意', en: 'Now: yes' },
  'visits.now.no': { zh: '现在：不同意', en: 'Now: no' },
  'done.visits_yes': {
    zh: '已记录：同意。可随时在“隐私与账号”里更改。',
    en: 'We have kept that you agree. You can change it under Privacy and account.',
  },
  'done.visits_no': {
    zh: '已记录：不同意，您的浏览不与您关联。',
    en: 'We have kept that you do not agree: visits are counted without you.',
  },
})
