import { add, type Money, subtract, sum, times, zero } from '#kernel/money'
import { mostPieces } from '#kernel/quantity'
import { isRefusal } from '#kernel/refusal'
import { readPhone } from '#model/office/accounts'
import type { Recipient } from '#model/supply/shipping'
import { type RowProblem, type SheetCells, type SheetRow, sheetCells } from '#platform/imports'
import { checkAddress, placeOf } from '#sales/customers'

export interface FileLine {
  readonly row: number
  readonly sku: string
  readonly quantity: number
  readonly price: Money
}

/** An order as its rows in the file say, before our shop is asked anything. */
export interface FileOrder {
  readonly row: number
  readonly source: string
  readonly number: string
  readonly paid: boolean
  readonly placedAt: Temporal.Instant | null
  readonly paidAt: Temporal.Instant | null
  readonly lines: readonly FileLine[]
  readonly discount: Money
  readonly freight: Money
  readonly total: Money
  readonly buyer: { readonly name: string; readonly phone: string }
  readonly recipient: Recipient
  readonly memo: string
}

export type ReadOrder = { readonly order: FileOrder } | { readonly problems: readonly RowProblem[] }

export interface ReadIn {
  readonly currency: string
  readonly zone: string
  /** Where orders come from whose sheet does not say. */
  readonly source: string
}

/** Reads the rows of one order. Every problem of every row is found before the order is given up. */
export function readOrder(rows: readonly SheetRow[], { currency, zone, source }: ReadIn): ReadOrder {
  const problems: RowProblem[] = []
  const cells = rows.map((row) => sheetCells(row, problems))
  const head = cells[0]!
  const lines = cells.map((line) => readLine(line, currency))
  const states = readStates(head, currency)
  const order: FileOrder = {
    row: head.row,
    source: head.text('source', 40).toLowerCase() || source,
    number: head.needed('number', 60),
    ...states,
    placedAt: head.instant('placedAt', zone),
    paidAt: head.instant('paidAt', zone),
    lines,
    ...readAmounts(head, cells, { lines, currency }),
    ...readPeople(head),
    memo: head.text('memo', 500),
  }
  return problems.length > 0 ? { problems } : { order }
}

function readLine(cells: SheetCells, currency: string): FileLine {
  const quantity = cells.whole('quantity')
  if (quantity === null) cells.problem('quantity', 'sheet.missing')
  else if (quantity < 1 || quantity > mostPieces) cells.problem('quantity', 'sheet.number_invalid')
  const price = cells.amount('price', currency)
  if (!price) cells.problem('price', 'sheet.missing')
  return { row: cells.row, sku: cells.needed('sku', 64), quantity: quantity ?? 1, price: price ?? zero(currency) }
}

const paidWords = { paid: 'paid', 已付款: 'paid', 已支付: 'paid' } as const
const unpaidWords = {
  unpaid: 'unpaid',
  pending: 'unpaid',
  authorized: 'unpaid',
  未付款: 'unpaid',
  待付款: 'unpaid',
} as const
const waitingWords = { unfulfilled: true, pending: true, scheduled: true, 未发货: true, 待发货: true } as const

/** Only what still has to be sent is taken over: shipped, cancelled and refunded orders stay where they are. */
function readStates(head: SheetCells, currency: string): Pick<FileOrder, 'paid'> {
  const payment = head.needed('payment', 40).toLowerCase()
  const known: Readonly<Record<string, string>> = { ...paidWords, ...unpaidWords }
  if (payment && !Object.hasOwn(known, payment)) head.problem('payment', 'order_import.payment_other')
  const fulfilment = head.text('fulfilment', 40).toLowerCase()
  if (fulfilment && !Object.hasOwn(waitingWords, fulfilment)) head.problem('fulfilment', 'order_import.shipped_already')
  if (head.text('cancelledAt', 60)) head.problem('cancelledAt', 'order_import.cancelled')
  const named = head.text('currency', 10).toUpperCase()
  if (named && named !== currency) head.problem('currency', 'order_import.other_currency', { currency })
  return { paid: known[payment] === 'paid' }
}

/**
 * The amounts as the file states them, to the cent: goods less discount plus freight must be the total. Some systems count the
 * discounts of lines into the order's, some do not: the one that gives the total is meant.
 */
function readAmounts(
  head: SheetCells,
  cells: readonly SheetCells[],
  { lines, currency }: { lines: readonly FileLine[]; currency: string },
): Pick<FileOrder, 'discount' | 'freight' | 'total'> {
  const none = zero(currency)
  const given = (field: string) => head.amount(field, currency) ?? none
  const [discount, freight, taxes, stated] = [
    given('discount'),
    given('freight'),
    given('taxes'),
    head.amount('total', currency),
  ]
  const ofLines = sum(
    cells.map((line) => line.amount('lineDiscount', currency) ?? none),
    currency,
  )
  const goods = sum(
    lines.map(({ price, quantity }) => times(price, quantity)),
    currency,
  )
  const total = (off: Money): Money => add(subtract(goods, off), freight)
  if (!stated) head.problem('total', 'sheet.missing')
  const found = [discount, add(discount, ofLines)].find(
    (off) => off.minor <= goods.minor && total(off).minor === stated?.minor,
  )
  if (stated && !found) {
    const withTaxes = add(total(discount), taxes).minor === stated.minor
    head.problem('total', withTaxes ? 'order_import.tax_on_top' : 'order_import.total_differs')
  }
  return { discount: found ?? none, freight, total: stated ?? none }
}

const home = ['', 'cn', 'chn', 'china', '中国', '中国大陆']

function readPeople(head: SheetCells): Pick<FileOrder, 'buyer' | 'recipient'> {
  const [name, phone] = [head.text('recipient', 200), head.text('phone', 40)]
  const buyerPhone = readPhone(head.text('buyerPhone', 40)) ?? readPhone(phone)
  if (!home.includes(head.text('country', 60).toLowerCase())) head.problem('country', 'order_import.abroad')
  const recipient = readRecipient(head, { name, phone })
  if (!buyerPhone && recipient) head.problem('buyerPhone', 'order_import.buyer_phone_missing')
  return {
    buyer: { name: head.text('buyer', 200) || name, phone: buyerPhone ?? '' },
    recipient: recipient ?? { name, phone, districtCode: '', street: '' },
  }
}

const fieldsOfSheet: Readonly<Record<string, string>> = { name: 'recipient', districtCode: 'district' }

function readRecipient(head: SheetCells, who: { name: string; phone: string }): Recipient | undefined {
  const street = [head.text('street', 300), head.text('street2', 300)].filter(Boolean).join(' ')
  const names = {
    province: head.text('province', 60),
    city: head.text('city', 60),
    district: head.text('district', 60),
  }
  const place = placeOf({ ...names, street, districtCode: head.text('districtCode', 6) })
  try {
    const { label: _, ...recipient } = checkAddress({ ...who, ...place })
    return recipient
  } catch (error) {
    if (!isRefusal(error)) throw error
    const field = String(error.details.field)
    head.problem(fieldsOfSheet[field] ?? field, error.code, error.details)
    return undefined
  }
}
