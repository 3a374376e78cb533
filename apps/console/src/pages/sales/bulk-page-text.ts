import { texts } from '#kernel/text'

export const bulkPageText = texts({
  'split.by': { zh: '怎样拆', en: 'By which rule' },
  'split.by.line': { zh: '每行商品单独一箱', en: 'Each line in a box of its own' },
  'split.by.warehouse': {
    zh: '某个仓有多少先从那里发，其余不动',
    en: 'What one warehouse has leaves from there, the rest stays where it is',
  },
  'split.by.stock': {
    zh: '有货的先发，缺的到货补发',
    en: 'What is there goes now, the rest follows when it is in',
  },
  'split.follows': { zh: '补发：', en: 'follows:' },
  'split.preview.parts': {
    zh: '前 {count} 单会这样发；不改金额，买家会收到通知，不能撤销',
    en: 'What becomes of them, {count} shown. Money stays as it is; their buyers are told, so it is not taken back',
  },
  'split.preview': { zh: '拆成什么样', en: 'What it comes to' },
  'split.preview.about': {
    zh: '前 {count} 单会拆成这样；拆单不改金额，仓库开始拣货前都能撤销',
    en: 'What becomes of them, {count} shown. Money stays as it is, and until picking begins it can be taken back',
  },
  'split.becomes': { zh: '拆成', en: 'becomes' },
  'split.nothing': { zh: '没有占用的货', en: 'nothing set aside' },
  print: { zh: '打印', en: 'Print' },
  'print.asked': { zh: '已打开 {sheets} 张，并记下打印时间', en: '{sheets} opened for printing, and noted as printed' },
  'print.tooMany': { zh: '一次最多打印 {most} 单，请少选一些', en: 'At most {most} orders at once: choose fewer' },
  'print.done': { zh: '{paper}：打了 {sheets} 张，下面的还不能打', en: '{paper}: {sheets} printed, these not yet' },
  'print.nothing': { zh: '仓库还没有它的出库单（{state}）', en: 'no warehouse has it yet ({state})' },
  'print.again': { zh: '再试这 {count} 单', en: 'Try these {count} again' },
  'print.close': { zh: '关闭', en: 'Close' },
})
