import { isBefore } from '#kernel/day'
import { newId } from '#kernel/id'
import { type Page, toPage } from '#kernel/page'
import type { Context, Reader, Tx } from '#platform/context'
import { beyond, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { remembered } from '#platform/remembered'
import { safeLink, within } from './clean-content.ts'
import { type Announcement, type AnnouncementId, contentLimits } from './model.ts'
import { announcementNotFound, periodInvalid, wordsMissing } from './page.ts'

export type SaveAnnouncement = Pick<Announcement, 'text' | 'link' | 'showsFrom' | 'showsUntil'>

/** Sets up a line above all pages of the shop, for its time. @throws wordsMissing, tooLong, linkInvalid, periodInvalid */
export function announce(ctx: Context, wish: SaveAnnouncement): Promise<AnnouncementId> {
  return transaction(ctx, async (tx) => {
    const id = newId<'Announcement'>()
    const row = { id, shop_id: tx.shopId, ...valuesOf(tx, wish) }
    await tx.db.insertInto('growth.announcements').values(row).execute()
    await tell(tx, 'announcement.made', id, wish)
    return id
  })
}

/** Changes what an announcement says, where it leads or when it is shown. @throws announcementNotFound, and what announce throws */
export function changeAnnouncement(ctx: Context, id: AnnouncementId, wish: SaveAnnouncement): Promise<void> {
  return transaction(ctx, async (tx) => {
    await lockAnnouncement(tx, id)
    await tx.db
      .updateTable('growth.announcements')
      .set(valuesOf(tx, wish))
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', id)
      .execute()
    await tell(tx, 'announcement.changed', id, wish)
  })
}

/** Takes an announcement away. @throws announcementNotFound */
export function removeAnnouncement(ctx: Context, id: AnnouncementId): Promise<void> {
  return transaction(ctx, async (tx) => {
    await lockAnnouncement(tx, id)
    await tx.db.deleteFrom('growth.announcements').where('shop_id', '=', tx.shopId).where('id', '=', id).execute()
    await tell(tx, 'announcement.removed', id, {})
  })
}

async function lockAnnouncement(tx: Tx, announcementId: AnnouncementId): Promise<void> {
  const row = await tx.db
    .selectFrom('growth.announcements')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', announcementId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw announcementNotFound({ announcementId })
}

function valuesOf(tx: Tx, { text, link, showsFrom, showsUntil }: SaveAnnouncement) {
  if (showsUntil && !isBefore(showsFrom, showsUntil)) throw periodInvalid({ field: 'showsUntil' })
  const { zh, en } = within(text, 'text', contentLimits.announcement)
  if (!zh || !en) throw wordsMissing({ field: zh ? 'text.en' : 'text.zh' })
  return {
    text: zh,
    text_en: en,
    link: safeLink(link, 'link'),
    shows_from: showsFrom,
    shows_until: showsUntil,
    changed_at: tx.now,
    changed_by: tx.actor.name,
  }
}

function tell(tx: Tx, type: string, id: AnnouncementId, data: object): Promise<void> {
  shownAnnouncements.forget(tx)
  return publish(tx, { type, aggregate: 'announcement', id, data: { ...data } })
}

const announcementColumns = [
  'id',
  'text',
  'text_en',
  'link',
  'shows_from',
  'shows_until',
  'changed_at',
  'changed_by',
] as const

interface AnnouncementRow {
  id: string
  text: string
  text_en: string
  link: string
  shows_from: Temporal.Instant
  shows_until: Temporal.Instant | null
  changed_at: Temporal.Instant
  changed_by: string
}

const toAnnouncement = (row: AnnouncementRow): Announcement => ({
  id: row.id as AnnouncementId,
  text: { zh: row.text, en: row.text_en },
  link: row.link,
  showsFrom: row.shows_from,
  showsUntil: row.shows_until,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

/** The announcements of a shop, those that begin last first, one page. */
export async function findAnnouncements(
  reader: Reader,
  { cursor, limit = 50 }: { readonly cursor?: string; readonly limit?: number },
): Promise<Page<Announcement>> {
  let query = reader.db
    .selectFrom('growth.announcements')
    .select(announcementColumns)
    .where('shop_id', '=', reader.shopId)
  if (cursor) query = query.where(beyond(cursor, ['shows_from', 'id']))
  const rows = await query
    .orderBy('shows_from', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.shows_from.toString(), row.id])
  return { ...page, rows: page.rows.map(toAnnouncement) }
}

/** Those that visitors see now or shall see; some seconds old at most. Whoever shows them looks at the clock. */
export const shownAnnouncements = remembered<readonly Announcement[]>(async (reader) => {
  const rows = await reader.db
    .selectFrom('growth.announcements')
    .select(announcementColumns)
    .where('shop_id', '=', reader.shopId)
    .where((eb) => eb.or([eb('shows_until', 'is', null), eb('shows_until', '>', reader.now)]))
    .orderBy('shows_from', 'desc')
    .limit(20)
    .execute()
  return rows.map(toAnnouncement)
})
