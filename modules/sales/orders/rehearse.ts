import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'

class Seen<T> extends Error {
  readonly result: T

  constructor(result: T) {
    super('seen, and taken back')
    this.result = result
  }
}

/** What some work would come to: it is done and taken back again, so that what is shown is what it commits. Refuses as the work does. */
export async function rehearse<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transaction(ctx, async (tx) => {
      throw new Seen(await work(tx))
    })
  } catch (error) {
    if (error instanceof Seen) return error.result as T
    throw error
  }
}
