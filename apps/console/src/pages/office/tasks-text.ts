import { texts } from '#kernel/text'

export const tasksPageText = texts({
  title: { zh: '任务', en: 'Tasks' },
  about: { zh: '谁在哪天之前要做什么，做完怎么样', en: 'Who owes what by when, and how it ended' },
  add: { zh: '新建任务', en: 'New task' },
  what: { zh: '任务', en: 'Task' },
  role: { zh: '岗位', en: 'Role' },
  due: { zh: '截止', en: 'Due' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  'view.mine': { zh: '我的', en: 'Mine' },
  'view.open': { zh: '全部待办', en: 'All open' },
  'view.done': { zh: '已完成', en: 'Done' },
  'view.dropped': { zh: '已取消', en: 'Dropped' },
  empty: { zh: '没有任务', en: 'No tasks' },
  result: { zh: '结果', en: 'Outcome' },
  finish: { zh: '完成', en: 'Finish' },
  'finish.title': { zh: '“{title}”做完了？', en: '“{title}” is done?' },
  drop: { zh: '取消', en: 'Drop' },
  'drop.title': { zh: '取消“{title}”？', en: 'Drop “{title}”?' },
  note: { zh: '说明', en: 'Note' },
  ended: { zh: '任务已经结束', en: 'It has ended' },
  required: { zh: '请填写', en: 'Please fill this in' },
})
