import { randomBytes, randomInt } from 'node:crypto'
import { WechatError } from './errors.ts'
import { chinaTime } from './messages.ts'
import type { Provider, Store, TradeRow } from './store.ts'

export interface TradeToOpen {
  readonly provider?: Provider
  readonly returnUrl?: string
  readonly number: string
  readonly description: string
  readonly total: number
  readonly currency: string
  readonly notifyUrl: string
  readonly expiresAt: Temporal.Instant
}

/** Opens a trade. The same number with the same content is the same trade; with other content it is refused. */
export function openTrade(store: Store, trade: TradeToOpen, now: Temporal.Instant): TradeRow {
  const earlier = findTrade(store, trade.number, now)
  if (earlier) return sameTrade(earlier, trade)
  if (Temporal.Instant.compare(trade.expiresAt, now) <= 0)
    throw new WechatError(400, 'PARAM_ERROR', '订单失效时间已过 / time_expire has passed')
  store.insert('trades', {
    number: trade.number,
    provider: trade.provider ?? 'wechat',
    prepay_id: `${prefixes[trade.provider ?? 'wechat']}${digits(now, 2)}${randomBytes(8).toString('hex')}`,
    return_url: trade.returnUrl ?? null,
    description: trade.description,
    total: trade.total,
    currency: trade.currency,
    notify_url: trade.notifyUrl,
    expires_at: trade.expiresAt.toString(),
    state: 'NOTPAY',
  })
  return loadTrade(store, trade.number, now)
}

/** How each provider's own names of an opened payment begin. */
const prefixes: Readonly<Record<Provider, string>> = { wechat: 'wx', alipay: 'ali', stripe: 'cs_test_' }

function sameTrade(earlier: TradeRow, wanted: TradeToOpen): TradeRow {
  if (earlier.state === 'CLOSED') throw new WechatError(400, 'ORDER_CLOSED', '订单已关闭 / the trade is closed')
  if (earlier.state !== 'NOTPAY')
    throw new WechatError(400, 'ORDERPAID', '该订单已支付 / the trade is no longer payable')
  const same =
    earlier.total === wanted.total && earlier.currency === wanted.currency && earlier.description === wanted.description
  if (!same) throw new WechatError(403, 'OUT_TRADE_NO_USED', '商户订单号重复 / the number is in use with other content')
  return earlier
}

/** A trade as it stands now: what expired unpaid is closed. */
export function findTrade(store: Store, number: string, now: Temporal.Instant): TradeRow | undefined {
  const trade = store.one<TradeRow>('select * from trades where number = ?', number)
  if (trade?.state !== 'NOTPAY' || Temporal.Instant.compare(now, trade.expires_at) < 0) return trade
  store.run(`update trades set state = 'CLOSED' where number = ? and state = 'NOTPAY'`, number)
  return { ...trade, state: 'CLOSED' }
}

export function loadTrade(store: Store, number: string, now: Temporal.Instant): TradeRow {
  const trade = findTrade(store, number, now)
  if (!trade) throw new WechatError(404, 'ORDER_NOT_EXIST', '订单不存在 / no such trade')
  return trade
}

export function findTradeByPrepayId(store: Store, prepayId: string, now: Temporal.Instant): TradeRow | undefined {
  const row = store.one<TradeRow>('select * from trades where prepay_id = ?', prepayId)
  return row && findTrade(store, row.number, now)
}

export function findTradeByTransaction(
  store: Store,
  transactionId: string,
  now: Temporal.Instant,
): TradeRow | undefined {
  const row = store.one<TradeRow>('select * from trades where transaction_id = ?', transactionId)
  return row && findTrade(store, row.number, now)
}

export function closeTrade(store: Store, number: string, now: Temporal.Instant): void {
  const trade = loadTrade(store, number, now)
  if (trade.state === 'SUCCESS' || trade.state === 'REFUND')
    throw new WechatError(400, 'ORDERPAID', '该订单已支付 / the trade is paid')
  if (trade.state === 'CLOSED') throw new WechatError(400, 'ORDER_CLOSED', '订单已关闭 / the trade is closed')
  store.run(`update trades set state = 'CLOSED' where number = ?`, number)
}

/** The buyer pays. Undefined when there is nothing to pay any more: money is never taken twice. */
export function payTrade(
  store: Store,
  number: string,
  now: Temporal.Instant,
  evenIfClosed = false,
): TradeRow | undefined {
  const { state, provider } = loadTrade(store, number, now)
  if (state !== 'NOTPAY' && !(evenIfClosed && state === 'CLOSED')) return undefined
  store.run(
    `update trades set state = 'SUCCESS', transaction_id = ?, paid_at = ?, settles_millis = null where number = ? and transaction_id is null`,
    moneyNames[provider](now),
    now.toString(),
    number,
  )
  return loadTrade(store, number, now)
}

/** The buyer's bank says no. The merchant opens another trade for another attempt. */
export function failTrade(store: Store, number: string, now: Temporal.Instant): void {
  if (loadTrade(store, number, now).state === 'NOTPAY')
    store.run(`update trades set state = 'PAYERROR' where number = ?`, number)
}

/** The buyer was paying while the merchant closed: the money arrives at the given moment all the same. */
export const payLater = (store: Store, number: string, settlesMillis: number): void =>
  store.run('update trades set settles_millis = ? where number = ? and transaction_id is null', settlesMillis, number)

export const tradesToSettle = (store: Store, millis: number): TradeRow[] =>
  store.all<TradeRow>('select * from trades where settles_millis <= ?', millis)

/** How each provider names money that has moved. */
const moneyNames: Readonly<Record<Provider, (now: Temporal.Instant) => string>> = {
  wechat: (now) => `42000${digits(now)}${randomDigits(9)}`,
  alipay: (now) => `${digits(now).slice(0, 8)}22001${randomDigits(15)}`,
  stripe: () => `pi_3${randomBytes(12).toString('hex')}`,
}

/** China's date and time as digits, the beginning of WeChat's own numbers. */
export const digits = (now: Temporal.Instant, from = 0): string => chinaTime(now).slice(from, 19).replace(/\D/g, '')
export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')
