import { listeners } from '#apps/house'
import { type ShopId, systemActor } from '#platform/context'
import { findEvent, handOn } from '#platform/events'
import type { Chance } from './chance.ts'
import type { House } from './house.ts'
import { rows } from './rows.ts'

interface Job {
  readonly id: string
  readonly task: string
  readonly queue: string
  readonly payload: { readonly shopId: ShopId; readonly eventId: string }
}

/** Turns what happened into jobs, as the relay does. */
export const relay = (house: House): Promise<number> => handOn(house.db, listeners)

export const waitingJobs = (house: House): Promise<Job[]> => rows<Job>(house.db)`
  select j.id::text as id, t.identifier as task, coalesce(q.queue_name, j.id::text) as queue, j.payload
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  order by j.attempts, j.id`

/**
 * Does one of the jobs that wait, any of those that are first in their queue; true when there was one. What fails is tried again later, behind the
 * others; what is done may be done once more, because a worker died before it could say so.
 */
export async function workOnce(house: House, chance: Chance): Promise<boolean> {
  const waiting = await waitingJobs(house)
  const first = [...Map.groupBy(waiting, ({ queue }) => queue).values()].map(([job]) => job!)
  const job = chance.pick(first)
  if (!job) return false
  const outcome = await house.endangered(() => run(house, job))
  house.say(`  job ${job.task}: ${'answer' in outcome ? 'done' : JSON.stringify(outcome)}`)
  if ('answer' in outcome && (house.quiet || !chance.happens(0.06))) await settle(house, job)
  else await rows(house.db)`update graphile_worker._private_jobs set attempts = attempts + 1 where id = ${job.id}`
  return true
}

async function run(house: House, { task, payload }: Job): Promise<void> {
  const listener = listeners.find(({ name }) => name === task)!
  const ctx = house.ctx(systemActor(task), { origin: task, shopId: payload.shopId })
  const event = await findEvent(ctx, payload.eventId)
  if (event) await listener.run(ctx, event)
}

const settle = (house: House, { id }: Job) => rows(house.db)`delete from graphile_worker._private_jobs where id = ${id}`
