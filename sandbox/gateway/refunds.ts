import { WechatError } from './errors.ts'
import type { RefundRow, Store, TradeRow } from './store.ts'
import { digits, loadTrade, randomDigits } from './trades.ts'

export interface RefundToMake {
  readonly number: string
  readonly tradeNumber: string
  readonly amount: number
  readonly total: number
  readonly currency: string
  readonly reason: string
  readonly notifyUrl?: string
}

/** Takes a refund in. The same number with the same content is the same refund. Never more goes back than came in. */
export function makeRefund(
  store: Store,
  refund: RefundToMake,
  now: Temporal.Instant,
  settlesMillis: number,
): RefundRow {
  const earlier = findRefund(store, refund.number)
  if (earlier) return sameRefund(earlier, refund)
  refuseUnfit(loadTrade(store, refund.tradeNumber, now), refund, refundedOf(store, refund.tradeNumber))
  store.insert('refunds', {
    number: refund.number,
    trade_number: refund.tradeNumber,
    refund_id: `50300${digits(now)}${randomDigits(9)}`,
    amount: refund.amount,
    reason: refund.reason,
    notify_url: refund.notifyUrl ?? null,
    state: 'PROCESSING',
    created_at: now.toString(),
    settles_millis: settlesMillis,
  })
  store.run(`update trades set state = 'REFUND' where number = ?`, refund.tradeNumber)
  return loadRefund(store, refund.number)
}

function sameRefund(earlier: RefundRow, wanted: RefundToMake): RefundRow {
  if (earlier.trade_number === wanted.tradeNumber && earlier.amount === wanted.amount) return earlier
  throw new WechatError(
    400,
    'INVALID_REQUEST',
    '订单号重复，内容不一致 / the refund number is in use with other content',
  )
}

function refuseUnfit(trade: TradeRow, refund: RefundToMake, refunded: number): void {
  if (trade.state !== 'SUCCESS' && trade.state !== 'REFUND') throw invalid('订单未支付 / the trade is not paid')
  if (refund.total !== trade.total || refund.currency !== trade.currency)
    throw invalid('订单金额或币种不一致 / total or currency differ from the trade')
  if (refunded + refund.amount > trade.total)
    throw invalid('退款金额大于可退金额 / more than what is left of the payment')
}

export const refundedOf = (store: Store, tradeNumber: string): number =>
  store.one<{ sum: number }>('select coalesce(sum(amount), 0) as sum from refunds where trade_number = ?', tradeNumber)!
    .sum

export const findRefund = (store: Store, number: string): RefundRow | undefined =>
  store.one<RefundRow>('select * from refunds where number = ?', number)

export function loadRefund(store: Store, number: string): RefundRow {
  const refund = findRefund(store, number)
  if (!refund) throw new WechatError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在 / no such refund')
  return refund
}

export const refundsOf = (store: Store, tradeNumber: string): RefundRow[] =>
  store.all<RefundRow>('select * from refunds where trade_number = ? order by created_at, number', tradeNumber)

/** The buyer's bank has the money: refunds whose moment has come. */
export function settleRefunds(store: Store, millis: number, now: Temporal.Instant): RefundRow[] {
  const due = store.all<RefundRow>('select * from refunds where settles_millis <= ?', millis)
  return due.map(({ number }) => settleRefund(store, number, now))
}

export function settleRefund(store: Store, number: string, now: Temporal.Instant): RefundRow {
  store.run(
    `update refunds set state = 'SUCCESS', settled_at = ?, settles_millis = null where number = ?`,
    now.toString(),
    number,
  )
  return loadRefund(store, number)
}

const invalid = (message: string) => new WechatError(400, 'INVALID_REQUEST', message)
