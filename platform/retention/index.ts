import { sql } from 'kysely'
import type { Context } from '#platform/context'
import type { ClockJob } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { retentionSettings } from './settings.ts'
import { sweepFiles } from './sweep-files.ts'

export { type FileOwner, registerFileOwners, type Swept, sweepFiles, sweptFiles } from './sweep-files.ts'

const batch = 1_000

/**
 * Job. Throws away what has served its time: messages, notices that were worked on, the bytes of import files; and blots codes out of
 * messages a day old. Orders, payments, the books, stock movements and the event log are never touched.
 */
export async function purgeServed(ctx: Context): Promise<void> {
  const days = await readSettings(ctx, retentionSettings)
  const daysAgo = (count: number) => ctx.now.subtract({ hours: 24 * count })
  await blotCodes(ctx, daysAgo(1))
  await repeat(() => purgeMessages(ctx, daysAgo(days.messageDays)))
  await repeat(() => purgeNotices(ctx, daysAgo(days.noticeDays)))
  await repeat(() => dropImportFiles(ctx, daysAgo(days.importFileDays)))
}

/** In small steps, so that no lock is held long, until nothing is left to do. */
async function repeat(step: () => Promise<number>): Promise<void> {
  while ((await step()) === batch);
}

async function blotCodes({ db, shopId }: Context, before: Temporal.Instant): Promise<void> {
  await sql`update platform.messages set body = regexp_replace(body, '[0-9]{4,}', '••••••', 'g'), template_values = '{}'
    where shop_id = ${shopId} and purpose = 'security' and created_at < ${before} and body ~ '[0-9]{4,}'`.execute(db)
}

async function purgeMessages({ db, shopId }: Context, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from platform.messages where id in (
    select id from platform.messages where shop_id = ${shopId} and created_at < ${before} limit ${batch}) returning 1`.execute(
    db,
  )
  return rows.length
}

async function purgeNotices({ db, shopId }: Context, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from platform.inbox where id in (
    select id from platform.inbox where shop_id = ${shopId} and processed_at < ${before} limit ${batch}) returning 1`.execute(
    db,
  )
  return rows.length
}

/**
 * The row stays with name, size and hash: it says what was imported. What stood in cells that did not land goes with the bytes; a file that
 * was imported again since waits for that.
 */
async function dropImportFiles({ db, shopId, outside, now }: Context, before: Temporal.Instant): Promise<number> {
  const files = await db
    .selectFrom('platform.files as file')
    .innerJoin('platform.imports as import', 'import.file_id', 'file.id')
    .select(['file.id', 'file.key'])
    .where('file.shop_id', '=', shopId)
    .where('file.discarded_at', 'is', null)
    .groupBy(['file.id', 'file.key'])
    .having(sql<boolean>`bool_and(coalesce(import.finished_at < ${before}, false))`)
    .limit(batch)
    .execute()
  for (const { id, key } of files) {
    await outside.files.remove(key)
    await sql`update platform.import_failures set value = null where value is not null
      and import_id in (select id from platform.imports where shop_id = ${shopId} and file_id = ${id})`.execute(db)
    await db
      .updateTable('platform.files')
      .set({ discarded_at: now })
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .execute()
  }
  return files.length
}

export const retentionClockJobs: ClockJob[] = [
  { name: 'platform.purgeServed', everyMinutes: 1440, run: purgeServed },
  { name: 'platform.sweepFiles', everyMinutes: 1440, mostMinutes: 60, run: sweepFiles },
]
