import { texts } from '#kernel/text'

export const bulkText = texts({
  'bulk.not_found': { zh: '没有这次批量操作', en: 'There is no such bulk action' },
  'bulk.not_permitted': {
    zh: '您的岗位不能批量做这一步，需要权限 {permission}',
    en: 'Your role may not do this: it takes {permission}',
  },
  'bulk.nothing_found': { zh: '没有符合条件的订单', en: 'No order answers to that' },
  'bulk.too_many': {
    zh: '一次最多 {most} 单，请先缩小筛选范围',
    en: 'At most {most} orders at once: narrow the filter first',
  },
  'bulk.words_missing': { zh: '请填写原因', en: 'Say why' },
  'bulk.still_running': { zh: '这次批量操作还没有做完', en: 'This bulk action is still under way' },
  'bulk.not_undoable': { zh: '这一步不能撤销', en: 'This cannot be taken back' },
  'bulk.undone_already': { zh: '已经撤销过了', en: 'It was taken back already' },
  'bulk.changed_since': { zh: '之后有人改过，保留现在的样子', en: 'Somebody changed it since; it stays as it is' },
  'bulk.verb.approve': { zh: '审核通过', en: 'Approve' },
  'bulk.choice_missing': { zh: '请先选择', en: 'Choose one' },
  'bulk.verb.unapprove': { zh: '反审核', en: 'Take the approval back' },
  'bulk.verb.merge': { zh: '合并发货', en: 'Merge' },
  'bulk.verb.carrier': { zh: '换快递', en: 'Another carrier' },
  'bulk.verb.warehouse': { zh: '换仓库', en: 'Another warehouse' },
  'bulk.verb.hold': { zh: '挂起', en: 'Put on hold' },
  'bulk.verb.resume': { zh: '解除挂起', en: 'Take off hold' },
  'bulk.verb.release': { zh: '放行到仓库', en: 'Release to the warehouse' },
  'bulk.verb.flag': { zh: '打旗', en: 'Flag' },
  'bulk.verb.note': { zh: '备注', en: 'Note' },
  'bulk.verb.exception': { zh: '转异常', en: 'To the abnormal ones' },
  'bulk.verb.cancel': { zh: '取消订单', en: 'Cancel' },
})
