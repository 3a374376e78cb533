import { texts } from '#kernel/text'

export const backupText = texts({
  'backup.unreadable': { zh: '{file} 不是完整的备份：{reason}', en: '{file} is no whole backup: {reason}' },
  'backup.passphrase_needed': {
    zh: '{file} 有口令保护，请加 --passphrase-file',
    en: '{file} is sealed with a passphrase: give --passphrase-file',
  },
  'backup.passphrase_wrong': { zh: '口令打不开 {file}', en: 'the passphrase does not open {file}' },
  'backup.too_new': {
    zh: '备份来自更新的版本（迁移 {migration}），请先升级程序',
    en: 'the backup comes from a newer version (migration {migration}): upgrade the program first',
  },
  'backup.schema_differs': {
    zh: '迁移 {migration} 与备份时的内容不同：备份来自另一个程序，或迁移文件被改动',
    en: 'the migration {migration} is not the one the backup knows: it comes from another program, or the file was changed',
  },
  'backup.house_absent': {
    zh: '{place} 里没有掌柜的数据，无可备份',
    en: 'there is nothing to back up in {place}',
  },
  'backup.differs': {
    zh: '表 {table} 与备份不一致：应为 {wanted}，实为 {found}；未保留任何数据',
    en: 'the table {table} did not come back as it was: {found} instead of {wanted}; nothing was kept',
  },
  'backup.folder_not_empty': {
    zh: '{folder} 不是空的：只能恢复到空文件夹（用 DATA_DIR 指定）',
    en: '{folder} is not empty: a backup is restored into an empty folder (name it by DATA_DIR)',
  },
  'backup.database_not_empty': {
    zh: '数据库里已有店铺或事件：只能恢复到空数据库',
    en: 'the database already holds a shop or events: a backup is restored into an empty one',
  },
  'backup.secret_differs': {
    zh: 'SECRET 与备份时的不同，封存的个人信息会打不开',
    en: 'SECRET is not the one of the backed-up house: its sealed personal data could not be opened',
  },
  'backup.secret_needed': {
    zh: '备份里没有密钥：请把 SECRET 设为原来的值',
    en: 'the backup holds no secret: set SECRET to the one of that house',
  },
})
