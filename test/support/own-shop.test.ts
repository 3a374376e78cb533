import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { acrossShops } from './across-shops.ts'
import { askerIn, namesNoShop } from './own-shop.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tables = ['sales.orders', 'sales.order_lines']

test('a statement that asks for rows of shops and does not say of which one is found', () => {
  for (const sql of [
    'select * from "sales"."orders" where "id" = $1',
    'update sales.orders o set status = $1 where o.id = $2 returning o.shop_id',
    'delete from "sales"."order_lines" where "order_id" = $1',
    'select l.id from office.accounts a join sales.orders o on o.customer_id = a.id and o.shop_id = a.shop_id where a.id = $1',
  ])
    expect(namesNoShop(sql, tables), sql).toBe(true)
})

test('a statement that says of which shop, or asks for nothing of a shop, is fine', () => {
  for (const sql of [
    'select * from "sales"."orders" where "shop_id" = $1 and "id" = $2',
    'update sales.orders o set status = $1 from sales.order_lines l where l.shop_id = $2 and l.order_id = o.id',
    'delete from "sales"."orders" where "shop_id" in ($1, $2)',
    'select 1 from sales.orders where shop_id = any($1::uuid[])',
    'select * from "office"."accounts" where "id" = $1',
    'insert into "sales"."orders" ("shop_id", "id") values ($1, $2)',
  ])
    expect(namesNoShop(sql, tables), sql).toBe(false)
})

test('who asks is the innermost function of the house; a test that asks by itself is none', () => {
  const stack = (...frames: string[]) => ['Error', ...frames.map((each) => `    at ${each}`)].join('\n')
  const library = `Builder.execute (${root}node_modules/kysely/dist/builder.js:1:2)`

  expect(askerIn(stack(library, `findOrder (${root}modules/sales/orders/order-store.ts:41:5)`))).toBe(
    'modules/sales/orders/order-store.ts findOrder',
  )
  expect(askerIn(stack(library, `Object.erase (${root}modules/care/reviews/reviews-data.ts:9:5)`))).toBe(
    'modules/care/reviews/reviews-data.ts erase',
  )
  expect(askerIn(stack(library, `${root}platform/events/relay.ts:9:5`))).toBe('platform/events/relay.ts')
  expect(askerIn(stack(library, `${root}modules/sales/orders/place-order.test.ts:9:5`))).toBeUndefined()
})

test('the tables of shops are known, and every function that may ask across them stands', () => {
  expect(inject('cluster').ofShops).toContain('sales.orders')
  expect(inject('cluster').ofShops.length).toBeGreaterThan(90)
  for (const place of Object.values(acrossShops).flat()) {
    const [path = '', name = ''] = place.split(' ')
    expect(readFileSync(`${root}${path}`, 'utf8'), place).toContain(name)
  }
})
