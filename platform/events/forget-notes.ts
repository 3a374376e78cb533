import { sql } from 'kysely'
import type { Tx } from '#platform/context'

/** Takes what staff noted on these orders of the shop out of the log: words may name whom they are about. What happened, when and by whom stays. */
export async function forgetNotes({ db, shopId }: Tx, orderIds: readonly string[]): Promise<void> {
  await sql`
    update platform.events set data = platform.without_notes(data)
    where shop_id = ${shopId} and aggregate = 'order' and aggregate_id = any(${[...orderIds]}::uuid[]) and data <> platform.without_notes(data)`.execute(
    db,
  )
}
