import type { FileOwner } from '#platform/retention'
import { attemptOf } from './parts.ts'

/** The parts of each export's last run; those of a run that was begun anew belong to nobody. */
export const exportFiles: FileOwner = {
  prefix: 'exports/',
  named: async (db, keys) => {
    const ids = keys.flatMap((key) => attemptOf(key)?.id ?? [])
    if (ids.length === 0) return []
    const rows = await db
      .selectFrom('platform.exports')
      .select(['id', 'run'])
      .where('id', 'in', ids)
      .where('status', '<>', 'expired')
      .execute()
    const runs = new Map(rows.map(({ id, run }) => [id, run]))
    return keys.filter((key) => {
      const attempt = attemptOf(key)
      return attempt !== undefined && runs.get(attempt.id) === attempt.run
    })
  },
}
