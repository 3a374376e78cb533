export interface BillLineGiven {
  readonly number: string
  readonly minor: number
  readonly fee?: number
  readonly kind?: 'SUCCESS' | 'REFUND'
  readonly ref?: string
}

const yuan = (minor: number): string => (minor / 100).toFixed(2)
const sumOf = (lines: readonly BillLineGiven[], of: (line: BillLineGiven) => number): string =>
  yuan(lines.reduce((all, each) => all + of(each), 0))

/** A bill as WeChat Pay writes it, of a day of the shop. */
export function aWechatBill(lines: readonly BillLineGiven[], day = '2026-03-02'): Buffer {
  const heads =
    '交易时间,微信订单号,商户订单号,交易状态,货币种类,应结订单金额,微信退款单号,商户退款单号,退款金额,手续费,订单金额'
  const rows = lines.map(({ number, minor, fee = 0, kind = 'SUCCESS', ref = `T${number}` }) => {
    const paid = kind === 'SUCCESS'
    const cells = [
      `${day} 12:00:00`,
      paid ? ref : 'T0',
      paid ? number : 'P0',
      kind,
      'CNY',
      yuan(paid ? minor : 0),
      paid ? '0' : ref,
      paid ? '0' : number,
      yuan(paid ? 0 : minor),
      `${yuan(fee)}000`,
      yuan(paid ? minor : 0),
    ]
    return cells.map((cell) => `\`${cell}`).join(',')
  })
  const sums = [
    `${lines.length}.0`,
    sumOf(lines, (each) => (each.kind === 'REFUND' ? 0 : each.minor)),
    sumOf(lines, (each) => (each.kind === 'REFUND' ? each.minor : 0)),
    '0.00',
    sumOf(lines, (each) => each.fee ?? 0),
  ]
  return Buffer.from(
    [
      heads,
      ...rows,
      '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额',
      sums.map((cell) => `\`${cell}`).join(','),
    ].join('\r\n'),
  )
}
