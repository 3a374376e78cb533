import { sql } from 'kysely'
import { dayIn } from '#kernel/day'
import { notify } from '#office/notices'
import { loadShop } from '#office/shops'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import type { Width } from './model.ts'
import { behaviourSettings } from './settings.ts'

/** What three of four visits to a kind of page were faster than, in milliseconds. */
export interface PageSpeed {
  readonly page: string
  readonly width: Width
  readonly visits: number
  readonly firstByte: number
  readonly largestPaint: number | null
  readonly loaded: number | null
  /** Cumulative layout shift. */
  readonly shift: number
  /** The main content came later than the shop's limit. */
  readonly isSlow: boolean
}

/** A page by its address, as `PageSpeed`. */
export interface SlowPath {
  readonly path: string
  readonly page: string
  readonly visits: number
  readonly largestPaint: number
}

export interface ReadPageSpeed {
  readonly limit: number
  readonly pages: readonly PageSpeed[]
  /** Addresses over the limit, the slowest first; at most 50. */
  readonly slowPaths: readonly SlowPath[]
  /** By hour of the last two days, all pages together: how the main content came. */
  readonly hours: readonly { readonly at: Temporal.Instant; readonly visits: number; readonly largestPaint: number }[]
}

const atQuarter = (column: string) => sql.raw(`percentile_disc(0.75) within group (order by ${column})`)

/** How fast pages were for real visits since a moment, per kind of page and width of window. */
export async function readPageSpeed(reader: Reader, since: Temporal.Instant): Promise<ReadPageSpeed> {
  const { slowPaint: limit } = await readSettings(reader, behaviourSettings)
  return {
    limit,
    pages: await speedOf(reader, since, limit),
    slowPaths: await slowPaths(reader, since, limit),
    hours: await byHour(reader),
  }
}

async function speedOf({ db, shopId }: Reader, since: Temporal.Instant, limit: number): Promise<PageSpeed[]> {
  const { rows } = await sql<Omit<PageSpeed, 'isSlow' | 'shift'> & { shift: number }>`
    select page, width, count(*)::int as visits, ${atQuarter('first_byte_ms')} as "firstByte", ${atQuarter('largest_paint_ms')} as "largestPaint",
      ${atQuarter('loaded_ms')} as loaded, ${atQuarter('shift_thousandths')} as shift
    from insight.page_loads where shop_id = ${shopId} and at >= ${since} group by page, width order by visits desc, page, width`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, shift: row.shift / 1_000, isSlow: (row.largestPaint ?? 0) > limit }))
}

async function slowPaths({ db, shopId }: Reader, since: Temporal.Instant, limit: number): Promise<SlowPath[]> {
  const { rows } = await sql<SlowPath>`
    select path, page, count(*)::int as visits, ${atQuarter('largest_paint_ms')} as "largestPaint"
    from insight.page_loads where shop_id = ${shopId} and at >= ${since} and path <> '' and largest_paint_ms is not null
    group by path, page having ${atQuarter('largest_paint_ms')} > ${limit} order by "largestPaint" desc, path limit 50`.execute(
    db,
  )
  return rows
}

async function byHour({ db, shopId, now }: Reader): Promise<ReadPageSpeed['hours']> {
  const { rows } = await sql<{ at: Temporal.Instant; visits: number; largestPaint: number }>`
    select date_trunc('hour', at) as at, count(*)::int as visits, ${atQuarter('largest_paint_ms')} as "largestPaint"
    from insight.page_loads where shop_id = ${shopId} and at >= ${now.subtract({ hours: 48 })} and largest_paint_ms is not null group by 1 order by 1`.execute(
    db,
  )
  return rows
}

/** Job. Tells operations once a day of each kind of page that enough visits found slow in the last 24 hours. Safe to repeat. */
export async function watchPages(ctx: Context): Promise<void> {
  const { slowPaint, slowVisits } = await readSettings(ctx, behaviourSettings)
  const pages = await speedOf(ctx, ctx.now.subtract({ hours: 24 }), slowPaint)
  const slow = pages.filter(({ isSlow, visits }) => isSlow && visits >= slowVisits)
  if (slow.length === 0) return
  const today = dayIn(ctx.now, (await loadShop(ctx)).timeZone).toString()
  await transaction(ctx, async (tx) => {
    for (const { page, width, largestPaint } of slow)
      await notify(tx, {
        permission: 'settings.read',
        kind: 'pages.slow',
        subject: 'pages',
        data: { page, width, seconds: inSeconds(largestPaint!), limit: inSeconds(slowPaint) },
        dedupeKey: `pages.slow:${today}:${page}:${width}`,
      })
  })
}

const inSeconds = (millis: number): string => (millis / 1_000).toFixed(1)
