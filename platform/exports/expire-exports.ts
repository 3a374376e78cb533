import type { Context } from '#platform/context'
import { expiredExports, markExpired } from './export-store.ts'
import { removeParts } from './parts.ts'

/** Job. Throws files away whose time is over; the record of who took what stays. */
export async function expireExports(ctx: Context): Promise<number> {
  const over = await expiredExports(ctx)
  for (const each of over) {
    await removeParts(ctx, each)
    await markExpired(ctx, each.id)
  }
  return over.length
}
