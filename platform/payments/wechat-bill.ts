import { type Money, sum } from '#kernel/money'
import type { Bill, BillLine } from './bill.ts'
import { broken, chinaMoment, daysOf, yuanText } from './bill-words.ts'

/** Source: pay.weixin.qq.com, 申请交易账单: every value begins with a backtick; the last row holds the sums. */
const cells = (line: string): string[] => line.replace(/^`/, '').split(',`')

const wanted = [
  '交易时间',
  '微信订单号',
  '商户订单号',
  '交易状态',
  '货币种类',
  '应结订单金额',
  '微信退款单号',
  '商户退款单号',
  '退款金额',
  '手续费',
  '订单金额',
] as const
type Column = (typeof wanted)[number]
type Row = Readonly<Record<Column, string>>

/** The trade bill (ALL) of WeChat Pay: payments, refunds and reversals with their fees, held to its closing sums. */
export function readWechatBill(bytes: Buffer): Bill {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  const heads = lines[0]?.split(',') ?? []
  if (wanted.some((column) => !heads.includes(column))) throw broken('columns')
  const end = lines.findIndex((line) => line.startsWith('总交易单数'))
  if (end < 0 || !lines[end + 1]) throw broken('cut_off')

  const rows = lines.slice(1, end).map((line, index) => toRow(heads, cells(line), index + 2))
  holdToSums(rows, lines[end]!.split(','), cells(lines[end + 1]!))
  const read = rows.map(({ row, cell }) => toLine(cell, row))
  return { ...daysOf(read), currency: 'CNY', lines: read }
}

interface NumberedRow {
  readonly row: number
  readonly cell: Row
}

function toRow(heads: readonly string[], values: readonly string[], row: number): NumberedRow {
  if (values.length !== heads.length) throw broken('columns', row)
  return { row, cell: Object.fromEntries(heads.map((head, index) => [head, values[index]!])) as Row }
}

/** SUCCESS brings money; REFUND and REVOKED send it back. */
function toLine(cell: Row, row: number): BillLine {
  const isPayment = cell.交易状态 === 'SUCCESS'
  if (!isPayment && cell.交易状态 !== 'REFUND' && cell.交易状态 !== 'REVOKED') throw broken('kind', row)
  return {
    row,
    kind: isPayment ? 'payment' : 'refund',
    number: isPayment ? cell.商户订单号 : cell.商户退款单号,
    providerRef: isPayment ? cell.微信订单号 : cell.微信退款单号,
    amount: yuanText(isPayment ? cell.订单金额 : cell.退款金额, row),
    fee: yuanText(cell.手续费, row),
    at: chinaMoment(cell.交易时间, row),
  }
}

/** A file that ends too early, or was touched, does not add up. */
function holdToSums(rows: readonly NumberedRow[], heads: readonly string[], values: readonly string[]): void {
  const declared = (head: string): string => values[heads.indexOf(head)] ?? ''
  const added = (column: Column): Money =>
    sum(
      rows.map(({ cell, row }) => yuanText(cell[column], row)),
      'CNY',
    )
  const holds = (head: string, column: Column) => yuanText(declared(head), 0).minor === added(column).minor
  if (Number(declared('总交易单数')) !== rows.length) throw broken('sums')
  if (!holds('应结订单总金额', '应结订单金额') || !holds('退款总金额', '退款金额') || !holds('手续费总金额', '手续费'))
    throw broken('sums')
}
