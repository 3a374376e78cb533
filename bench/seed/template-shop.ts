import { text } from 'node:stream/consumers'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { customerTables, orderTables, productTables, uniqueTexts } from './tables.ts'

/** One row of the template shop: its columns as COPY writes them. */
export interface Row {
  readonly table: string
  readonly values: readonly string[]
}

export interface TemplateShop {
  readonly columns: ReadonlyMap<string, readonly string[]>
  readonly rows: readonly Row[]
  readonly products: readonly Row[]
  readonly customers: readonly Row[]
  /** Orders with all that belongs to each, one list an order. */
  readonly orders: readonly (readonly Row[])[]
  readonly ids: ReadonlyMap<string, 'order' | 'product' | 'customer'>
  readonly tokens: ReadonlyMap<string, 'order' | 'product' | 'customer'>
  readonly column: (row: Row, name: string) => string
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Reads the demo shop as something that can be copied: whose each row is, and which of its words must differ in a copy. */
export async function readTemplateShop(client: pg.Client): Promise<TemplateShop> {
  const columns = new Map<string, readonly string[]>()
  const rows: Row[] = []
  for (const table of [...productTables, ...customerTables, ...orderTables]) {
    if (columns.has(table)) continue
    const names = await columnsOf(client, table)
    columns.set(table, names)
    const lines = await text(client.query(copyTo(`copy (select ${names.join(', ')} from ${table}) to stdout`)))
    for (const line of lines.split('\n').filter(Boolean)) rows.push({ table, values: line.split('\t') })
  }
  const column = ({ table, values }: Row, name: string) => values[columns.get(table)!.indexOf(name)] ?? ''
  return { columns, rows, column, ...owned(rows, column) }
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const [schema, name] = table.split('.')
  const { rows } = await client.query<{ column_name: string }>(
    "select column_name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' order by ordinal_position",
    [schema, name],
  )
  return rows.map((row) => row.column_name)
}

function owned(rows: readonly Row[], column: TemplateShop['column']) {
  const idsIn = (row: Row) => new Set(row.values.join('\t').match(uuids) ?? [])
  const orders = groupsOf(rows, column, idsIn)
  const ids = new Map<string, 'order' | 'product' | 'customer'>()
  const ofOrders = new Set(orders.flat())
  for (const row of ofOrders) for (const id of ownIds(row, column)) ids.set(id, 'order')
  for (const row of rows) if (row.table === 'sales.customers') ids.set(column(row, 'id'), 'customer')
  const products = rows.filter((row) => isOfProduct(row, { ids, column, ofOrders, idsIn }))
  const customers = rows.filter(({ table }) => customerTables.includes(table))
  const tokens = new Map<string, 'order' | 'product' | 'customer'>()
  // An order's lines name the goods' codes too: those belong to the goods.
  const lists = [[[...ofOrders], 'order'] as const, [products, 'product'] as const]
  for (const [list, kind] of lists)
    for (const row of list)
      for (const name of uniqueTexts) {
        const token = column(row, name)
        if (token && token !== '\\N') tokens.set(token, kind)
      }
  return { ids, tokens, products, customers, orders: orders.filter((group) => isPlain(group, column)) }
}

/** The ids a row brings with it: its own, and those of a cart or a checkout, which only the order knows. */
const ownIds = (row: Row, column: TemplateShop['column']): string[] =>
  [
    column(row, 'id'),
    ...(row.table === 'sales.orders' ? [column(row, 'cart_id'), column(row, 'checkout_id')] : []),
  ].filter((id) => id !== '' && id !== '\\N')

/** Whose histories are copied: what belongs to one order alone. */
const historiesCopied = ['order', 'case', 'outbound', 'parcel', 'payment', 'refund']

/** Everything that hangs together with an order, found by following ids from row to row. */
function groupsOf(rows: readonly Row[], column: TemplateShop['column'], idsIn: (row: Row) => Set<string>): Row[][] {
  const members = rows.filter(
    (row) =>
      orderTables.includes(row.table) &&
      (row.table !== 'platform.events' || historiesCopied.includes(column(row, 'aggregate'))),
  )
  const known = new Set(members.flatMap((row) => ownIds(row, column)))
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    const parent = parents.get(id) ?? id
    if (parent === id) return id
    const root = rootOf(parent)
    parents.set(id, root)
    return root
  }
  const roots = members.map((row) => {
    const [first, ...others] = [...idsIn(row)].filter((id) => known.has(id))
    for (const id of others) parents.set(rootOf(id), rootOf(first!))
    return first
  })
  const groups = Map.groupBy(members, (_, index) => (roots[index] ? rootOf(roots[index]) : ''))
  return [...groups].flatMap(([root, group]) => (root && group.some(isOrder) ? [group] : []))
}

const isOrder = ({ table }: Row): boolean => table === 'sales.orders'

/** Orders that stand alone, nobody is picking, and without two documents of one kind on one day, whose copies would get one number. */
function isPlain(group: readonly Row[], column: TemplateShop['column']): boolean {
  const numbers = group.map((row) => /^[A-Z]{1,3}\d{6}(?=\d{8}$)/.exec(column(row, 'number'))?.[0]).filter(Boolean)
  const isPicking = group.some((row) => row.table === 'supply.picks' && column(row, 'status') === 'open')
  const hasVouchers = group.some((row) => row.table === 'sales.vouchers') // their codes have a form of their own
  return group.filter(isOrder).length === 1 && new Set(numbers).size === numbers.length && !isPicking && !hasVouchers
}

interface Known {
  readonly ids: Map<string, 'order' | 'product' | 'customer'>
  readonly column: TemplateShop['column']
  readonly ofOrders: ReadonlySet<Row>
  readonly idsIn: (row: Row) => Set<string>
}

/** A row of the goods: it is a product or points at one, and at no order. Its own id then belongs to the product too. */
function isOfProduct(row: Row, { ids, column, ofOrders, idsIn }: Known): boolean {
  if (!productTables.includes(row.table) || ofOrders.has(row)) return false
  const points = [...idsIn(row)].map((id) => ids.get(id))
  if (row.table !== 'goods.products' && (!points.includes('product') || points.includes('order'))) return false
  const id = column(row, 'id')
  if (id) ids.set(id, 'product')
  return true
}
