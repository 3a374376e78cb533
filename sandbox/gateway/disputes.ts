import { randomBytes } from 'node:crypto'
import { WechatError } from './errors.ts'
import { addNotice } from './notices.ts'
import type { DisputeRow, TradeRow } from './store.ts'
import type { Gateway } from './till.ts'
import { loadTrade } from './trades.ts'
import { disputed } from './voices.ts'

export interface DisputeWish {
  /** In minor units; all of the payment unless said. */
  readonly amount?: number
  readonly reason?: string
  readonly outcome?: 'won' | 'lost'
}

/** The cardholder's bank takes the money back, or with an outcome decides whose it is; the merchant is told. @throws WechatError */
export function dispute(
  gateway: Gateway,
  number: string,
  { amount, reason = 'fraudulent', outcome }: DisputeWish,
): DisputeRow {
  const { store, now } = gateway
  const trade = loadTrade(store, number, now())
  if (trade.provider !== 'stripe' || !trade.transaction_id)
    throw new WechatError(400, 'INVALID_REQUEST', '只有已支付的卡交易可以拒付 / only a paid card payment is disputed')
  const known = disputeOf(gateway, number)
  if (!known)
    store.insert('disputes', {
      id: `dp_1${randomBytes(12).toString('hex')}`,
      trade_number: number,
      amount: amount ?? trade.total,
      reason,
      state: outcome ?? 'needs_response',
      opened_at: now().toString(),
      decided_at: outcome ? now().toString() : null,
    })
  else if (outcome && !known.decided_at)
    store.run('update disputes set state = ?, decided_at = ? where id = ?', outcome, now().toString(), known.id)
  return announce(gateway, trade)
}

const disputeOf = ({ store }: Gateway, number: string): DisputeRow | undefined =>
  store.one<DisputeRow>('select * from disputes where trade_number = ?', number)

function announce(gateway: Gateway, trade: TradeRow): DisputeRow {
  const row = disputeOf(gateway, trade.number)!
  const { provider, number: tradeNumber } = trade
  const behaviour = gateway.behaviours.takeNotice()
  const notice = { tradeNumber, provider, behaviour, notifyUrl: gateway.stripeWebhook, ...disputed(row, trade) }
  addNotice(gateway.store, notice, gateway.now(), Date.now(), gateway.delays)
  gateway.wake()
  return row
}
