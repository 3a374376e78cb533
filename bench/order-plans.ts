import type { CompiledQuery, RootOperationNode } from 'kysely'
import { defaultShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { openDatabase } from '#platform/database'
import { countOrders, findOrders, type OrderFilter, shopTags } from '#sales/orders'
import { withClient } from './seed/cluster.ts'
import type { Dataset } from './seed/dataset.ts'
import { vaultOf } from './support/vault-of.ts'

const filters: Readonly<Record<string, OrderFilter>> = {
  'list, newest': {},
  'filter by queue: pending': { headline: 'pending' },
  'filter by queue: delivered': { headline: 'delivered' },
  'filter by queue: refunding': { headline: 'refunding' },
  'filter by queue: completed': { headline: 'completed' },
  'filter by state: fulfilment short': { fulfilment: 'short' },
  'filter by state: payment partly refunded': { payment: 'partly_refunded' },
  'filter by state: review rejected': { review: 'rejected' },
  'filter by the last digits of a phone': { phone: '1234' },
  'filter by promise: late': { late: true },
  'filter by promise: due within a week': { dueWithin: 168 },
  'filter by trouble: out of stock': { outOfStock: true },
  'filter by trouble: abnormal': { abnormal: true },
  'filter by trouble: packed': { packed: true },
  'filter by trouble: can be merged': { mergeable: true },
  'filter by words and flags: noted': { noted: true },
  'filter by words and flags: red': { flag: 'red' },
  'filter by what no index holds: amount': { amountFrom: 100_000_000 },
  'filter by what no index holds: weight': { weightFrom: 100_000_000 },
}

/** How PostgreSQL finds what the benchmark asks for: the statements as the house sends them, explained. */
export async function plansOf({ databaseUrl, folder }: Dataset): Promise<string[]> {
  const db = openDatabase({ url: databaseUrl })
  const asked: CompiledQuery[] = []
  const listening = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      asked.push(db.getExecutor().compileQuery(node as RootOperationNode, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  })
  try {
    const { id } = (await defaultShop(db))!
    const reader: Reader = {
      db: listening,
      shopId: id,
      vault: vaultOf(folder),
      locale: 'zh',
      now: Temporal.Now.instant(),
    }
    const plans: string[] = []
    const explain = async (name: string, ask: () => Promise<unknown>) => {
      asked.length = 0
      await ask()
      const list = asked.find(({ sql }) => sql.startsWith('select * from "sales"."orders"')) ?? asked[0]!
      plans.push(`${name}\n${await explained(databaseUrl, list)}`)
    }
    const tags = await shopTags(reader)
    const tagged = Object.fromEntries(tags.map(({ id, name }) => [`filter by tag: ${name}`, { tagsAny: [id] }]))
    for (const [name, filter] of Object.entries({ ...filters, ...tagged }))
      await explain(name, () => findOrders(reader, filter))
    await explain('counters', () => countOrders(reader))
    return plans
  } finally {
    await db.destroy()
  }
}

const explained = (url: string, { sql, parameters }: CompiledQuery): Promise<string> =>
  withClient(url, async (client) => {
    const values = parameters.map((value) => (value instanceof Temporal.Instant ? value.toString() : value))
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, summary off, buffers) ${sql}`,
      values,
    )
    return rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n')
  })
