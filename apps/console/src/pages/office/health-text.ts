import { texts } from '#kernel/text'

export const healthText = texts({
  title: { zh: '体检', en: 'Health' },
  about: {
    zh: '每天自动核对库存、订单、款项、账目与任务是否自洽；只读，不影响营业',
    en: 'Every day the house checks that stock, orders, money, books and machinery agree. It only reads',
  },
  examine: { zh: '立即体检', en: 'Examine now' },
  examined: { zh: '体检完成', en: 'Examined' },
  at: { zh: '上次体检：{at}', en: 'Last examined {at}' },
  never: { zh: '还没有体检过。点“立即体检”开始第一次', en: 'Never examined. Start with “Examine now”' },
  allHold: { zh: '{count} 项核对全部相符', en: 'All {count} checks hold' },
  someBroken: { zh: '{count} 项核对不符，请逐项处理', en: '{count} checks do not hold; see to each' },
  check: { zh: '应当成立', en: 'What must hold' },
  state: { zh: '结果', en: 'Result' },
  rows: { zh: '核对行数', en: 'Rows' },
  holds: { zh: '相符', en: 'Holds' },
  broken: { zh: '{count} 行不符', en: '{count} do not hold' },
  idle: { zh: '无数据，未核对', en: 'No rows, not run' },
  remedy: { zh: '怎么办', en: 'What to do' },
  more: { zh: '只列出前 {named} 行，共 {count} 行', en: 'The first {named} of {count}' },
})
