import { texts } from '#kernel/text'

export const collectionsText = texts({
  'cash.status.on_the_way': { zh: '配送中', en: 'On the way' },
  'cash.status.collected': { zh: '已代收', en: 'Collected' },
  'cash.status.disputed': { zh: '少收待定', en: 'Collected less' },
  'cash.status.returned': { zh: '拒收退回', en: 'Refused' },
})
