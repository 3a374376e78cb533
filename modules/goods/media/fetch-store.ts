import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/context'
import type { PictureId } from './model.ts'

/** A picture that an import named by its address. */
export interface NamedPicture {
  readonly pictureId: PictureId
  readonly url: string
  readonly row: number
}

/** Notes what is to be fetched for an import. Noted before, it stays as it is. */
export async function notePictures(tx: Tx, importId: string, pictures: readonly NamedPicture[]): Promise<void> {
  if (pictures.length === 0) return
  await sql`
    insert into goods.picture_fetches (shop_id, import_id, picture_id, source_url, row)
    select distinct on (p.id) ${tx.shopId}::uuid, ${importId}::uuid, p.id, p.url, p.row
    from unnest(${pictures.map((one) => one.pictureId)}::uuid[], ${pictures.map((one) => one.url)}::text[], ${pictures.map((one) => one.row)}::int[]) as p (id, url, row)
    on conflict do nothing`.execute(tx.db)
}

export interface Fetch {
  readonly pictureId: PictureId
  readonly url: string
  /** The picture has its file already: another import, or a person, was first. */
  readonly isThere: boolean
}

export async function nextFetches(
  reader: Reader,
  importId: string,
  { after, limit }: { after: string; limit: number },
): Promise<Fetch[]> {
  const { rows } = await sql<Fetch>`
    select f.picture_id as "pictureId", f.source_url as url, p.sha256 not like 'waiting:%' as "isThere"
    from goods.picture_fetches f join goods.pictures p on p.id = f.picture_id
    where f.shop_id = ${reader.shopId} and f.import_id = ${importId} and f.status = 'waiting' and f.picture_id > ${after}::uuid
    order by f.picture_id limit ${limit}`.execute(reader.db)
  return rows
}

export interface FetchOutcome {
  readonly code?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** A code says why it failed. */
export async function recordFetch(
  tx: Tx,
  importId: string,
  pictureId: PictureId,
  { code, details = {} }: FetchOutcome,
): Promise<void> {
  await tx.db
    .updateTable('goods.picture_fetches')
    .set({
      status: code ? 'failed' : 'fetched',
      code: code ?? null,
      details: JSON.stringify(details),
      attempts: sql`attempts + 1`,
      tried_at: tx.now,
    })
    .where('shop_id', '=', tx.shopId)
    .where('import_id', '=', importId)
    .where('picture_id', '=', pictureId)
    .execute()
}

/** Failed ones wait again; answers how many wait now. */
export async function waitAgain(tx: Tx, importId: string): Promise<number> {
  await tx.db
    .updateTable('goods.picture_fetches')
    .set({ status: 'waiting', code: null })
    .where('shop_id', '=', tx.shopId)
    .where('import_id', '=', importId)
    .where('status', '=', 'failed')
    .execute()
  return (await fetchedFor(tx, importId)).waiting
}

export interface FailedFetch {
  readonly row: number
  readonly url: string
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  readonly attempts: number
}

export interface FetchedPictures {
  readonly waiting: number
  readonly fetched: number
  readonly failed: number
  /** At most 500, by row. */
  readonly failures: readonly FailedFetch[]
}

/** How far the pictures of an import are. */
export async function fetchedFor(reader: Reader, importId: string): Promise<FetchedPictures> {
  const { rows } = await sql<{ status: 'waiting' | 'fetched' | 'failed'; count: number }>`
    select status, count(*)::int8 as count from goods.picture_fetches
    where shop_id = ${reader.shopId} and import_id = ${importId} group by 1`.execute(reader.db)
  const failures = await reader.db
    .selectFrom('goods.picture_fetches')
    .select(['row', 'source_url as url', 'code', 'details', 'attempts'])
    .where('shop_id', '=', reader.shopId)
    .where('import_id', '=', importId)
    .where('status', '=', 'failed')
    .orderBy('row')
    .limit(500)
    .execute()
  const counts = Object.fromEntries(rows.map(({ status, count }) => [status, count]))
  return {
    waiting: counts.waiting ?? 0,
    fetched: counts.fetched ?? 0,
    failed: counts.failed ?? 0,
    failures: failures.map((one) => ({ ...one, code: one.code ?? '', details: one.details as FailedFetch['details'] })),
  }
}
