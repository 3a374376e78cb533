import { texts } from '#kernel/text'

export const ledgerPageText = texts({
  title: { zh: '账簿', en: 'Ledger' },
  about: {
    zh: '每个科目的余额，以及每一笔转账因何而起；账目只增不改',
    en: 'What stands on each account and why every transfer was made. Entries are added, never changed',
  },
  balances: { zh: '余额', en: 'Balances' },
  transfers: { zh: '转账', en: 'Transfers' },
  account: { zh: '科目', en: 'Account' },
  kind: { zh: '类别', en: 'Kind' },
  'kind.asset': { zh: '资产', en: 'Asset' },
  'kind.debt': { zh: '负债', en: 'Debt' },
  'kind.income': { zh: '收入', en: 'Income' },
  'kind.cost': { zh: '成本费用', en: 'Cost' },
  balance: { zh: '余额', en: 'Balance' },
  at: { zh: '时间', en: 'Time' },
  debit: { zh: '借', en: 'Debit' },
  credit: { zh: '贷', en: 'Credit' },
  amount: { zh: '金额', en: 'Amount' },
  cause: { zh: '起因', en: 'Cause' },
  behind: { zh: '关于', en: 'About' },
  'cause.only': { zh: '只看这一起因的转账', en: 'Only transfers of this cause' },
  'cause.all': { zh: '显示全部', en: 'Show all' },
  'cause.of': { zh: '只显示同一起因的转账', en: 'Only transfers of one cause' },
  empty: {
    zh: '还没有转账；收款、发货和退款会自动记账',
    en: 'No transfers yet. Payments, dispatches and refunds are posted by themselves',
  },
})
