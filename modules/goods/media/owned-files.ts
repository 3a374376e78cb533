import { sql } from 'kysely'
import type { FileOwner } from '#platform/retention'
import { hashIn } from './picture.ts'

/** Pictures as they came and as they were drawn, as long as a picture of any shop has their content. */
export const pictureFiles: FileOwner = {
  prefix: 'pictures/',
  named: async (db, keys) => {
    const hashes = [...new Set(keys.flatMap((key) => hashIn(key) ?? []))]
    const { rows } = await sql<{ hash: string }>`select distinct split_part(sha256, '~', 1) as hash from goods.pictures
      where split_part(sha256, '~', 1) = any(${hashes})`.execute(db)
    const kept = new Set<string | undefined>(rows.map(({ hash }) => hash))
    return keys.filter((key) => kept.has(hashIn(key)))
  },
}
