import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { AccountId, Reader } from '#platform/context'
import { together } from '#platform/database'
import { type BehaviourKind, type VisitorId, type Width, widthOf } from './model.ts'

type ProductId = Id<'Product'>

/** One thing a visitor did. Told again, with the same id, it changes nothing. */
export interface Seen {
  readonly id: string
  readonly kind: BehaviourKind
  /** How long before it was told, in milliseconds: the clock is ours. */
  readonly ago: number
  readonly productId?: ProductId
  /** The list in which it was clicked: `also_bought`, `search`. */
  readonly source?: string
  /** Where in the list: 1 is the first. */
  readonly position?: number
  readonly query?: string
  /** How much a search found. */
  readonly results?: number
}

/** How long a page took for its visitor, in milliseconds from the click; what the browser cannot measure is absent. */
export interface Load {
  readonly id: string
  readonly pixels: number
  readonly firstByte: number
  readonly largestPaint?: number
  readonly loaded?: number
  /** Cumulative layout shift. */
  readonly shift: number
}

/** Who is on a page, and what of that may be kept: nothing that tells who it is without consent. */
export interface Visit {
  /** `product`: which kind of page. */
  readonly page: string
  /** The page's address, where everybody may see it. */
  readonly path?: string
  /** The host that led here. */
  readonly referrer?: string
  readonly visitorId?: VisitorId
  readonly sessionId?: string
  readonly customerId?: AccountId
  readonly events: readonly Seen[]
  readonly load?: Load
}

/**
 * Keeps what a visitor did and how long the page took. Messages of the same moment are written in one statement. What names a product that the shop does not have is left out; an
 * account stands beside a step only when it has agreed, whatever the browser says.
 */
export const keepVisit: (reader: Reader, visit: Visit) => Promise<void> = together<Visit, void>(
  async (reader, visits) => {
    const events = visits.flatMap(eventRows)
    const loads = visits.flatMap(loadRows)
    if (events.length > 0) await insertEvents(reader, events)
    if (loads.length > 0) await insertLoads(reader, loads)
    return visits.map(() => undefined)
  },
)

const longNumber = /\d{7,}/g

/** Digits enough for a telephone or an order number are taken out of what was searched. */
const withoutNumbers = (query: string): string => query.replace(longNumber, '•')

function eventRows({ events, visitorId, sessionId, customerId, page, referrer = '' }: Visit) {
  const known = visitorId
    ? { visitor_id: visitorId, session_id: sessionId ?? null, customer_id: customerId ?? null }
    : {}
  return events.map(({ id, kind, ago, productId, source = '', position, query, results }) => ({
    ...{ id, kind, ago, page, source, referrer, ...known },
    product_id: productId ?? null,
    position: position ?? null,
    query: query === undefined ? null : withoutNumbers(query),
    results: results ?? null,
  }))
}

function loadRows({ load, page, path = '' }: Visit) {
  if (!load) return []
  const { id, pixels, firstByte, largestPaint = null, loaded = null, shift } = load
  const width: Width = widthOf(pixels)
  return [
    {
      id,
      page,
      path,
      width,
      first_byte_ms: firstByte,
      largest_paint_ms: largestPaint,
      loaded_ms: loaded,
      shift_thousandths: Math.round(shift * 1_000),
    },
  ]
}

async function insertEvents({ db, shopId, now }: Reader, rows: readonly object[]): Promise<void> {
  await sql`
    insert into insight.behaviour_events (shop_id, id, kind, at, visitor_id, session_id, customer_id, page, product_id, source, position, query, results, referrer)
    select ${shopId}::uuid, e.id, e.kind, ${now}::timestamptz - make_interval(secs => e.ago / 1000.0), e.visitor_id, e.session_id, c.customer_id, e.page, e.product_id, e.source,
      e.position, e.query, e.results, e.referrer
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id uuid, kind text, ago float8, visitor_id uuid, session_id uuid, customer_id uuid, page text, product_id uuid,
      source text, position int, query text, results int, referrer text)
    left join goods.products p on p.shop_id = ${shopId} and p.id = e.product_id
    left join insight.behaviour_choices c on c.customer_id = e.customer_id and c.agrees
    where e.product_id is null or p.id is not null
    on conflict do nothing`.execute(db)
}

async function insertLoads({ db, shopId, now }: Reader, rows: readonly object[]): Promise<void> {
  await sql`
    insert into insight.page_loads (shop_id, id, at, page, width, path, first_byte_ms, largest_paint_ms, loaded_ms, shift_thousandths)
    select ${shopId}::uuid, l.id, ${now}::timestamptz, l.page, l.width, l.path, l.first_byte_ms, l.largest_paint_ms, l.loaded_ms, l.shift_thousandths
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(id uuid, page text, width text, path text, first_byte_ms int, largest_paint_ms int, loaded_ms int, shift_thousandths int)
    on conflict do nothing`.execute(db)
}
