import type { Vault } from '#platform/vault'
import { openRecipient, sealRecipient } from '#supply/shipping'
import { oneOf, randomOf } from '../load/script.ts'
import { type Clone, type RowTemplate, rowTemplate } from './row-template.ts'
import { orderTables, pastTables } from './tables.ts'
import type { Row, TemplateShop } from './template-shop.ts'

export interface Size {
  readonly products: number
  readonly orders: number
}

/** Rows to be copied into one table, in COPY's text form. */
export interface TableRows {
  readonly table: string
  readonly columns: readonly string[]
  rows(): Iterable<string>
}

/** One order in twenty is still worked on; the others are done, over a year. */
const presentPart = 0.05
const spreadDays = 365
const ordersPerCustomerCopy = 500

/**
 * Every row of the template and of its copies, table by table. The same seed makes the same copies: of which order, of which goods,
 * for whom, when. Orders that are still worked on are of the template's day; those of the past are small ones (one line), because
 * most of a million is past.
 */
export function clonesOf(shop: TemplateShop, size: Size, vault: Vault): TableRows[] {
  const products = shop.products.filter(({ table }) => table === 'goods.products').length
  const copies = {
    product: Math.max(1, Math.round(size.products / products)),
    customer: Math.max(1, Math.ceil(size.orders / ordersPerCustomerCopy)),
  }
  const templateOf = templates(shop, vault)
  const [past, present] = [shop.orders.filter(isPast(shop)), shop.orders.filter((group) => !isSettled(shop, group))]
  const choose = chooser({ past, present }, size.orders, copies)
  const orders = { choose, templateOf, shop, past: new Set(past), count: size.orders }
  const own = Map.groupBy(shop.rows, ({ table }) => table)
  const copied = {
    product: Map.groupBy(shop.products, ({ table }) => table),
    customer: Map.groupBy(shop.customers, ({ table }) => table),
  }
  // The longest ones first, so that all who write end together.
  return [...new Set([...pastTables, ...shop.columns.keys()])].map((table) => ({
    table,
    columns: shop.columns.get(table)!,
    *rows() {
      for (const { values } of own.get(table) ?? []) yield values.join('\t')
      for (const kind of ['product', 'customer'] as const)
        yield* copiesOf((copied[kind].get(table) ?? []).map(templateOf), { kind, copies: copies[kind] })
      if (orderTables.includes(table)) yield* orderRows(table, orders)
    },
  }))
}

function* copiesOf(rows: readonly RowTemplate[], { kind, copies }: { kind: 'product' | 'customer'; copies: number }) {
  for (let copy = 1; copy < copies; copy++) {
    const days = Math.floor(randomOf(copy)() * spreadDays)
    const clone = { order: 0, product: 0, customer: 0, days, [kind]: copy }
    for (const row of rows) yield row(clone)
  }
}

interface Chosen {
  readonly group: readonly Row[]
  readonly clone: Clone
}

type Choose = (copy: number) => Chosen

/** The first ones are still worked on. */
const workingOf = (orders: number): number => Math.round(orders * presentPart)

function chooser(
  { past, present }: { past: TemplateShop['orders']; present: TemplateShop['orders'] },
  orders: number,
  copies: { readonly product: number; readonly customer: number },
): Choose {
  const working = workingOf(orders)
  return (copy) => {
    const random = randomOf(copy)
    const isPresent = copy <= working
    const group = oneOf(random, isPresent ? present : past)
    const product = Math.floor(random() * copies.product)
    const customer = Math.floor(random() * copies.customer)
    return { group, clone: { order: copy, product, customer, days: isPresent ? 0 : Math.floor(random() * spreadDays) } }
  }
}

interface OrderCopies {
  readonly choose: Choose
  readonly templateOf: (row: Row) => RowTemplate
  readonly shop: TemplateShop
  readonly past: ReadonlySet<readonly Row[]>
  readonly count: number
}

function* orderRows(table: string, { choose, templateOf, shop, past, count }: OrderCopies) {
  const last = pastTables.includes(table) ? count : workingOf(count)
  const ofTable = new Map<readonly Row[], readonly RowTemplate[]>()
  const rowsOf = (group: readonly Row[]) => {
    const rows = (past.has(group) ? thinned(shop, group) : group).filter((row) => row.table === table)
    return rows.map(templateOf)
  }
  for (let copy = 1; copy <= last; copy++) {
    const { group, clone } = choose(copy)
    const known = ofTable.get(group)
    const rows = known ?? rowsOf(group)
    if (!known) ofTable.set(group, rows)
    for (const row of rows) yield row(clone)
  }
}

/** Of the past only what the books and the stock need, and of its history the placing, the paying and the last step. */
function thinned({ column, columns }: TemplateShop, group: readonly Row[]): Row[] {
  const kept = group.filter((row) => {
    if (row.table === 'supply.stock_movements') return column(row, 'kind') === 'dispatch'
    return pastTables.includes(row.table) && row.table !== 'platform.events'
  })
  const events = group.filter((row) => row.table === 'platform.events' && column(row, 'aggregate') === 'order')
  const steps = events.filter((row) => column(row, 'data').includes('"after"'))
  const last = steps.toSorted((a, b) => Number(column(a, 'version')) - Number(column(b, 'version'))).at(-1)
  const told = events
    .filter((row) => ['order.placed', 'order.paid'].includes(column(row, 'type')) || row === last)
    .toSorted((a, b) => Number(column(a, 'version')) - Number(column(b, 'version')))
  const version = columns.get('platform.events')!.indexOf('version')
  return [...kept, ...told.map((row, index) => ({ ...row, values: row.values.with(version, String(index + 1)) }))]
}

const orderOf = (group: readonly Row[]): Row => group.find(({ table }) => table === 'sales.orders')!

const isSettled = ({ column }: TemplateShop, group: readonly Row[]): boolean =>
  column(orderOf(group), 'status') !== 'open' && column(orderOf(group), 'after_sales_status') !== 'open'

const isPast = (shop: TemplateShop) => (group: readonly Row[]) => {
  const count = (name: string) => group.filter(({ table }) => table === name).length
  return (
    isSettled(shop, group) &&
    count('sales.order_lines') === 1 &&
    count('sales.refunds') === 0 &&
    count('care.cases') === 0
  )
}

/** Rows read once; an order's recipient gets a phone of its own for every copy of the customer. */
function templates({ ids, tokens, columns, column }: TemplateShop, vault: Vault) {
  const known = new Map<Row, RowTemplate>()
  return (row: Row): RowTemplate => {
    const template = known.get(row) ?? make(row)
    known.set(row, template)
    return template
  }

  function make(row: Row): RowTemplate {
    const names = { ids, tokens }
    if (row.table !== 'sales.orders') return rowTemplate(row.values.join('\t'), names)
    const first = columns.get(row.table)!.indexOf('recipient_cipher')
    const sealed = recipientsOf(column(row, 'recipient_cipher'), vault)
    const parts = row.values.map((value, index) => {
      const name = columns.get(row.table)![index]!
      if (index === first) return (clone: Clone) => sealed(clone.customer).recipient_cipher
      if (name === 'phone_index' || name === 'phone_last4_index') return (clone: Clone) => sealed(clone.customer)[name]
      return rowTemplate(value, names)
    })
    return (clone) => parts.map((part) => part(clone)).join('\t')
  }
}

/** COPY writes bytes as `\\x…`. */
function recipientsOf(cipher: string, vault: Vault) {
  const recipient = openRecipient(vault, Buffer.from(cipher.slice(3), 'hex'))
  const written = (bytes: Buffer) => `\\\\x${bytes.toString('hex')}`
  const known = new Map<number, Record<'recipient_cipher' | 'phone_index' | 'phone_last4_index', string>>()
  return (customer: number) => {
    const earlier = known.get(customer)
    if (earlier) return earlier
    const tail = String((Number(recipient.phone.slice(-8)) + customer * 7_919) % 100_000_000).padStart(8, '0')
    const phone = `${recipient.phone.slice(0, 3)}${tail}`
    const sealed = {
      recipient_cipher: written(sealRecipient(vault, { ...recipient, phone })),
      phone_index: written(vault.index('order.phone', phone)),
      phone_last4_index: written(vault.index('order.phone.last4', phone.slice(-4))),
    }
    known.set(customer, sealed)
    return sealed
  }
}
