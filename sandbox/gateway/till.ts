import type { Behaviours, NoticeBehaviour } from './behaviour.ts'
import { addNotice } from './notices.ts'
import { deliverDue, type Notifier } from './notifier.ts'
import { settleRefunds } from './refunds.ts'
import type { RefundRow, TradeRow } from './store.ts'
import { loadTrade, payTrade, tradesToSettle } from './trades.ts'
import { voices } from './voices.ts'

/** The running gateway, as its pages and its API see it. */
export interface Gateway extends Notifier {
  readonly behaviours: Behaviours
  /** Stripe is told in its dashboard where the merchant wants to hear from it. */
  readonly stripeWebhook: string
  /** Where browsers reach us. */
  readonly url: string
  /** Says that something may have become due. */
  readonly wake: () => void
}

type Till = Omit<Gateway, 'url' | 'wake' | 'stripeWebhook'>

/** Takes the buyer's money, once, and tells the merchant in the way chosen. */
export function takePayment(
  till: Till,
  number: string,
  choice: { readonly notice?: NoticeBehaviour; readonly evenIfClosed?: boolean } = {},
): void {
  const paid = payTrade(till.store, number, till.now(), choice.evenIfClosed)
  if (paid) announcePayment(till, paid, choice.notice)
}

function announcePayment(till: Till, trade: TradeRow, chosen?: NoticeBehaviour): void {
  const behaviour = till.behaviours.takeNotice(chosen)
  const told = behaviour === 'wrong_amount' ? { ...trade, total: trade.total + 1 } : trade
  const { provider, number: tradeNumber, notify_url: notifyUrl } = trade
  const notice = { tradeNumber, provider, notifyUrl, behaviour, ...voices[provider].paid(till, told) }
  addNotice(till.store, notice, till.now(), Date.now(), till.delays)
}

export function announceRefund(till: Till, refund: RefundRow): void {
  if (!refund.notify_url) return
  const trade = loadTrade(till.store, refund.trade_number, till.now())
  const behaviour = till.behaviours.takeNotice()
  const told = behaviour === 'wrong_amount' ? { ...refund, amount: refund.amount + 1 } : refund
  const { provider, number: tradeNumber } = trade
  const notice = {
    tradeNumber,
    provider,
    notifyUrl: refund.notify_url,
    behaviour,
    ...voices[provider].refunded(till, told, trade),
  }
  addNotice(till.store, notice, till.now(), Date.now(), till.delays)
}

/** Does what time has made due: late payments arrive, refunds reach the buyer, notifications go out. */
export async function doDue(till: Till): Promise<void> {
  const millis = Date.now()
  for (const { number } of tradesToSettle(till.store, millis)) takePayment(till, number, { evenIfClosed: true })
  for (const refund of settleRefunds(till.store, millis, till.now())) announceRefund(till, refund)
  await deliverDue(till)
}

export function nextDue({ store }: Pick<Till, 'store'>): number | undefined {
  const soonest = `select min(due) as due from (
    select min(due_millis) as due from notices union all
    select min(settles_millis) from refunds union all
    select min(settles_millis) from trades)`
  return store.one<{ due: number | null }>(soonest)?.due ?? undefined
}
