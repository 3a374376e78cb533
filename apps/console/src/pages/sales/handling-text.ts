import { texts } from '#kernel/text'

/** What the desk does with an order between payment and dispatch. */
export const handlingText = texts({
  merge: { zh: '合并发货', en: 'Ship together' },
  'merge.alone': { zh: '这一单单独发货', en: 'This order ships alone' },
  'merge.with': { zh: '同箱发货：', en: 'In one box with: ' },
  'merge.can': { zh: '同一买家、同一地址，可以一起发：', en: 'Same buyer, same address; these could go along:' },
  'merge.none': { zh: '没有可以一起发的订单', en: 'No other order could go along' },
  'merge.do': { zh: '合并到一个包裹', en: 'Put into one box' },
  'merge.title': { zh: '合并成一个包裹？', en: 'Put these into one box?' },
  'merge.about': {
    zh: '仓库只配一次货、只打一张面单。各单已付的运费不变；退款、签收、售后仍按各单办理。开始拣货前可以拆开。',
    en: 'The warehouse picks once and prints one label. Freight stays as each order paid it; refunds, receipt and returns stay with each order. It can be undone until picking begins.',
  },
  'merge.choose': { zh: '选择订单', en: 'Orders' },
  'merge.undo': { zh: '拆开单独发', en: 'Ship this one alone' },
  'merge.undo.title': { zh: '这一单单独发货？', en: 'Let this order leave alone?' },
  'merge.state': { zh: '放行后、拣货前才能合并', en: 'Only before picking begins' },
})
