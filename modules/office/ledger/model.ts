export { ledgerText } from './text.ts'

/**
 * The accounts of the books. What a debit means follows from the kind: assets and costs grow by debit, debts and income by credit.
 * `provider_clearing`: money a payment provider holds for us. `customer_deposits`: paid for goods not yet shipped.
 * `provider_fees_due`: fees expected for payments that no bill of the provider has named yet.
 */
export const ledgerAccounts = {
  provider_clearing: 'asset',
  goods_in_stock: 'asset',
  customer_deposits: 'debt',
  overpayments: 'debt',
  provider_fees_due: 'debt',
  supplier_payables: 'debt',
  sales: 'income',
  freight_income: 'income',
  refunds: 'cost',
  cost_of_goods: 'cost',
  stock_losses: 'cost',
  payment_fees: 'cost',
  payment_differences: 'cost',
} as const satisfies Record<string, 'asset' | 'debt' | 'income' | 'cost'>

export type LedgerAccount = keyof typeof ledgerAccounts
