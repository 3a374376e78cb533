import { texts } from '#kernel/text'

export const tagsText = texts({
  tags: { zh: '标签', en: 'Tags' },
  add: { zh: '加标签，没有的直接输入', en: 'Add tags; type a new one' },
  none: {
    zh: '还没有标签。打开一个订单，在“旗帜与备注”里输入就有了',
    en: 'No tags yet. Open an order and type one beside its flag and note',
  },
  any: { zh: '有任一标签', en: 'Any of these tags' },
  all: { zh: '全部标签都有', en: 'All of these tags' },
  without: { zh: '没有这些标签', en: 'None of these tags' },
  made: { zh: '新标签“{name}”', en: 'New tag “{name}”' },
  name: { zh: '名称', en: 'Name' },
  color: { zh: '颜色', en: 'Colour' },
  change: { zh: '修改', en: 'Change' },
  'change.title': { zh: '修改标签“{name}”', en: 'Change the tag “{name}”' },
  remove: { zh: '删除', en: 'Remove' },
  'remove.title': { zh: '删除标签“{name}”', en: 'Remove the tag “{name}”' },
  'remove.about': {
    zh: '所有订单上的这个标签都会去掉；谁在什么时候加过，订单的经过里还看得到。不能撤销。',
    en: 'It goes off all orders; who had put it on and when stays in their timelines. This cannot be taken back.',
  },
  added: { zh: '加 {names}', en: 'on: {names}' },
  removed: { zh: '去 {names}', en: 'off: {names}' },
})
