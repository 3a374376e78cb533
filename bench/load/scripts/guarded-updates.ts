import pg from 'pg'
import type { Script } from '../script.ts'

export interface GuardedArgs {
  readonly url: string
}

/** Takes one piece after the other from one row, each in a transaction of its own: what a row can bear. */
const guardedUpdates: Script<GuardedArgs> = {
  async open({ url }) {
    const pool = new pg.Pool({ connectionString: url, max: 16 })
    const variant = (await pool.query('select variant_id from minimal.levels')).rows[0].variant_id as string
    const text = 'update minimal.levels set reserved = reserved + 1 where variant_id = $1 and on_hand - reserved >= 1'
    return {
      caller: () => async () => {
        const { rowCount } = await pool.query({ name: 'take', text, values: [variant] })
        if (rowCount !== 1) throw new Error('nothing was left')
      },
      close: () => pool.end(),
    }
  },
}

export default guardedUpdates
