import { chinaTime } from './messages.ts'
import type { Provider, RefundRow, Store, TradeRow } from './store.ts'
import { unix } from './stripe-messages.ts'

/** What the providers keep of a payment here: 0.6 %, rounded to the fen, and given back in part with a refund. */
export const feeOf = (minor: number): number => Math.round((minor * 6) / 1_000)

export interface Movement {
  readonly kind: 'payment' | 'refund'
  readonly at: string
  readonly trade: TradeRow
  readonly refund?: RefundRow
}

/** What moved on a day in China, in order. */
export function movementsOf(store: Store, provider: Provider, day: string): Movement[] {
  const isThen = (at: string) => chinaTime(at).startsWith(day)
  const trades = store.all<TradeRow>('select * from trades where provider = ? and paid_at is not null', provider)
  const refunds = store.all<RefundRow>('select * from refunds order by created_at')
  const payments = trades.map((trade): Movement => ({ kind: 'payment', at: trade.paid_at!, trade }))
  const back = refunds.flatMap((refund): Movement[] => {
    const trade = trades.find(({ number }) => number === refund.trade_number)
    return trade ? [{ kind: 'refund', at: refund.created_at, trade, refund }] : []
  })
  return [...payments, ...back].filter(({ at }) => isThen(at)).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

const yuan = (minor: number, decimals = 2): string => (minor / 100).toFixed(decimals)
const moment = (at: string): string => chinaTime(at).slice(0, 19).replace('T', ' ')

const wechatHeads =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const wechatSums = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'
const ticked = (cells: readonly string[]): string => cells.map((cell) => `\`${cell}`).join(',')

/** WeChat Pay's trade bill (ALL): every value behind a backtick, the sums at the end. */
export function wechatBill(
  { appId, merchantId }: { appId: string; merchantId: string },
  movements: readonly Movement[],
): string {
  const rows = movements.map(({ kind, at, trade, refund }) => {
    const [paid, back] = kind === 'payment' ? [trade.total, 0] : [0, refund!.amount]
    const fee = kind === 'payment' ? feeOf(trade.total) : -feeOf(back)
    const row = [
      moment(at),
      appId,
      merchantId,
      '0',
      '',
      trade.transaction_id!,
      trade.number,
      'oSandboxBuyer',
      'MWEB',
      kind === 'payment' ? 'SUCCESS' : 'REFUND',
      'OTHERS',
      trade.currency,
      yuan(paid),
      '0.00',
      refund?.refund_id ?? '0',
      refund?.number ?? '0',
      yuan(back),
      '0.00',
      refund ? 'ORIGINAL' : '',
      refund ? 'SUCCESS' : '',
      trade.description,
      '',
      yuan(fee, 5),
      '0.60%',
      yuan(paid),
      yuan(back),
      '',
    ]
    return { row: ticked(row), paid, back, fee }
  })
  const total = (of: 'paid' | 'back' | 'fee') => yuan(rows.reduce((all, each) => all + each[of], 0))
  const sums = [`${rows.length}.0`, total('paid'), total('back'), '0.00', total('fee'), total('paid'), total('back')]
  return `\ufeff${[wechatHeads, ...rows.map(({ row }) => row), wechatSums, ticked(sums)].join('\r\n')}\r\n`
}

const alipayHeads =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注'

/** Alipay's trade details: a table between lines that begin with #. */
export function alipayBill(sellerId: string, movements: readonly Movement[]): string {
  const rows = movements.map(({ kind, at, trade, refund }) => {
    const signed = kind === 'payment' ? trade.total : -refund!.amount
    const fee = kind === 'payment' ? -feeOf(trade.total) : feeOf(refund!.amount)
    const subject = trade.description.replaceAll(',', '，')
    return [
      `${trade.transaction_id}\t`,
      `${trade.number}\t`,
      kind === 'payment' ? '交易' : '退款',
      subject,
      moment(trade.paid_at!),
      moment(at),
      '',
      '',
      '',
      '',
      'san***@box.com',
      yuan(signed),
      yuan(signed),
      refund ? `${refund.number}\t` : '',
      yuan(fee),
      '',
    ].join(',')
  })
  const rule = '-'.repeat(40)
  return [
    `#支付宝业务明细查询`,
    `#账号：[${sellerId}]`,
    `#${rule}业务明细列表${rule}`,
    alipayHeads,
    ...rows,
    `#${rule}业务明细列表结束${rule}`,
    '',
  ].join('\r\n')
}

/** Stripe's balance transactions, their sources expanded. */
export const balanceTransactions = (movements: readonly Movement[]): object[] =>
  movements.map(({ kind, at, trade, refund }) => ({
    id: `txn_${(refund?.refund_id ?? trade.transaction_id)!.slice(3)}`,
    object: 'balance_transaction',
    type: kind === 'payment' ? 'charge' : 'refund',
    amount: kind === 'payment' ? trade.total : -refund!.amount,
    fee: kind === 'payment' ? feeOf(trade.total) : 0,
    currency: trade.currency.toLowerCase(),
    created: unix(at),
    source:
      kind === 'payment'
        ? {
            id: trade.transaction_id!.replace('pi_', 'ch_'),
            object: 'charge',
            payment_intent: trade.transaction_id,
            metadata: { number: trade.number },
          }
        : {
            id: refund!.refund_id,
            object: 'refund',
            payment_intent: trade.transaction_id,
            metadata: { number: refund!.number, payment: trade.number },
          },
  }))

/** Text in GBK, from the table that the decoder knows. */
export function gbk(text: string): Buffer {
  const bytes = gbkTable()
  return Buffer.from(
    [...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (bytes.get(sign) ?? [0x3f]))),
  )
}

function gbkTable(): ReadonlyMap<string, number[]> {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) table.set(decoder.decode(Buffer.from([high, low])), [high, low])
  return table
}
