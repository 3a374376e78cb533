import type { FileOwner } from '#platform/retention'

/** Uploaded sheets, until their bytes are dropped. */
export const importFiles: FileOwner = {
  prefix: 'imports/',
  named: async (db, keys) => {
    const rows = await db
      .selectFrom('platform.files')
      .select('key')
      .where('key', 'in', keys)
      .where('discarded_at', 'is', null)
      .execute()
    return rows.map(({ key }) => key)
  },
}
