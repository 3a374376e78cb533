import { texts } from '#kernel/text'

export const stockImportText = texts({
  'stock_import.warehouse_unknown': { zh: '没有仓库“{value}”', en: 'There is no warehouse “{value}”' },
  'stock_import.lot_needed': {
    zh: '库位 {bin} 里有多个批次，请填写批次',
    en: 'Several lots lie in bin {bin}. Say which one',
  },
  'stock_import.document_missing': {
    zh: '入库需要单号，以免重复入库',
    en: 'A receipt needs its document number, so that it comes in once',
  },
  'stock_import.nothing_received': { zh: '入库数量不能为零', en: 'A receipt brings at least one piece' },
  'stock_import.too_many': { zh: '数量“{value}”超过上限 {most}', en: 'The quantity “{value}” is more than {most}' },
  'stock_import.received_differs': {
    zh: '此单号已按其他数量入库',
    en: 'This document has been received with another quantity',
  },
  'stock_import.being_picked': {
    zh: '其中 {allocated} 件正在拣货，盘点数不能更少',
    en: '{allocated} pieces are being picked; the count cannot be lower',
  },
  'stock_import.counted_since': {
    zh: '之后又盘点或调整过这个库位，以后来的为准，保持现状',
    en: 'The place was counted or corrected since. The later count holds, so the stock stays',
  },
  'stock_import.moved_since': {
    zh: '入库的货已经卖出、预留或移走，库存保持现状',
    en: 'What came in has been sold, promised or moved since, so the stock stays',
  },
})

export const movementsText = texts({
  'inventory.movement.receive': { zh: '入库', en: 'Received' },
  'inventory.movement.adjust': { zh: '调整', en: 'Corrected' },
  'inventory.movement.pick': { zh: '拣货', en: 'Picked' },
  'inventory.movement.unpick': { zh: '取消拣货', en: 'Pick undone' },
  'inventory.movement.dispatch': { zh: '发出', en: 'Dispatched' },
  'inventory.movement.return': { zh: '退货入库', en: 'Returned' },
  'inventory.movement.move': { zh: '移位', en: 'Moved' },
})
