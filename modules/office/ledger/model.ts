import type { causeText } from './text.ts'

export { causeText, ledgerText } from './text.ts'

/**
 * The accounts of the books. What a debit means follows from the kind: assets and costs grow by debit, debts and income by credit.
 * `provider_clearing`: money a payment provider holds for us. `customer_deposits`: paid for goods not yet shipped.
 * `cash_on_the_way`: shipped, to be collected at the door. `carrier_receivables`: collected by a carrier and not handed in.
 * `payouts_due`: promised to buyers and to be paid out by hand. `bank`: the shop's own account.
 * `money_in_dispute`: taken back by a buyer's bank until it is decided whose it is; `chargebacks`: lost that way.
 * `provider_fees_due`: fees expected for payments that no bill of the provider has named yet.
 */
export const ledgerAccounts = {
  provider_clearing: 'asset',
  money_in_dispute: 'asset',
  cash_on_the_way: 'asset',
  carrier_receivables: 'asset',
  bank: 'asset',
  goods_in_stock: 'asset',
  customer_deposits: 'debt',
  overpayments: 'debt',
  provider_fees_due: 'debt',
  payouts_due: 'debt',
  supplier_payables: 'debt',
  sales: 'income',
  freight_income: 'income',
  refunds: 'cost',
  cost_of_goods: 'cost',
  stock_losses: 'cost',
  payment_fees: 'cost',
  carrier_fees: 'cost',
  payment_differences: 'cost',
  chargebacks: 'cost',
} as const satisfies Record<string, 'asset' | 'debt' | 'income' | 'cost'>

export type LedgerAccount = keyof typeof ledgerAccounts

/** What may make something move in the books; each has words. */
export type LedgerCause = keyof typeof causeText
