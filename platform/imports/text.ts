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
  'imports.format_unknown': {
    zh: '不支持这种文件（{form}）；请使用 CSV、Excel（.xlsx）或 WordPress 导出的 XML',
    en: 'Files of this form ({form}) cannot be read. Use CSV, Excel (.xlsx) or a WordPress export (XML)',
  },
  'imports.locked': {
    zh: '表格设有密码，或是旧版 .xls；请取消密码并另存为 .xlsx',
    en: 'The workbook has a password or is of the old .xls form. Save it as .xlsx without a password',
  },
  'imports.dialect_unknown': { zh: '不认识表格格式“{dialect}”', en: 'The layout “{dialect}” is unknown' },
  'imports.other_kind': {
    zh: '这份表格看起来是“{zh}”，请换用该种导入',
    en: 'This sheet looks like “{en}”. Import it as that kind',
  },
  'imports.not_reversible': {
    zh: '试运行和还没有结束的导入不能撤销',
    en: 'Trial runs and imports that are not over cannot be taken back',
  },
  'imports.no_way_back': { zh: '这种导入不能撤销', en: 'Imports of this kind cannot be taken back' },
  'imports.edited_since': {
    zh: '导入之后有人改过（{parts}），保持现状',
    en: 'Changed by somebody since ({parts}), left as it is',
  },
  'imports.not_permitted': { zh: '需要权限 {permission}', en: 'Needs the permission {permission}' },
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
