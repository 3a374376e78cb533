import { isBefore } from '#kernel/day'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { eachOf } from '#platform/jobs'
import { findUnfinished } from './find-unfinished.ts'
import { contentLimits, homeName, type PageContent, type PageId } from './model.ts'
import { homeStays, inPast, notShown, tooLong, unfinished, versionCannot } from './page.ts'
import { endSchedule, endShown, forgetShown, insertVersion, loadVersion, lockPage } from './page-store.ts'

export interface PublishPage {
  readonly pageId: PageId
  /** What is new, for whoever looks at the history. */
  readonly note?: string
  /** When visitors see it; at once unless said. */
  readonly at?: Temporal.Instant | undefined
}

/**
 * Makes the draft the version that visitors see, at once or at a time ahead. Returns its number.
 * @throws pageNotFound, unfinished with all that is missing, inPast
 */
export function publishPage(ctx: Context, { pageId, note = '', at }: PublishPage): Promise<number> {
  return transaction(ctx, async (tx) => {
    const { draft } = await lockPage(tx, pageId)
    if (at && !isBefore(tx.now, at)) throw inPast({ field: 'at' })
    if (note.length > contentLimits.note) throw tooLong({ field: 'note', most: contentLimits.note })
    const missing = findUnfinished(draft)
    if (missing.length > 0) throw unfinished({ count: missing.length, missing })
    if (at) return schedule(tx, { pageId, content: draft, note: note.trim(), at })
    return show(tx, { pageId, content: draft, note: note.trim(), again: null })
  })
}

interface Show {
  readonly pageId: PageId
  readonly content: PageContent
  readonly note: string
  readonly again: number | null
}

async function show(tx: Tx, { pageId, content, note, again }: Show): Promise<number> {
  forgetShown(tx)
  await endShown(tx, pageId)
  const number = await insertVersion(tx, { pageId, content, status: 'shown', note, again, showsFrom: tx.now })
  await tell(tx, again ? 'page.rolled_back' : 'page.published', pageId, { number, note, again })
  return number
}

async function schedule(tx: Tx, { pageId, at, ...rest }: Omit<Show, 'again'> & { at: Temporal.Instant }) {
  const number = await insertVersion(tx, { pageId, ...rest, status: 'scheduled', again: null, showsFrom: at })
  await tell(tx, 'page.scheduled', pageId, { number, at: at.toString() })
  return number
}

interface OfVersion {
  readonly pageId: PageId
  readonly number: number
}

/** Takes a scheduled version back before its time. @throws pageNotFound, versionNotFound, versionCannot */
export function cancelScheduled(ctx: Context, { pageId, number }: OfVersion): Promise<void> {
  return transaction(ctx, async (tx) => {
    await lockPage(tx, pageId)
    const { status } = await loadVersion(tx, pageId, number)
    if (!(await endSchedule(tx, { pageId, number, status: 'cancelled' }))) throw versionCannot({ number, status })
    await tell(tx, 'page.schedule_cancelled', pageId, { number })
  })
}

/**
 * Shows an earlier version again, as a new one: what visitors saw meanwhile stays in the history. The draft stays as it is.
 * @throws pageNotFound, versionNotFound, versionCannot for what was never shown or is shown now
 */
export function rollBack(ctx: Context, { pageId, number }: OfVersion): Promise<number> {
  return transaction(ctx, async (tx) => {
    await lockPage(tx, pageId)
    const { content, status } = await loadVersion(tx, pageId, number)
    if (status !== 'past') throw versionCannot({ number, status })
    return show(tx, { pageId, content, note: '', again: number })
  })
}

/**
 * Takes a campaign's page off: its address says from now on that the campaign is over. Publishing or rolling back shows it again.
 * @throws pageNotFound, homeStays, notShown
 */
export function withdrawPage(ctx: Context, pageId: PageId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { name } = await lockPage(tx, pageId)
    if (name === homeName) throw homeStays({})
    forgetShown(tx)
    if (!(await endShown(tx, pageId))) throw notShown({})
    await tell(tx, 'page.withdrawn', pageId, {})
  })
}

/** Job. Shows the scheduled versions whose time has come, in the order of their times. Safe to run again and by two at once. */
export async function publishDue(ctx: Context): Promise<void> {
  const due = await ctx.db
    .selectFrom('growth.page_versions')
    .select(['page_id', 'number'])
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'scheduled')
    .where('shows_from', '<=', ctx.now)
    .orderBy('shows_from')
    .orderBy('number')
    .execute()
  await eachOf(due, ({ page_id, number }) => showDue(ctx, { pageId: page_id as PageId, number }))
}

function showDue(ctx: Context, { pageId, number }: OfVersion): Promise<void> {
  return transaction(ctx, async (tx) => {
    await lockPage(tx, pageId)
    if ((await loadVersion(tx, pageId, number)).status !== 'scheduled') return
    forgetShown(tx)
    await endShown(tx, pageId)
    await endSchedule(tx, { pageId, number, status: 'shown' })
    await tell(tx, 'page.published', pageId, { number })
  })
}

const tell = (tx: Tx, type: string, id: PageId, data: Readonly<Record<string, unknown>>): Promise<void> =>
  publish(tx, { type, aggregate: 'page', id, data })
