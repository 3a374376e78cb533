import { texts } from '#kernel/text'

export const homeText = texts({
  title: { zh: '今日待办', en: 'To do' },
  about: { zh: '系统发现的、需要有人处理的事', en: 'What the system found and somebody should see to' },
  nothing: { zh: '没有待办，一切正常', en: 'Nothing waits; all is well' },
  tasks: { zh: '我的任务', en: 'My tasks' },
  settle: { zh: '已处理', en: 'Done' },
})
