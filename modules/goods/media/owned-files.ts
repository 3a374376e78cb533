import { sql } from 'kysely'
import type { FileOwner } from '#platform/retention'
import type { VideoType } from './model.ts'
import { hashIn } from './picture.ts'
import { videoKey } from './video.ts'

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

/** Films, as long as a product of any shop shows them. */
export const filmFiles: FileOwner = {
  prefix: 'videos/',
  named: async (db, keys) => {
    const rows = await db.selectFrom('goods.product_videos').select(['sha256', 'type']).distinct().execute()
    const kept = new Set(rows.map(({ sha256, type }) => videoKey(sha256, type as VideoType)))
    return keys.filter((key) => kept.has(key))
  },
}
