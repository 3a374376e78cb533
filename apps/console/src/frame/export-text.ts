import { texts } from '#kernel/text'

export const exportText = texts({
  export: { zh: '导出', en: 'Export' },
  title: { zh: '导出这份列表', en: 'Export this list' },
  consequence: {
    zh: '导出全部内容。每次导出都会记录是谁、导出了什么、多少行。',
    en: 'Everything is exported. Who exported what, and how many rows, is on record.',
  },
  'consequence.filtered': {
    zh: '按当前筛选导出。每次导出都会记录是谁、导出了什么、多少行。',
    en: 'What the filters show is exported. Who exported what, and how many rows, is on record.',
  },
  format: { zh: '格式', en: 'Format' },
  'format.xlsx': { zh: 'Excel（.xlsx）', en: 'Excel (.xlsx)' },
  'format.csv': { zh: 'CSV（UTF-8）', en: 'CSV (UTF-8)' },
  personal: { zh: '包含个人信息（姓名、电话、地址）', en: 'With personal data (names, phones, addresses)' },
  reason: { zh: '为什么需要个人信息', en: 'Why personal data are needed' },
  'reason.missing': {
    zh: '请写明原因，至少 4 个字，会记入审计',
    en: 'Give a reason of at least 4 characters; it is kept in the audit trail',
  },
  'personal.hint': { zh: '只在工作需要时勾选', en: 'Only when your work needs it' },
  held: {
    zh: '含大量个人信息，须由另一名员工在“导出”里复核后才能下载',
    en: 'It holds many people’s data: a colleague has to agree under “Exports” before it can be downloaded',
  },
  later: { zh: '正在导出，完成后在“导出”里下载', en: 'Still exporting: it will wait for you under “Exports”' },
})
