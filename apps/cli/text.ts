import { texts } from '#kernel/text'

export const cliText = texts({
  usage: { zh: '用法：zhanggui <命令> [选项]', en: 'Usage: zhanggui <command> [options]' },
  'command.start': { zh: '启动：数据库、页面、任务；首次启动会开一家演示店', en: 'Start everything; the first start opens the demo shop' },
  'command.migrate': { zh: '把数据库升级到最新结构', en: 'Bring the database to the newest schema' },
  'command.import': { zh: '导入商品文件（Shopify CSV）', en: 'Import a product file (Shopify CSV)' },
  'command.demo': { zh: '让演示店多卖一些订单', en: 'Let the demo shop sell more orders' },
  'command.jobs': { zh: '查看或重新执行失败的任务', en: 'Show dead jobs, or run them again' },
  'command.types': { zh: '由数据库结构生成查询类型（开发用）', en: 'Write the query types from the schema (for developers)' },
  ready: { zh: '掌柜已就绪', en: 'Zhanggui is ready' },
  shop: { zh: '店铺前台', en: 'Storefront' },
  console: { zh: '后台', en: 'Console' },
  api: { zh: '接口文档', en: 'API document' },
  sandboxes: { zh: '沙箱（支付／快递）', en: 'Sandboxes (payment / carrier)' },
  'sign-ins': { zh: '演示账号', en: 'Demo sign-ins' },
  'sign-in.staff': { zh: '员工 owner ops goods service warehouse finance，密码 {password}', en: 'staff owner ops goods service warehouse finance, password {password}' },
  'sign-in.shopper': { zh: '顾客 {phone}，密码 {password}', en: 'shopper {phone}, password {password}' },
  'import.summary': { zh: '新增 {created}，更新 {updated}，未变 {unchanged}，失败 {failed}', en: '{created} created, {updated} updated, {unchanged} unchanged, {failed} failed' },
  'import.row': { zh: '第 {row} 行 {field}：{message}', en: 'row {row}, {field}: {message}' },
  'no-shop': { zh: '还没有店铺：先运行 start', en: 'There is no shop yet: run start first' },
  'file-missing': { zh: '请给出文件', en: 'Name the file' },
  stopping: { zh: '正在停止', en: 'Stopping' },
})
