import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkArchitecture, checkHouse } from '#test/architecture'
import { fewestArrows, type Plan, plan } from '#test/floors'
import { ownershipFaults } from '#test/ownership'

const root = fileURLToPath(new URL('..', import.meta.url))

const smallPlan: Plan = {
  floors: ['goods', 'supply', 'sales'],
  roomArrows: { 'sales/orders': ['sales/carts'] },
  tables: {
    'sales/orders': ['sales.orders'],
    'sales/carts': ['sales.carts'],
    'supply/inventory': ['supply.stock_levels'],
  },
}

/** What the check says of some planted files. */
const violationsOf = (files: Record<string, string>): readonly string[] =>
  checkArchitecture(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    smallPlan,
  ).violations

test('the house stands as planned, and the check has really read it', () => {
  const { arrows, violations } = checkHouse(root)

  expect(violations).toEqual([])
  expect(arrows).toBeGreaterThan(fewestArrows)
})

test('every table of the migrations belongs to exactly one room', () => {
  const folder = new URL('../migrations/', import.meta.url)
  const migrations = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))

  expect(ownershipFaults(migrations, plan)).toEqual([])
})

test('a table that nobody owns is found', () => {
  expect(
    ownershipFaults(['create table sales.orders (); create table sales.gifts ()'], {
      ...smallPlan,
      tables: { 'sales/orders': ['sales.orders'] },
    }),
  ).toEqual(['sales.gifts belongs to no room: give it to one in test/support/floors.ts'])
})

test('calls that follow the plan are fine', () => {
  const violations = violationsOf({
    'kernel/money.ts': `import { refusal } from './refusal.ts'`,
    'kernel/refusal.ts': 'export const refusal = 1',
    'platform/database/index.ts': `export * from './pool.ts'`,
    'platform/database/pool.ts': `import pg from 'pg'; import type { Money } from '#kernel/money'`,
    'modules/supply/inventory/index.ts': `import { sql } from '#platform/database'; sql\`update supply.stock_levels set reserved = 0\``,
    'modules/sales/carts/index.ts': 'export {}',
    'modules/sales/orders/index.ts': `export * from './place-order.ts'`,
    'modules/sales/orders/place-order.ts': `import '#supply/inventory'; import '#sales/carts'; tx.db.insertInto('sales.orders as o')`,
    'apps/house.ts': `import '#sales/orders'`,
  })

  expect(violations).toEqual([])
})

test.each([
  ['import', `import { placeOrder } from '#sales/orders'`],
  ['type import', `import type { Order } from '#sales/orders'`],
  ['type in passing', `export type Order = import('#sales/orders').Order`],
  ['re-export', `export { placeOrder } from '#sales/orders'`],
  ['star re-export', `export * from '#sales/orders'`],
  ['dynamic import', `export const later = () => import('#sales/orders')`],
  ['dynamic import in a template', 'export const later = () => import(`#sales/orders`)'],
  ['require', `export const orders = require('#sales/orders')`],
])('an upward call is found, planted as %s', (_, text) => {
  expect(violationsOf({ 'modules/supply/inventory/index.ts': text })).toEqual([
    'modules/supply/inventory/index.ts:1: upward import: supply/inventory → sales/orders',
  ])
})

test('a commented or quoted import is no import', () => {
  expect(
    violationsOf({
      'modules/supply/inventory/index.ts': `// import '#sales/orders'\nexport const text = "import '#sales/orders'"`,
    }),
  ).toEqual([])
})

test('an import whose name is computed is refused, because nobody can check it', () => {
  expect(
    violationsOf({ 'modules/supply/inventory/index.ts': `export const any = (name) => import(\`#\${name}/orders\`)` }),
  ).toEqual([expect.stringContaining('imports a computed name')])
})

test('a call inside a floor that the plan does not name is found', () => {
  expect(violationsOf({ 'modules/sales/carts/index.ts': `import '#sales/orders'` })).toEqual([
    'modules/sales/carts/index.ts:1: undeclared arrow inside a floor: sales/carts → sales/orders',
  ])
})

test.each([
  ['a relative path', `import '../../supply/inventory/stock.ts'`],
  ['a relative path to the door', `import '../../supply/inventory/index.ts'`],
  ['an alias that reaches deeper', `import '#supply/inventory/stock'`],
  ['a dynamic import', `export const stock = () => import('../../supply/inventory/stock.ts')`],
])('a deep import is found, planted as %s', (_, text) => {
  const violations = violationsOf({
    'modules/sales/orders/index.ts': text,
    'modules/supply/inventory/stock.ts': 'export {}',
    'modules/supply/inventory/index.ts': 'export {}',
  })

  expect(violations).toEqual([expect.stringContaining('is not a door of supply/inventory')])
})

test('a deep import is found in a test too', () => {
  expect(violationsOf({ 'modules/sales/orders/order.test.ts': `import '../../supply/inventory/stock.ts'` })).toEqual([
    expect.stringContaining('deep import'),
  ])
})

test('a cycle between files is found, however it is closed', () => {
  const violations = violationsOf({
    'modules/sales/orders/a.ts': `import './b.ts'`,
    'modules/sales/orders/b.ts': `export * from './c.ts'`,
    'modules/sales/orders/c.ts': `export const a = () => import('./a.ts')`,
  })

  expect(violations).toEqual([
    'cycle: modules/sales/orders/a.ts → modules/sales/orders/b.ts → modules/sales/orders/c.ts → modules/sales/orders/a.ts',
  ])
})

test('a cycle between rooms is found even when it is closed by types', () => {
  const violations = checkArchitecture(
    [
      { path: 'modules/sales/orders/index.ts', text: `import '#sales/carts'` },
      { path: 'modules/sales/carts/index.ts', text: `import type { Order } from '#model/sales/orders'` },
    ],
    { ...smallPlan, roomArrows: { 'sales/orders': ['sales/carts'], 'sales/carts': ['sales/orders'] } },
  ).violations

  expect(violations).toEqual(['cycle: sales/orders → sales/carts → sales/orders'])
})

test.each([
  ['a query builder', `tx.db.updateTable('supply.stock_levels').set({ reserved: 0 })`, 'supply.stock_levels'],
  ['raw SQL', 'sql`delete from supply.stock_levels where reserved < 0`', 'supply.stock_levels'],
  [
    'SQL in capitals over lines',
    'sql`WITH gone AS (DELETE\n  FROM "supply"."stock_levels") SELECT 1`',
    'supply.stock_levels',
  ],
  ['SQL in a plain text', `client.query('insert into supply.stock_levels values (1)')`, 'supply.stock_levels'],
  [
    'SQL in a call that a dynamic import brought',
    `import('kysely').then(({ sql }) => sql\`update supply.stock_levels set reserved = 0\`)`,
    'supply.stock_levels',
  ],
  ['a table of a neighbour', `tx.db.deleteFrom('sales.carts')`, 'sales.carts'],
  ['a table of the platform', `tx.db.insertInto('platform.events')`, 'platform.events'],
  ['a computed table', 'tx.db.insertInto(table)', 'a computed one'],
  ['computed SQL', `sql\`insert into \${sql.table(name)} values (1)\``, 'a computed one'],
])('a foreign table written is found, planted as %s', (_, text, table) => {
  expect(violationsOf({ 'modules/sales/orders/index.ts': text })).toEqual([
    `modules/sales/orders/index.ts:1: foreign table written: ${table}`,
  ])
})

test('front doors, demo and sandbox write no table of the house', () => {
  const text = `db.insertInto('sales.orders')`

  expect(
    violationsOf({ 'apps/api/orders.ts': text, 'demo/orders.ts': text, 'sandbox/gateway/orders.ts': text }),
  ).toHaveLength(3)
})

test('the platform, the kernel and the sandbox know nothing of the rooms', () => {
  expect(
    violationsOf({
      'platform/jobs/index.ts': `import '#sales/orders'`,
      'kernel/money.ts': `import '#platform/database'; import 'node:fs'`,
      'sandbox/gateway/main.ts': `import type { PaymentGateway } from '#platform/payments'; import '#platform/database'; import '#sales/orders'`,
      'modules/sales/orders/index.ts': `import '#apps/house'; import '#test/database'`,
    }),
  ).toEqual([
    'platform/jobs/index.ts:1: the platform imports #sales/orders from above',
    'kernel/money.ts:1: the kernel imports #platform/database',
    'kernel/money.ts:1: the kernel imports node:fs',
    'sandbox/gateway/main.ts:1: a sandbox stands outside the house and imports #platform/database',
    'sandbox/gateway/main.ts:1: a sandbox stands outside the house and imports #sales/orders',
    'modules/sales/orders/index.ts:1: a room imports #apps/house from apps',
    'modules/sales/orders/index.ts:1: imports #test/database, which is for tests',
  ])
})

test('a model that reaches the world outside, even through another file, is found; types do not count', () => {
  const violations = violationsOf({
    'modules/sales/orders/model.ts': `export * from './order.ts'; import type { Tx } from '#platform/context'`,
    'modules/sales/orders/order.ts': `import { readFile } from 'node:fs'; import { money } from '#kernel/money'`,
    'kernel/money.ts': 'export const money = 1',
    'modules/sales/carts/model.ts': `import { transaction } from '#platform/database'`,
  })

  expect(violations).toEqual([
    'modules/sales/orders/order.ts:1: modules/sales/orders/model.ts must stay free of I/O and reaches node:fs',
    'modules/sales/carts/model.ts:1: modules/sales/carts/model.ts must stay free of I/O and reaches #platform/database',
  ])
})

test('a page that would bundle a room is found; its loader and types are fine', () => {
  const violations = violationsOf({
    'apps/storefront/src/pages/cart.astro': `---\nimport type { Cart } from '#sales/carts'\nimport { line } from '../line.ts'\n---\n<h1>cart</h1>\n<script>\nimport '#sales/carts'\n</script>`,
    'apps/storefront/src/line.ts': `import '#platform/text'; import '#model/sales/carts'`,
    'apps/storefront/src/pages/cart.load.ts': `import '#sales/carts'`,
    'modules/sales/carts/model.ts': 'export {}',
  })

  expect(violations).toEqual([
    'apps/storefront/src/pages/cart.astro:7: a page reaches #sales/carts; only models and the kernel may be bundled',
    'apps/storefront/src/line.ts:1: a page reaches #platform/text; only models and the kernel may be bundled',
  ])
})

test('a file that cannot be parsed is reported, not skipped', () => {
  expect(violationsOf({ 'modules/sales/orders/index.ts': 'import {' })).toEqual([
    expect.stringContaining('cannot be read'),
  ])
})
