import { texts } from '#kernel/text'

export const exportsPageText = texts({
  title: { zh: '导出', en: 'Exports' },
  about: {
    zh: '谁在什么时候导出了什么；文件保留期内可以再下载',
    en: 'Who exported what, and when. A file can be downloaded while it is kept',
  },
  refresh: { zh: '刷新', en: 'Refresh' },
  empty: { zh: '还没有导出过。在列表页点“导出”开始', en: 'Nothing was exported yet. Start with “Export” on a list' },
  number: { zh: '编号', en: 'Number' },
  kind: { zh: '内容', en: 'What' },
  filter: { zh: '筛选', en: 'Filters' },
  'filter.none': { zh: '全部', en: 'Everything' },
  personal: { zh: '含个人信息', en: 'Personal data' },
  status: { zh: '状态', en: 'Status' },
  'status.waiting': { zh: '等待中', en: 'Waiting' },
  'status.running': { zh: '导出中', en: 'Exporting' },
  'status.finished': { zh: '已完成', en: 'Finished' },
  'status.failed': { zh: '失败', en: 'Failed' },
  'status.expired': { zh: '已过期', en: 'Expired' },
  rows: { zh: '行数', en: 'Rows' },
  size: { zh: '大小', en: 'Size' },
  by: { zh: '导出人', en: 'By' },
  at: { zh: '时间', en: 'Time' },
  until: { zh: '保留到', en: 'Kept until' },
  download: { zh: '下载', en: 'Download' },
})
