import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely'
import { acrossShops } from './across-shops.ts'
import { isTest } from './places.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const compiler = new PostgresQueryCompiler()
const allowed = new Set(Object.values(acrossShops).flat())

/**
 * Fails a test in which the house asks for rows of shops without saying of which one. Ids are hard to guess, so that no other test would notice that a
 * `where` is missing; here every test notices that runs the statement. What a test asks by itself is its own business.
 */
export const inOwnShop = (ofShops: readonly string[]): KyselyPlugin => ({
  transformQuery({ node, queryId }) {
    const { sql } = compiler.compileQuery(node, queryId)
    if (namesNoShop(sql, ofShops)) mustBeAllowed(sql)
    return node
  },
  transformResult: async ({ result }) => result,
})

const shopNamed = /shop_id"?\s*(?:=|in|<>)\s*(?:any\s*)?\(?\s*\$\d/i
const tablesAsked = /\b(?:from|join|update|using)\s+"?([a-z_]+)"?\."?([a-z_0-9]+)"?/gi

/** Whether a statement reads, changes or deletes rows of these tables and compares no `shop_id` with what its caller gave. */
export const namesNoShop = (sql: string, ofShops: readonly string[]): boolean =>
  !shopNamed.test(sql) &&
  [...sql.matchAll(tablesAsked)].some(([, schema, table]) => ofShops.includes(`${schema}.${table}`))

function mustBeAllowed(sql: string): void {
  const asker = askerIn(stackHere())
  if (!asker || allowed.has(asker)) return
  throw new Error(`${asker} asks for rows of shops and names none (test/support/own-shop.ts): ${sql}`)
}

function stackHere(): string {
  const usual = Error.stackTraceLimit
  Error.stackTraceLimit = 50
  const { stack = '' } = new Error()
  Error.stackTraceLimit = usual
  return stack
}

const frame = /at (?:async )?(?:(?:\w+\.)?(\S+) \()?(?:file:\/\/)?(\/[^:?]*)(?:\?[^:]*)?:\d+/

/** The function of the house that asks, as `modules/sales/orders/order-store.ts findOrder`; undefined for a test. */
export function askerIn(stack: string): string | undefined {
  const frames = stack.split('\n').flatMap((line) => {
    const [, name = '', file = ''] = frame.exec(line) ?? []
    const path = relative(root, file)
    return path === '' || /^\.\.|node_modules/.test(path) || file === import.meta.filename ? [] : [{ path, name }]
  })
  const [asker] = frames
  return asker && !isTest(asker.path) ? `${asker.path} ${asker.name}`.trim() : undefined
}
