import pg from 'pg'
import { newId } from '#kernel/id'
import type { Script } from '../script.ts'

export interface MinimalArgs {
  readonly url: string
}

/** The smallest order there is: seven round trips, prepared, each to tables without anything that could be left out. */
const minimalOrders: Script<MinimalArgs> = {
  async open({ url }) {
    const pool = new pg.Pool({ connectionString: url, max: 16 })
    const carts = (await pool.query('select id from minimal.carts')).rows.map(({ id }) => id as string)
    const variants = (await pool.query('select variant_id from minimal.levels')).rows.map(({ variant_id: id }) => id)
    const anyOf = () => variants[Math.floor(Math.random() * variants.length)] as string
    return {
      caller: () => async () => {
        const cart = carts.pop()
        if (!cart) throw new Error('more orders than carts')
        const client = await pool.connect()
        try {
          await order(client, cart, [anyOf(), anyOf()].sort())
        } finally {
          client.release()
        }
      },
      close: () => pool.end(),
    }
  },
}

async function order(client: pg.PoolClient, cart: string, [one, two]: string[]): Promise<void> {
  const id = newId()
  const ask = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
  await client.query('begin')
  await ask('cart', 'select status from minimal.carts where id = $1 for update', [cart])
  await ask('order', 'insert into minimal.orders values ($1, $2, 5000, now())', [id, cart])
  await ask('lines', 'insert into minimal.lines values ($1, $2, $3, 1), ($4, $2, $5, 1)', [
    newId(),
    id,
    one,
    newId(),
    two,
  ])
  await ask('event', 'insert into minimal.events values ($1, $2, $3)', [newId(), id, '{"type":"order.placed"}'])
  await ask(
    'levels',
    'update minimal.levels set reserved = reserved + 1 where variant_id = any($1::uuid[]) and on_hand - reserved >= 1',
    [[one, two]],
  )
  await client.query('commit')
}

export default minimalOrders
