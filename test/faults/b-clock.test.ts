import { sql } from 'kysely'
import { test } from 'vitest'
import { newId } from '#kernel/id'
import { prepareJobs } from '#platform/jobs'
import { aRaceShop, courseOf, firstOf } from './support/courses.ts'
import { move, type Outcome } from './support/race.ts'
import { aRaceTrack, type Race } from './support/track.ts'

const track = await aRaceTrack()
await prepareJobs(track.url)

const ticksIn = (outcomes: readonly Outcome[]) => outcomes.flatMap((each) => (each.ok ? (each.value as string[]) : []))

/** Two schedulers catch up with the same hundred minutes. */
const twoSchedulers: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const name = `race.tick-${newId()}`
    await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
      values (${name}, now() - interval '1 day', now() - interval '101 minutes')`.execute(db)
    return {
      calls: [1, 2].map(() => move('catchUp', shop.ctx, { name, minutes: 100, url: track.url })),
      winners: 2,
      harm: async ({ outcomes }) => {
        const ticks = ticksIn(outcomes)
        const different = new Set(ticks).size
        return firstOf(
          different < 100 && `${different} of 100 ticks ran`,
          ticks.length > different && `${ticks.length - different} ticks ran twice`,
        )
      },
    }
  })
}

test('B33 two schedulers that catch up with a hundred ticks run each once', () => track.holds(twoSchedulers, 2))
