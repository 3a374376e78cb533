import { texts } from '#kernel/text'

export const slowText = texts({
  title: { zh: '滞销报告', en: 'Slow sellers' },
  about: {
    zh: '有库存却卖不动的商品，每件开一个任务：优化、改价、促销或下架',
    en: 'What has stock and hardly sells, with a task on each: improve, change the price, promote or delist',
  },
  rule: {
    zh: '{day}：最近 {days} 天销量不超过 {most} 件',
    en: '{day}: at most {most} pieces sold in {days} days',
  },
  make: { zh: '现在出报告', en: 'Report now' },
  made: { zh: '报告已生成', en: 'The report is made' },
  none: {
    zh: '还没有报告。可以现在出一份，之后按周期自动生成',
    en: 'No report yet. Make one now; later ones come by themselves',
  },
  fine: { zh: '没有滞销商品', en: 'Nothing is slow' },
  day: { zh: '报告日期', en: 'Report of' },
  product: { zh: '商品', en: 'Product' },
  sold: { zh: '销量', en: 'Sold' },
  stock: { zh: '可售库存', en: 'Available' },
  task: { zh: '处理', en: 'Task' },
  due: { zh: '{day} 前处理', en: 'Due {day}' },
})
