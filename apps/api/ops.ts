import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Admission, Routes, SharedAnswers } from '#platform/http'
import type { Figures, Metrics } from '#platform/metrics'
import { type Circuit, outsideWays } from '#platform/outbound'

export interface Measured {
  readonly db: Database
  readonly metrics: Metrics
  readonly admission: Admission
  readonly sharedAnswers?: SharedAnswers | undefined
  /** The clock of this machine. */
  readonly now?: () => Temporal.Instant
}

export interface Ops extends Measured {
  /** Processes that serve the same port: whoever is asked answers for all. */
  readonly beside?: { figures(): Promise<readonly Figures[]> } | undefined
  /** False from the moment a stop was asked for, so that no new work is sent here. */
  readonly accepting: () => boolean
}

/** From here on a clock is wrong: deadlines would come early or late, and processes disagree about them. */
const mostSkewSeconds = 2

/** For load balancers and monitors: alive, ready, and figures. */
export function opsRoutes(app: Routes, ops: Ops): void {
  const { db, metrics, accepting, beside, now = Temporal.Now.instant } = ops
  const config = { needs: 'open', hidden: true } as const
  app.get('/livez', { config }, async (_request, reply) => reply.type('text/plain').send('alive'))
  app.get('/readyz', { config }, async (_request, reply) => {
    const skew = accepting() ? await skewSeconds(db, now).catch(() => undefined) : undefined
    reply.code(skew === undefined ? 503 : 200).type('text/plain')
    if (skew === undefined) return reply.send('not ready')
    const isOff = Math.abs(skew) >= mostSkewSeconds
    return reply.send(isOff ? `ready, but this clock is ${skew.toFixed(1)} s ahead of the database's` : 'ready')
  })
  app.get('/metrics', { config }, async (_request, reply) => {
    const [own, others] = await Promise.all([measure(ops), beside?.figures() ?? []])
    return reply.type(metrics.contentType).send(await metrics.text([own, ...others]))
  })
}

/** What this process has measured, with what is looked up at this moment. */
export async function measure({
  db,
  metrics,
  admission,
  sharedAnswers,
  now = Temporal.Now.instant,
}: Measured): Promise<Figures> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int8 as count from (select 1 from platform.outbox limit 10000) as waiting`.execute(db)
  metrics.waitingEvents.set(rows[0]?.count ?? 0)
  metrics.clockSkew.set(await skewSeconds(db, now))
  measureWays(metrics)
  measureAdmission(metrics, admission)
  metrics.fromMemory.set(sharedAnswers?.given ?? 0)
  return metrics.figures()
}

/** How far this machine's clock is ahead of the database's, as near as the way there and back lets us tell. */
async function skewSeconds(db: Database, now: () => Temporal.Instant): Promise<number> {
  const asked = now()
  const { rows } = await sql<{ now: Temporal.Instant }>`select clock_timestamp() as now`.execute(db)
  const [theirs, answered] = [rows[0]!.now.epochMilliseconds, now().epochMilliseconds]
  if (theirs >= asked.epochMilliseconds && theirs <= answered) return 0
  return (asked.epochMilliseconds + answered) / 2_000 - theirs / 1_000
}

const openness: Readonly<Record<Circuit['state'], number>> = { closed: 0, half_open: 0.5, open: 1 }

function measureWays({ ways }: Metrics): void {
  for (const { provider, address, circuit } of outsideWays()) {
    const labels = { provider, address }
    ways.open.set(labels, openness[circuit.state])
    ways.underWay.set(labels, circuit.underWay)
    ways.refused.set(labels, circuit.refused)
  }
}

function measureAdmission({ admission }: Metrics, { figures }: Admission): void {
  const { underWay, waiting, refused, capacity, loopDelayMillis } = figures()
  for (const [lane, count] of Object.entries(underWay)) admission.underWay.set({ lane }, count)
  for (const [lane, count] of Object.entries(refused)) admission.refused.set({ lane }, count)
  admission.waiting.set(waiting)
  admission.capacity.set(capacity)
  admission.loopDelay.set(loopDelayMillis / 1_000)
}
