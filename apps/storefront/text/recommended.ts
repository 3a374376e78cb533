import { texts } from '#kernel/text'

export const recommendedTexts = texts({
  'recommended.also': { zh: '常被一起看、一起买', en: 'Often looked at and bought together' },
  'recommended.cart': { zh: '与购物车里的搭配', en: 'Goes with your cart' },
  'recommended.for_you': { zh: '为你推荐', en: 'For you' },
  'product.top': { zh: '{name}热销榜', en: 'Best sellers: {name}' },
  'recommended.top': { zh: '热销榜', en: 'Best sellers' },
  'recommended.because': { zh: '因为您看过或买过“{name}”', en: 'Because you looked at or bought “{name}”' },
  'recommended.people': { zh: '{count} 人看过或买过这两件', en: '{count} people looked at or bought both' },
  'recommended.popular_here': { zh: '同类里受欢迎', en: 'Popular of its kind' },
  'recommended.popular': { zh: '最近受欢迎', en: 'Popular lately' },
  'recommended.sold': { zh: '近期售出 {count} 件', en: '{count} sold lately' },
})
