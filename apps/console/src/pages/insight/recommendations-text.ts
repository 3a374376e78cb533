import { texts } from '#kernel/text'

export const recommendationsText = texts({
  title: { zh: '推荐与热销榜', en: 'Recommendations' },
  about: {
    zh: '由浏览与购买每小时算出：买过同一件的人还买了什么；没有记录时用最近受欢迎的',
    en: 'Computed every hour from visits and orders: what people who had one thing had too; where nothing is known, what is popular lately',
  },
  run: {
    zh: '{at} 算出：{people} 人的 {steps} 步，涉及 {products} 件商品',
    en: 'Computed {at} from {steps} steps of {people} people with {products} products',
  },
  never: { zh: '还没有算过，一小时内会自动计算', en: 'Not computed yet; it will be within an hour' },
  show: { zh: '看什么', en: 'Show' },
  product: { zh: '商品旁边', en: 'Beside a product' },
  customer: { zh: '给一位顾客', en: 'To a customer' },
  top: { zh: '热销榜', en: 'Best sellers' },
  'product.pick': {
    zh: '选一件商品；不选则是没有记录的访客看到的',
    en: 'Pick a product; without one, what a visitor without a past sees',
  },
  'product.nothing': { zh: '没有找到商品', en: 'No product found' },
  'customer.find': { zh: '订单号或手机号', en: 'Order number or phone' },
  'customer.unknown': { zh: '没有这样的订单', en: 'There is no such order' },
  'customer.past': { zh: '最近看过、加购或买过', en: 'Looked at, put in the cart or bought lately' },
  'customer.refused': {
    zh: '这位顾客没有同意记录，看到的是受欢迎的商品',
    en: 'This customer has not agreed to be remembered and sees what is popular',
  },
  goods: { zh: '推荐的商品', en: 'Recommended' },
  why: { zh: '为什么', en: 'Why' },
  score: { zh: '分值', en: 'Score' },
  'why.together': { zh: '{count} 人也看过或买过“{name}”', en: '{count} people also looked at or bought “{name}”' },
  'why.popular_here': { zh: '同类目里受欢迎', en: 'Popular in its category' },
  'why.popular': { zh: '店里最近受欢迎', en: 'Popular in the shop lately' },
  'why.top': { zh: '近期售出 {count} 件', en: '{count} sold lately' },
  none: { zh: '还没有可推荐的商品', en: 'Nothing to recommend yet' },
})
