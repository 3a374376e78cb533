import { texts } from '#kernel/text'

export const exportsText = texts({
  'exports.not_found': { zh: '没有这次导出', en: 'There is no such export' },
  'exports.kind_unknown': { zh: '不支持导出“{kind}”', en: '“{kind}” cannot be exported' },
  'exports.not_permitted': { zh: '需要权限 {permission}', en: 'Needs the permission {permission}' },
  'exports.filter_invalid': { zh: '筛选条件“{field}”不能是“{value}”', en: 'The filter “{field}” cannot be “{value}”' },
  'exports.not_ready': { zh: '文件还没有准备好，或已过期', en: 'The file is not ready yet, or is no longer kept' },
  'exports.too_many_rows': {
    zh: 'Excel 工作表最多 {most} 行，请改用 CSV',
    en: 'A workbook holds at most {most} rows. Take CSV instead',
  },
  'exports.held': {
    zh: '含 {rows} 行个人信息，须由另一名员工复核后才能下载',
    en: 'It holds {rows} rows of personal data: somebody else has to agree before it can be downloaded',
  },
  'exports.own': {
    zh: '须由另一名员工登录后复核，导出人本人和接口密钥不行',
    en: 'Somebody else has to sign in and agree, not whoever exported it and no API key',
  },
  'exports.interrupted': { zh: '导出中断', en: 'The export was interrupted' },
})
