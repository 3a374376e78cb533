import { texts } from '#kernel/text'

export const productionText = texts({
  title: { zh: '按单生产', en: 'Made to order' },
  about: {
    zh: '已付款、要先做好才能发的商品：按应完成时间排队，做好最后一件订单就放行',
    en: 'Paid goods that are made before they leave, by when they are due; the last finished piece releases its order',
  },
  empty: {
    zh: '没有这样的生产任务。按单生产的商品在商品页“销售策略”里设置天数',
    en: 'None here. Say on a product’s page how many days making it takes',
  },
  order: { zh: '订单', en: 'Order' },
  goods: { zh: '商品', en: 'Goods' },
  quantity: { zh: '数量', en: 'Quantity' },
  wishes: { zh: '买家要求', en: 'Wishes' },
  by: { zh: '应完成', en: 'Due' },
  late: { zh: '已超时', en: 'late' },
  worker: { zh: '制作人', en: 'Made by' },
  note: { zh: '备注', en: 'Note' },
  'note.hint': { zh: '买家看不到；会留在订单历史里', en: 'Not shown to the buyer; stays in the order’s history' },
  actions: { zh: '操作', en: 'Actions' },
  'start.about': { zh: '开始后，买家不能再自行取消订单。', en: 'From now on the buyer cannot call the order off.' },
  'finish.about': {
    zh: '订单里的商品全部做好后，订单自动放行到仓库。',
    en: 'When all goods of the order are made, it goes to the warehouse.',
  },
  cannot: { zh: '“{status}”不能进行这一步', en: 'Not possible while “{status}”' },
})
