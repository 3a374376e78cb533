import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/context'
import { remembered } from '#platform/remembered'
import { homeName, type PageContent, type PageId, type PageVersion } from './model.ts'
import { pageNotFound, versionNotFound } from './page.ts'

/** A page as those see it who decorate it. */
export interface Page {
  readonly id: PageId
  readonly name: string
  readonly draft: PageContent
  readonly changedAt: Temporal.Instant
  readonly changedBy: string
}

const pageColumns = ['id', 'name', 'draft', 'changed_at', 'changed_by'] as const

interface PageRow {
  id: string
  name: string
  draft: unknown
  changed_at: Temporal.Instant
  changed_by: string
}

const toPage = (row: PageRow): Page => ({
  id: row.id as PageId,
  name: row.name,
  draft: row.draft as PageContent,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

/** The pages that a shop has begun to decorate: its home, then its campaigns, the newest first. */
export async function listPages(reader: Reader): Promise<Page[]> {
  const rows = await reader.db
    .selectFrom('growth.pages')
    .select(pageColumns)
    .where('shop_id', '=', reader.shopId)
    .orderBy((eb) => eb('name', '=', homeName), 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toPage)
}

/** @throws pageNotFound */
export async function loadPage(reader: Reader, pageId: PageId): Promise<Page> {
  const row = await pageQuery(reader, pageId).executeTakeFirst()
  if (!row) throw pageNotFound({ pageId })
  return toPage(row)
}

/** @throws pageNotFound */
export async function lockPage(tx: Tx, pageId: PageId): Promise<Page> {
  const row = await pageQuery(tx, pageId).forUpdate().executeTakeFirst()
  if (!row) throw pageNotFound({ pageId })
  return toPage(row)
}

const pageQuery = ({ db, shopId }: Pick<Reader, 'db' | 'shopId'>, pageId: PageId) =>
  db.selectFrom('growth.pages').select(pageColumns).where('shop_id', '=', shopId).where('id', '=', pageId)

const versionColumns = ['number', 'status', 'note', 'again', 'shows_from', 'made_at', 'made_by'] as const

/** The versions of a page, the newest first, as far back as anybody looks. */
export async function versionsOf(reader: Reader, pageId: PageId): Promise<PageVersion[]> {
  const rows = await reader.db
    .selectFrom('growth.page_versions')
    .select(versionColumns)
    .where('shop_id', '=', reader.shopId)
    .where('page_id', '=', pageId)
    .orderBy('number', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    status: row.status as PageVersion['status'],
    note: row.note,
    again: row.again,
    showsFrom: row.shows_from,
    madeAt: row.made_at,
    madeBy: row.made_by,
  }))
}

/** What a version holds, and how it stands. @throws versionNotFound */
export async function loadVersion(
  reader: Reader,
  pageId: PageId,
  number: number,
): Promise<{ readonly content: PageContent; readonly status: PageVersion['status'] }> {
  const row = await reader.db
    .selectFrom('growth.page_versions')
    .select(['content', 'status'])
    .where('shop_id', '=', reader.shopId)
    .where('page_id', '=', pageId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw versionNotFound({ number })
  return { content: row.content as PageContent, status: row.status as PageVersion['status'] }
}

export interface NewVersion {
  readonly pageId: PageId
  readonly content: PageContent
  readonly status: 'shown' | 'scheduled'
  readonly note: string
  readonly again: number | null
  readonly showsFrom: Temporal.Instant
}

/** The page is locked: the next number is nobody else's. */
export async function insertVersion(
  tx: Tx,
  { pageId, content, status, note, again, showsFrom }: NewVersion,
): Promise<number> {
  const { number } = await tx.db
    .insertInto('growth.page_versions')
    .values({
      shop_id: tx.shopId,
      page_id: pageId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from growth.page_versions where shop_id = ${tx.shopId} and page_id = ${pageId})`,
      content: JSON.stringify(content),
      status,
      note,
      again,
      shows_from: showsFrom,
      made_at: tx.now,
      made_by: tx.actor.name,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

/** The version that was shown until now is past. Returns whether there was one. */
export async function endShown(tx: Tx, pageId: PageId): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('growth.page_versions')
    .set({ status: 'past' })
    .where('shop_id', '=', tx.shopId)
    .where('page_id', '=', pageId)
    .where('status', '=', 'shown')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Moves a scheduled version on. Returns whether it still was scheduled. */
export async function endSchedule(
  tx: Tx,
  {
    pageId,
    number,
    status,
  }: { readonly pageId: PageId; readonly number: number; readonly status: 'shown' | 'cancelled' },
): Promise<boolean> {
  const row = await tx.db
    .updateTable('growth.page_versions')
    .set({ status })
    .where('shop_id', '=', tx.shopId)
    .where('page_id', '=', pageId)
    .where('number', '=', number)
    .where('status', '=', 'scheduled')
    .returning('number')
    .executeTakeFirst()
  return row !== undefined
}

interface ShownPage {
  readonly number: number
  readonly content: PageContent
}

interface ShownHome {
  /** Undefined until a first version is published: the standard layout is shown. */
  readonly home?: ShownPage
}

/** What visitors of a shop see of its decoration; some seconds old at most. */
export const shownHome = remembered<ShownHome>(async (reader) => {
  const row = await shownPages(reader).where('p.name', '=', homeName).executeTakeFirst()
  return row ? { home: toShown(row) } : {}
})

/** The campaigns' pages that visitors see, by the last part of their addresses; some seconds old at most. */
export const shownCampaigns = remembered<ReadonlyMap<string, ShownPage>>(async (reader) => {
  const rows = await shownPages(reader).where('p.name', '!=', homeName).execute()
  return new Map(rows.map((row) => [row.name, toShown(row)]))
})

const shownPages = ({ db, shopId }: Reader) =>
  db
    .selectFrom('growth.page_versions as v')
    .innerJoin('growth.pages as p', 'p.id', 'v.page_id')
    .select(['p.name', 'v.number', 'v.content'])
    .where('v.shop_id', '=', shopId)
    .where('v.status', '=', 'shown')

const toShown = ({ number, content }: { number: number; content: unknown }): ShownPage => ({
  number,
  content: content as PageContent,
})

/** Whoever changes what is shown says so in the same transaction. */
export function forgetShown(tx: Tx): void {
  shownHome.forget(tx)
  shownCampaigns.forget(tx)
}

/** Whether a campaign's page was shown once and is over. */
export async function wasCampaign({ db, shopId }: Reader, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('growth.page_versions as v')
    .innerJoin('growth.pages as p', 'p.id', 'v.page_id')
    .select('v.number')
    .where('v.shop_id', '=', shopId)
    .where('p.name', '=', name)
    .where('p.name', '!=', homeName)
    .where('v.status', '=', 'past')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
