import { texts } from '#kernel/text'

export const importsText = texts({
  'imports.not_found': { zh: '没有这次导入', en: 'There is no such import' },
  'imports.kind_unknown': { zh: '不支持导入“{kind}”', en: 'Sheets of “{kind}” cannot be imported' },
  'imports.file_not_found': { zh: '找不到上传的文件，请重新上传', en: 'The uploaded file is gone. Upload it again' },
  'imports.too_large': { zh: '文件不能超过 {most} MB', en: 'A file may have at most {most} MB' },
  'imports.too_many_rows': { zh: '一次最多导入 {most} 行', en: 'A sheet may have at most {most} rows' },
  'imports.unreadable': {
    zh: '第 {row} 行附近无法读取，请检查引号与分隔符',
    en: 'The sheet cannot be read near row {row}. Check quotes and separators',
  },
  'imports.empty': { zh: '表格没有数据行', en: 'The sheet has no rows below its head' },
  'imports.columns_missing': { zh: '缺少必需的列：{columns}', en: 'Required columns are missing: {columns}' },
  'imports.column_unknown': { zh: '表格中没有列“{column}”', en: 'The sheet has no column “{column}”' },
  'imports.over': { zh: '导入已结束', en: 'The import is over' },
  'imports.status.waiting': { zh: '等待中', en: 'Waiting' },
  'imports.status.running': { zh: '进行中', en: 'Running' },
  'imports.status.finished': { zh: '已完成', en: 'Finished' },
  'imports.status.failed': { zh: '无法导入', en: 'Could not be imported' },
  'imports.status.cancelled': { zh: '已取消', en: 'Cancelled' },
  'imports.sheet.row': { zh: '原行号', en: 'Row' },
  'imports.sheet.reason': { zh: '失败原因', en: 'Reason' },
  'imports.sheet.with_row': {
    zh: '同一商品的第 {row} 行有误，整个商品未导入',
    en: 'Row {row} of the same product is wrong, so none of it was imported',
  },
})
