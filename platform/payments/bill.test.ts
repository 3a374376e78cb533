import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { money, sum } from '#kernel/money'
import { type Bill, type BillLine, readBill } from './index.ts'

const sample = readFileSync(new URL('../../test/data/payments/wechat-trade-bill-sample.csv', import.meta.url))
const total = ({ lines }: Bill, kind: BillLine['kind']) =>
  sum(
    lines.filter((line) => line.kind === kind).map(({ amount }) => amount),
    'CNY',
  )
const faultOf = (provider: string, text: string | Buffer): unknown => {
  try {
    readBill(provider, Buffer.from(text))
  } catch (error) {
    return (error as { details: { reason: string } }).details.reason
  }
}

test('FIN-04 the published WeChat bill comes out as 45 trades, 0.47 in, 0.14 back and 0.08 fees', () => {
  const bill = readBill('wechat', sample)
  expect(bill.lines).toHaveLength(45)
  expect([total(bill, 'payment'), total(bill, 'refund')]).toEqual([money(47), money(14)])
  expect(sum(bill.lines.map(({ fee }) => fee))).toEqual(money(8))
  expect([bill.from.toString(), bill.to.toString()]).toEqual(['2019-02-19', '2019-02-19'])
  expect(bill.lines[0]).toEqual({
    row: 2,
    kind: 'refund',
    number: 'REF4200000263201902167700963919',
    providerRef: '50000709672019011908420787722',
    amount: money(1),
    fee: money(0),
    at: Temporal.Instant.from('2019-02-18T21:01:46Z'),
  })
})

test('FIN-04 a bill that was cut off, touched or is something else is no bill', () => {
  const lines = sample.toString().trimEnd().split('\n')
  const without = (...gone: number[]) => lines.filter((_, index) => !gone.includes(index)).join('\n')
  expect(faultOf('wechat', without(lines.length - 1, lines.length - 2))).toBe('cut_off')
  expect(faultOf('wechat', without(5))).toBe('sums')
  expect(faultOf('wechat', sample.toString().replace('`0.03,', '`9.03,'))).toBe('sums')
  expect(faultOf('wechat', 'a,b\n1,2\n')).toBe('columns')
  expect(faultOf('wechat', sample.toString().replace('2019-02-19 05:01:46', 'yesterday'))).toBe('time')
  expect(faultOf('alipay', sample)).toBe('columns')
  expect(faultOf('stripe', sample)).toBe('columns')
  expect(faultOf('stripe', '{"data":[]}')).toBe('empty')
  expect(faultOf('elsewhere', sample)).toBe('provider')
})

test('FIN-04 an Alipay bill: refunds and fees stand with a minus there and are told as what they are', () => {
  const heads =
    '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,订单金额（元）,退款批次号/请求号,服务费（元）'
  const text = [
    '#支付宝业务明细查询',
    heads,
    '2026112222001000000000000001\t,PAY1\t,交易,茶杯,2026-11-22 10:00:00,2026-11-22 10:00:05,155.00,,-0.93',
    '2026112222001000000000000001\t,PAY1\t,退款,茶杯,2026-11-22 10:00:00,2026-11-22 12:00:00,-50.00,RF1\t,0.30',
    '#-----------------------------------------业务明细列表结束------------------------------------',
  ].join('\n')
  const bill = readBill('alipay', gbk(text))
  expect(bill.lines.map(({ kind, number, amount, fee }) => [kind, number, amount.minor, fee.minor])).toEqual([
    ['payment', 'PAY1', 15_500, 93],
    ['refund', 'RF1', 5_000, -30],
  ])
})

test('FIN-04 Stripe’s balance transactions: charges and refunds count, payouts do not', () => {
  const one = (type: string, amount: number, fee: number, source: object) => ({
    id: `txn_${type}`,
    type,
    amount,
    fee,
    currency: 'cny',
    created: 1_795_000_000,
    source,
  })
  const data = [
    one('charge', 15_500, 93, { id: 'ch_1', payment_intent: 'pi_1', metadata: { number: 'PAY1' } }),
    one('refund', -5_000, 0, { id: 're_1', payment_intent: 'pi_1', metadata: { number: 'RF1' } }),
    one('payout', -10_000, 0, { id: 'po_1' }),
  ]
  const bill = readBill('stripe', Buffer.from(JSON.stringify({ data })))
  expect(bill.lines.map(({ kind, number, providerRef, amount }) => [kind, number, providerRef, amount.minor])).toEqual([
    ['payment', 'PAY1', 'pi_1', 15_500],
    ['refund', 'RF1', 're_1', 5_000],
  ])
})

/** Text in GBK, from the table that the decoder knows. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) table.set(decoder.decode(Buffer.from([high, low])), [high, low])
  return Buffer.from([...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : table.get(sign)!)))
}
