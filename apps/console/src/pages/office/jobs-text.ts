import { texts } from '#kernel/text'

export const jobsText = texts({
  title: { zh: '失败的任务', en: 'Failed jobs' },
  about: {
    zh: '后台任务失败后会自动重试；用完次数的停在这里，排除原因后可以重新运行',
    en: 'Background jobs are tried again by themselves. Those that used up their attempts stop here; run them again once the cause is gone',
  },
  refresh: { zh: '刷新', en: 'Refresh' },
  empty: { zh: '没有失败的任务', en: 'No job has failed' },
  job: { zh: '任务', en: 'Job' },
  attempts: { zh: '次数', en: 'Attempts' },
  error: { zh: '最后一次错误', en: 'Last error' },
  at: { zh: '时间', en: 'Time' },
  revive: { zh: '重新运行', en: 'Run again' },
  'revive.chosen': { zh: '重新运行所选（{count}）', en: 'Run chosen again ({count})' },
  'revive.none': { zh: '先勾选任务', en: 'Choose jobs first' },
  actions: { zh: '操作', en: 'Actions' },
  revived: { zh: '{count} 个任务将重新运行', en: '{count} jobs will run again' },
})
