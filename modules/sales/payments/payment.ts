import type { Selectable } from 'kysely'
import { decimalText, money, sameMoney } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import type { Context, ShopId } from '#platform/context'
import type { SalesPayments } from '#platform/database'
import type { ProviderPayment } from '#platform/payments'
import type { Payment, PaymentId, PaymentStatus } from './model.ts'

export const paymentNotFound = refusal(
  'not_found',
  'payments.not_found',
  (d: { payment: string }) => `there is no payment ${d.payment}`,
)
export const paidAlready = refusal(
  'conflict',
  'payments.paid_already',
  (d: { orderId: string }) => `order ${d.orderId} is paid`,
)
export const paymentUnconfirmed = refusal(
  'busy',
  'payments.unconfirmed',
  (d: { orderId: string }) => `the provider has not said what became of the payment of order ${d.orderId}`,
)

export const providerBusy = refusal(
  'busy',
  'payments.provider_busy',
  (d: { orderId: string }) => `the provider is left alone for the moment; nothing was opened for order ${d.orderId}`,
)

export const paymentAccountNotFound = refusal(
  'not_found',
  'payments.account_not_found',
  (d: { account: string }) => `there is no payment account ${d.account}`,
)
export const methodNotOffered = refusal(
  'conflict',
  'payments.method_not_offered',
  (d: { field: 'method'; method: string }) => `${d.method} is not offered for this order`,
)

export const toPayment = (row: Selectable<SalesPayments>): Payment => ({
  id: row.id as PaymentId,
  shopId: row.shop_id as ShopId,
  orderId: row.order_id as Payment['orderId'],
  number: row.number,
  method: row.method as Payment['method'],
  provider: row.provider,
  accountId: row.account_id as Payment['accountId'],
  status: row.status as PaymentStatus,
  amount: money(row.amount_minor, row.currency),
  captured: money(row.captured_minor, row.currency),
  refunded: money(row.refund_minor, row.currency),
  providerRef: row.provider_ref,
  handle: row.handle,
  checks: row.checks,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  paidAt: row.paid_at,
})

/** Whether what the provider says was paid is exactly what we asked for, in the same currency. */
export const fits = (payment: Pick<Payment, 'amount'>, told: ProviderPayment): boolean =>
  told.amount !== undefined && told.providerRef !== undefined && sameMoney(told.amount, payment.amount)

/** "CNY 19.90", for notices to staff. */
export const amountText = (amount: ProviderPayment['amount']): string =>
  amount ? `${amount.currency} ${decimalText(amount)}` : '?'

/** A payment is settled in the shop it was opened in, also when another of its shops asks. */
export const inShopOf = (ctx: Context, { shopId }: Pick<Payment, 'shopId'>): Context => ({
  ...withoutRepeat(ctx),
  shopId,
})

/** For transactions whose result is not the request's answer: they must not store it under the caller's key. */
export const withoutRepeat = ({ repeat: _, ...ctx }: Context): Context => ctx
