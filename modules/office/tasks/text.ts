import { texts } from '#kernel/text'

export const tasksText = texts({
  'tasks.not_found': { zh: '没有这个任务', en: 'There is no such task' },
  'tasks.ended': { zh: '任务已经结束', en: 'The task has ended' },
  'tasks.title_invalid': { zh: '请写任务，最多 200 个字', en: 'Say what to do, in at most 200 characters' },
  'tasks.role_unknown': { zh: '没有这个岗位', en: 'There is no such role' },
  'tasks.outcome_unknown': { zh: '请选择处理结果', en: 'Choose an outcome' },
  'tasks.kind.manual': { zh: '任务', en: 'Task' },
  'tasks.kind.slow_seller': { zh: '滞销处理', en: 'Slow seller' },
  'tasks.status.open': { zh: '待办', en: 'Open' },
  'tasks.status.done': { zh: '已完成', en: 'Done' },
  'tasks.status.dropped': { zh: '已取消', en: 'Dropped' },
  'tasks.outcome.done': { zh: '完成', en: 'Done' },
  'tasks.outcome.improved': { zh: '优化了详情', en: 'Listing improved' },
  'tasks.outcome.price_changed': { zh: '调整了价格', en: 'Price changed' },
  'tasks.outcome.promoted': { zh: '安排了促销', en: 'Promoted' },
  'tasks.outcome.delisted': { zh: '已下架', en: 'Delisted' },
  'tasks.outcome.kept': { zh: '保持不变', en: 'Kept as it is' },
})
