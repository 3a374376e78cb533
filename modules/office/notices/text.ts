import { texts } from '#kernel/text'

export const noticesText = texts({
  'notice.job.dead': {
    zh: '后台任务 {name} 有 {count} 个反复失败，已停止重试；请到“后台任务”页查看',
    en: '{count} background jobs {name} kept failing and are not tried any more: see the Jobs page',
  },
  'notice.export.held': {
    zh: '{by} 导出的 {number} 含 {rows} 行个人信息，等待另一人复核',
    en: 'Export {number} by {by} holds {rows} rows of personal data and waits for a second person',
  },
  'notices.not_found': {
    zh: '没有这条通知，或已有人处理',
    en: 'There is no such notice, or somebody has dealt with it',
  },
})
