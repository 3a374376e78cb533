import { texts } from '#kernel/text'

export const cliText = texts({
  usage: {
    zh: '用法：zhanggui <命令> [选项] [--lang zh|en]',
    en: 'Usage: zhanggui <command> [options] [--lang zh|en]',
  },
  'language-unknown': { zh: '--lang 须为 zh 或 en', en: '--lang must be zh or en' },
  'command.start': {
    zh: '启动：数据库、页面、任务；首次启动会开一家演示店',
    en: 'Start everything; the first start opens the demo shop',
  },
  'command.open-shop': { zh: '开一家店，并为店主建立账号', en: 'Open a shop, with an account for its owner' },
  'command.open-warehouse': {
    zh: '为第一家店开一个仓库并设货位（按拣货路线的顺序）',
    en: 'Open a warehouse of the first shop, with its shelves in walking order',
  },
  'command.build': {
    zh: '预先构建前台和后台页面（做镜像时用；start 也会在需要时构建）',
    en: 'Build the pages beforehand, as for an image; start does so too when they are stale',
  },
  'command.migrate': { zh: '把数据库升级到最新结构', en: 'Bring the database to the newest schema' },
  'command.import': {
    zh: '导入表格（商品、价格、库存等，CSV／Excel／XML）、撤销一次导入，或写出模板',
    en: 'Import a sheet (products, prices, stock …; CSV, Excel, XML), take an import back, or write a template',
  },
  'command.export': {
    zh: '把列表导出成表格（products prices stock customers orders tracking …），可再导入',
    en: 'Export a list as a sheet that imports again (products, prices, stock, customers, orders, tracking …)',
  },
  'export.summary': { zh: '已导出 {rows} 行到 {file}', en: '{rows} rows exported to {file}' },
  'command.demo': { zh: '让演示店多卖一些订单', en: 'Let the demo shop sell more orders' },
  'command.doctor': {
    zh: '体检：核对库存、订单、款项、账目与任务是否自洽（只读，可随时运行）',
    en: 'Examine the house: stock, orders, money, books and machinery (reads only, safe at any time)',
  },
  'doctor.held': { zh: '正常（{rows} 行）', en: 'holds ({rows} rows)' },
  'doctor.broken': { zh: '{rows} 行中有 {broken} 行不符', en: '{broken} of {rows} rows do not hold' },
  'doctor.idle': { zh: '未执行（没有数据）', en: 'not run (no rows)' },
  'doctor.summary': {
    zh: '{held} 项正常，{broken} 项不符，{idle} 项没有数据',
    en: '{held} hold, {broken} do not, {idle} had no rows',
  },
  'doctor.unknown': { zh: '没有这项检查：{ids}', en: 'there is no check {ids}' },
  'command.user': {
    zh: '店铺员工：列出、新建（默认店主）、重设密码（从标准输入读取）、停用、启用、重设第二因素',
    en: 'Staff of a shop: list, create (owner unless --role), set a new password (read from standard input), lock, unlock, reset the second factor',
  },
  'command.jobs': {
    zh: '后台任务：各有多少（list）、失败的（dead）、重新执行（retry）、丢弃（discard，须写原因）',
    en: 'Background jobs: how many (list), those that gave up (dead), run again (retry), throw away (discard, with a reason)',
  },
  'command.files': {
    zh: '把所有文件从一处复制到另一处（file:///… 或 s3://桶/前缀，账号取自 S3_*）；中断后再运行会接着复制',
    en: 'Copy all files from one store to another (file:///… or s3://bucket/prefix, account from S3_*); begun again it goes on where it was',
  },
  'command.backup': {
    zh: '备份数据库、文件和密钥到一个文件，不必停机；给文件夹则按时间命名，--keep 只留最新几份',
    en: 'Back up database, files and secret into one file while the house runs; a folder gets one named by its time, --keep drops the oldest',
  },
  'command.restore': {
    zh: '把备份恢复到空的数据文件夹（或空的外部数据库），逐表核对后升级结构',
    en: 'Restore a backup into an empty data folder (or an empty external database), compare every table, then upgrade the schema',
  },
  'command.types': {
    zh: '由数据库结构生成查询类型（开发用）',
    en: 'Write the query types from the schema (for developers)',
  },
  ready: { zh: '掌柜已就绪', en: 'Zhanggui is ready' },
  shop: { zh: '店铺前台', en: 'Storefront' },
  console: { zh: '后台', en: 'Console' },
  api: { zh: '接口文档', en: 'API document' },
  sandboxes: { zh: '沙箱（支付／快递）', en: 'Sandboxes (payment / carrier)' },
  'sign-ins': { zh: '演示账号', en: 'Demo sign-ins' },
  'sign-in.staff': {
    zh: '员工 owner ops goods service warehouse finance，密码 {password}',
    en: 'staff owner ops goods service warehouse finance, password {password}',
  },
  'sign-in.shopper': { zh: '顾客 {phone}，密码 {password}', en: 'shopper {phone}, password {password}' },
  'import.summary': {
    zh: '新增 {created}，更新 {updated}，未变 {unchanged}，失败 {failed}',
    en: '{created} created, {updated} updated, {unchanged} unchanged, {failed} failed',
  },
  'import.dry-run': { zh: '（试运行，未写入）', en: '(dry run, nothing was written)' },
  'import.reversed': {
    zh: '已撤销（{counts}），保持现状 {kept} 项',
    en: 'Taken back ({counts}), {kept} left as they are',
  },
  'import.nothing-to-reverse': { zh: '这次导入没有留下可撤销的内容', en: 'This import left nothing to take back' },
  'import.would-reverse': {
    zh: '将撤销（{counts}），保持现状 {kept} 项',
    en: 'Would take back ({counts}) and leave {kept} as they are',
  },
  'import.row': { zh: '第 {row} 行 {field}：{message}', en: 'row {row}, {field}: {message}' },
  'no-shop': {
    zh: '还没有店铺。请先开店（密码从标准输入读取）：',
    en: 'There is no shop yet. Open one first (the password is read from standard input):',
  },
  'shop-opened': {
    zh: '“{name}”已开店，{owner} 可以登录后台',
    en: '“{name}” is open; {owner} may sign in to the console',
  },
  'warehouse-opened': {
    zh: '仓库“{name}”已开，货位 {shelves} 个',
    en: 'The warehouse “{name}” is open with {shelves} shelves',
  },
  'district-unknown': {
    zh: '--district 须为六位区县代码，如 330106',
    en: '--district must be a district code of six digits, such as 330106',
  },
  'code-invalid': {
    zh: '--code 须为 2 到 40 个小写字母、数字或连字符',
    en: '--code must be 2 to 40 lower-case letters, digits or hyphens',
  },
  'unknown-command': { zh: '没有命令“{name}”', en: 'there is no command “{name}”' },
  'options-missing': { zh: '参数不完整：zhanggui {usage}', en: 'something is missing: zhanggui {usage}' },
  'orders-invalid': { zh: '--orders 须为正整数', en: '--orders must be a whole number from 1' },
  'file-absent': { zh: '没有文件 {file}', en: 'there is no file {file}' },
  'file-unreadable': { zh: '无法读取 {file}', en: '{file} cannot be read' },
  'files.done': {
    zh: '已复制 {copied} 个文件，另有 {present} 个原已存在',
    en: '{copied} files copied, {present} were there already',
  },
  'shop-unknown': { zh: '没有这家店（--shop）', en: 'there is no such shop (--shop)' },
  'user-unknown': { zh: '这家店没有员工 {userName}', en: 'nobody called {userName} works in this shop' },
  'user.create': { zh: '{userName} 可以登录后台了', en: '{userName} may sign in to the console' },
  'user.password': {
    zh: '{userName} 的密码已换，已登录的都已退出',
    en: '{userName} has a new password, and every session has ended',
  },
  'user.lock': { zh: '{userName} 已停用', en: '{userName} is locked' },
  'user.unlock': { zh: '{userName} 已启用', en: '{userName} is unlocked' },
  'user.reset-second-factor': {
    zh: '{userName} 的第二因素已取消，已登录的都已退出',
    en: 'the second factor of {userName} is gone, and every session has ended',
  },
  'jobs-chosen-none': {
    zh: '请给出任务编号，或 --name，或 --all',
    en: 'give ids of jobs, or --name, or --all',
  },
  'reason-missing': { zh: '丢弃任务须写 --reason', en: 'throwing jobs away needs a --reason' },
  'jobs.retry': { zh: '{count} 个任务将重新执行', en: '{count} jobs will run again' },
  'jobs.discard': { zh: '已丢弃 {count} 个任务', en: '{count} jobs thrown away' },
  'keep-invalid': { zh: '--keep 须为正整数', en: '--keep must be a whole number from 1' },
  'passphrase-short': { zh: '口令至少 12 个字符', en: 'a passphrase has at least 12 characters' },
  'backup.done': {
    zh: '已备份到 {file}：{tables} 张表 {rows} 行，{files} 个文件，{bytes} 字节，{seconds} 秒',
    en: 'backed up into {file}: {tables} tables with {rows} rows, {files} files, {bytes} bytes, {seconds} s',
  },
  'backup.open': {
    zh: '此文件未加密，内含密钥和个人信息：请妥善保管，或使用 --passphrase-file',
    en: 'This file is not sealed and holds the secret and personal data: keep it safe, or use --passphrase-file',
  },
  'restore.done': {
    zh: '已恢复 {madeAt} 的备份：{tables} 张表 {rows} 行逐表核对一致，{files} 个文件，随后执行了 {upgraded} 个新迁移，{seconds} 秒',
    en: 'restored the backup of {madeAt}: {tables} tables with {rows} rows, each compared and equal, {files} files, {upgraded} newer migrations run, {seconds} s',
  },
  stopping: { zh: '正在停止', en: 'Stopping' },
})
