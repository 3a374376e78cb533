import { negate } from '#kernel/money'
import type { Bill, BillLine } from './bill.ts'
import { broken, chinaMoment, daysOf, yuanText } from './bill-words.ts'

const wanted = [
  '支付宝交易号',
  '商户订单号',
  '业务类型',
  '完成时间',
  '订单金额（元）',
  '退款批次号/请求号',
  '服务费（元）',
] as const
type Row = Readonly<Record<(typeof wanted)[number], string>>

/**
 * The trade details of Alipay (业务明细): a GBK table between lines that begin with #. Refunds and the fee kept stand with a
 * minus sign there. Source: opendocs.alipay.com, alipay.data.dataservice.bill.downloadurl.query.
 */
export function readAlipayBill(bytes: Buffer): Bill {
  const lines = new TextDecoder('gb18030')
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const table = lines.map((line, index) => ({ line, row: index + 1 })).filter(({ line }) => !line.startsWith('#'))
  const heads = table[0]?.line.split(',').map((head) => head.trim()) ?? []
  if (wanted.some((column) => !heads.includes(column))) throw broken('columns')
  if (!lines.some((line) => line.includes('业务明细列表结束'))) throw broken('cut_off')

  const read = table.slice(1).map(({ line, row }) => {
    const values = line.split(',').map((value) => value.trim())
    if (values.length < heads.length) throw broken('columns', row)
    return toLine(Object.fromEntries(heads.map((head, index) => [head, values[index]!])) as Row, row)
  })
  return { ...daysOf(read), currency: 'CNY', lines: read }
}

function toLine(cell: Row, row: number): BillLine {
  const isPayment = cell.业务类型 === '交易'
  if (!isPayment && cell.业务类型 !== '退款') throw broken('kind', row)
  const amount = yuanText(cell['订单金额（元）'], row)
  const number = isPayment ? cell.商户订单号 : cell['退款批次号/请求号']
  return {
    row,
    kind: isPayment ? 'payment' : 'refund',
    number,
    providerRef: isPayment ? cell.支付宝交易号 : `${cell.支付宝交易号}/${number}`,
    amount: isPayment ? amount : negate(amount),
    fee: negate(yuanText(cell['服务费（元）'], row)),
    at: chinaMoment(cell.完成时间, row),
  }
}
