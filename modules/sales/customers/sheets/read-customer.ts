import { bareCell } from '#kernel/cell'
import { isRefusal } from '#kernel/refusal'
import { readPhone } from '#model/office/accounts'
import { type RowProblem, type SheetCells, type SheetRow, sheetCells } from '#platform/imports'
import { type CheckedAddress, checkAddress } from '../address.ts'
import { placeOf } from '../place-of.ts'

export interface FileCustomer {
  readonly row: number
  /** E.164. */
  readonly phone: string
  readonly name: string
  readonly email: string
  readonly addresses: readonly CheckedAddress[]
}

export type ReadCustomer = { readonly customer: FileCustomer } | { readonly problems: readonly RowProblem[] }

/** Reads the rows of one phone number. */
export function readCustomer(rows: readonly SheetRow[]): ReadCustomer {
  const problems: RowProblem[] = []
  const cells = rows.map((row) => sheetCells(row, problems))
  const head = cells[0]!
  const customer: FileCustomer = {
    row: head.row,
    phone: phoneIn(head),
    name: nameIn(head),
    email: emailIn(head),
    addresses: cells.flatMap((each) => addressIn(each, { name: nameIn(each) || nameIn(head) }) ?? []),
  }
  return problems.length > 0 ? { problems } : { customer }
}

/** The number that makes rows one customer, however it is written. */
export const phoneKey = ({ values }: SheetRow): string => readPhone(bareCell(values.phone ?? '')) ?? values.phone ?? ''

function phoneIn(head: SheetCells): string {
  const text = head.needed('phone', 40)
  const phone = readPhone(text)
  if (text && !phone) head.problem('phone', 'accounts.phone_invalid')
  return phone ?? ''
}

/** One name, or first and last name in the order of their language. */
function nameIn(cells: SheetCells): string {
  const [whole, first, last] = [cells.text('name', 60), cells.text('firstName', 60), cells.text('lastName', 60)]
  if (whole) return whole
  return /\p{Script=Han}/u.test(`${first}${last}`) ? `${last}${first}` : [first, last].filter(Boolean).join(' ')
}

function emailIn(head: SheetCells): string {
  const email = head.text('email', 254).toLowerCase()
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) head.problem('email', 'customer_import.email_invalid')
  return email
}

const home = ['', 'cn', 'chn', 'china', '中国', '中国大陆']
const fieldsOfSheet: Readonly<Record<string, string>> = {
  name: 'recipient',
  districtCode: 'district',
  phone: 'recipientPhone',
}

function addressIn(cells: SheetCells, { name }: { name: string }): CheckedAddress | undefined {
  const street = [cells.text('street', 300), cells.text('street2', 300)].filter(Boolean).join(' ')
  if (!street) return undefined
  if (!home.includes(cells.text('country', 60).toLowerCase())) {
    cells.problem('country', 'customer_import.abroad')
    return undefined
  }
  const names = {
    province: cells.text('province', 60),
    city: cells.text('city', 60),
    district: cells.text('district', 60),
  }
  const place = placeOf({ ...names, street, districtCode: cells.text('districtCode', 6) })
  const who = {
    name: cells.text('recipient', 60) || name,
    phone: cells.text('recipientPhone', 40) || cells.text('phone', 40),
  }
  try {
    return checkAddress({ ...who, ...place, label: cells.text('label', 12) })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const field = String(error.details.field)
    cells.problem(fieldsOfSheet[field] ?? field, error.code, error.details)
    return undefined
  }
}
