import { texts } from '#kernel/text'

/** What takes a while and is said meanwhile. */
export const progressText = texts({
  'progress.build.console': { zh: '正在构建后台页面', en: 'building the console pages' },
  'progress.build.storefront': { zh: '正在构建前台页面', en: 'building the storefront pages' },
  'progress.build.waiting': {
    zh: '另一个进程正在构建页面，等它完成',
    en: 'another process is building the pages: waiting for it',
  },
  'progress.migrated': { zh: '数据库已升级：{names}', en: 'database brought up to date: {names}' },
  'progress.demo.interrupted': {
    zh: '上次演示店没有开完：重新开一家',
    en: 'the demo shop was interrupted while it was being opened: opening it anew',
  },
  'progress.demo.half': {
    zh: '这个数据库里的演示店没有开完；换一个空数据库会得到完整的一家',
    en: 'the demo shop in this database was interrupted while it was being opened; an empty database gets a whole one',
  },
  'progress.demo.waiting': {
    zh: '另一个进程正在开演示店，等它完成',
    en: 'another process is opening the demo shop: waiting for it',
  },
  'progress.demo.opening': { zh: '正在开演示店', en: 'opening the demo shop' },
  'progress.demo.pictures': { zh: '图片 {done} / {of}', en: '{done} of {of} pictures' },
  'progress.demo.stocked': {
    zh: '{variants} 个规格已上架，{people} 位顾客；开始四周的买卖',
    en: '{variants} variants on the shelves, {people} customers; four weeks of trade begin',
  },
  'progress.demo.orders': { zh: '订单 {done} / {of}', en: '{done} of {of} orders' },
})

/** Says how far we are, in the operator's language. */
export type Report = (key: keyof typeof progressText, values?: Readonly<Record<string, unknown>>) => void
