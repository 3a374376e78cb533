import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, inject, vi } from 'vitest'
import { examine } from '#insight/doctor'
import type { ShopId } from '#platform/context'
import { type Database, openDatabase } from '#platform/database'
import { administer, cloneDatabase, databaseUrl } from '#test/cluster'
import { testDatabase } from '#test/database'
import type { FakeGateway } from '#test/fake-gateway'
import type { GuardName } from '../guards.ts'
import { type Call, type Outcome, type Raced, type Racers, startRacers } from './race.ts'
import { sound } from './sound.ts'

/** One start: who races, and what may come of it. */
export interface Round {
  readonly calls: readonly Call[]
  /** How many succeed: one unless told. */
  readonly winners?: number | readonly [least: number, most: number]
  /** How successes are counted where several callers may get the same answer. */
  readonly count?: (outcomes: readonly Outcome[]) => number
  /** What the losers are told, where it matters. */
  readonly refused?: readonly string[]
  /** What is wrong afterwards that no number of winners shows; undefined when nothing is. */
  readonly harm?: (raced: Raced) => Promise<string | undefined>
}

/** A shop made for one race, and how each round is set up in it. */
export interface Course {
  readonly shopId: ShopId
  readonly gateway?: FakeGateway
  round(): Promise<Round>
}

export type Race = (db: Database) => Promise<Course>

/** How often every race is run as fast as it goes; half as often again with a pause before each write, between check and act. */
const rounds = Number(process.env.RACE_ROUNDS ?? 50)
const gapMillis = 5

export interface Track {
  readonly db: Database
  readonly url: string
  /** Runs a race and expects that it ends well every time, and that the house is sound afterwards. */
  holds(race: Race, times?: number): Promise<void>
  /**
   * Runs a race without a guard, in a database of its own, where the constraints named are dropped so that the guard stands alone: its
   * harm must show within a few rounds.
   */
  breaks(race: Race, guards: GuardName | readonly GuardName[], drop?: readonly string[]): Promise<void>
  /** The same for a guard that has another behind it: without the one the other alone still keeps the harm away. */
  survives(race: Race, guards: GuardName | readonly GuardName[], drop?: readonly string[]): Promise<void>
}

/** A race of many rounds on a busy machine. */
const longestMillis = 600_000

/** Two processes, unless told, and a database for the races of one file: `const track = await aRaceTrack()` at its top. */
export async function aRaceTrack({ processes }: { readonly processes?: number } = {}): Promise<Track> {
  vi.setConfig({ testTimeout: longestMillis })
  const { db, url } = await testDatabase()
  let racers: Promise<Racers> | undefined
  afterAll(async () => (await racers)?.stop())
  return {
    db,
    url,
    async holds(race, times = rounds) {
      racers ??= startRacers(url, { processes })
      const course = await race(db)
      for (let turn = 1; turn <= times * 1.5; turn++) {
        const pause: number = turn <= times ? 0 : gapMillis
        const { wrong } = await run(await racers, course, pause)
        if (wrong) expect.fail(`round ${turn}, pause ${pause} ms: ${wrong}`)
      }
      await sound(db)
    },
    breaks: async (race, guards, drop) => {
      const { harm, bugs } = await firstHarm(race, [guards].flat(), drop)
      if (!harm) expect.fail(`without its guard the race still ends well ${bugs.join('\n')}`)
    },
    survives: async (race, guards, drop) => {
      const { harm } = await firstHarm(race, [guards].flat(), drop)
      if (harm) expect.fail(harm)
    },
  }
}

/** Without a guard one of these rounds must go wrong, mostly the first: too many succeed, or what the doctor looks at is broken. */
const mostRoundsToHarm = 40

async function firstHarm(race: Race, guards: readonly string[], drop: readonly string[] = []): Promise<Ran> {
  return inOwnDatabase(drop, async (db, url) => {
    const racers = await startRacers(url, { guardsOff: guards })
    try {
      return await untilHarm(db, racers, await race(db))
    } finally {
      await racers.stop()
    }
  })
}

async function untilHarm(db: Database, racers: Racers, course: Course): Promise<Ran> {
  const bugs: string[] = []
  for (let turn = 1; turn <= mostRoundsToHarm; turn++) {
    const ran = await run(racers, course, gapMillis)
    bugs.push(...ran.bugs)
    if (ran.harm) return ran
  }
  return { bugs, harm: await brokenIn(db, course.shopId) }
}

const brokenIn = async (db: Database, shopId: ShopId): Promise<string | undefined> =>
  (await examine(db, { shopId })).find(({ broken }) => broken > 0)?.says.en

interface Ran {
  /** Anything that must not be: harm, too few winners, a bug, a refusal of another kind. */
  readonly wrong?: string
  /** Too much has happened. */
  readonly harm?: string
  readonly bugs: readonly string[]
}

async function run(racers: Racers, course: Course, pause: number): Promise<Ran> {
  if (course.gateway) racers.serve(course.shopId, course.gateway)
  const { calls, winners = 1, count = countYes, refused, harm } = await course.round()
  const raced = await racers.race(calls, { gapMillis: pause })
  const { outcomes } = raced
  const [least, most] = typeof winners === 'number' ? [winners, winners] : winners
  const bugs = outcomes.flatMap((each) => ('bug' in each ? [each.bug] : []))
  const won = count(outcomes)
  const harmed = won > most ? `${won} succeeded where ${most} may` : await harm?.(raced)
  const other = outcomes.flatMap((each) =>
    'refused' in each && refused && !refused.includes(each.refused) ? [each.refused] : [],
  )
  const tooFew = won < least ? `${won} succeeded where ${least} must: ${summary(outcomes)}` : undefined
  return { bugs, harm: harmed, wrong: harmed ?? bugs[0] ?? tooFew ?? (other[0] && `refused with ${other[0]}`) }
}

const countYes = (outcomes: readonly Outcome[]): number => outcomes.filter(({ ok }) => ok).length

const summary = (outcomes: readonly Outcome[]): string =>
  outcomes.map((each) => ('refused' in each ? each.refused : each.ok ? 'yes' : 'bug')).join(', ')

/** A fresh database for a race without its guard, dropped afterwards: what happens there is wrong on purpose. */
async function inOwnDatabase<Result>(
  drop: readonly string[],
  use: (db: Database, url: string) => Promise<Result>,
): Promise<Result> {
  const { serverUrl, template } = inject('cluster')
  const name = `zhanggui_loose_${randomBytes(6).toString('hex')}`
  await cloneDatabase(serverUrl, name, template)
  const url = databaseUrl(serverUrl, name)
  const db = openDatabase({ url, poolWaitMillis: 20_000, statementTimeoutMillis: 20_000 })
  try {
    for (const constraint of drop) await dropConstraint(db, constraint)
    return await use(db, url)
  } finally {
    await db.destroy()
    await administer(serverUrl, `drop database ${name} with (force)`)
  }
}

/** `supply.stock_levels.stock_levels_check`: a constraint or, failing that, a unique index. */
async function dropConstraint(db: Database, path: string): Promise<void> {
  const [schema = '', table = '', name = ''] = path.split('.')
  const { rows } =
    await sql`select from pg_constraint where conname = ${name} and conrelid = ${`${schema}.${table}`}::regclass`.execute(
      db,
    )
  await (rows.length > 0
    ? sql`alter table ${sql.table(`${schema}.${table}`)} drop constraint ${sql.ref(name)}`
    : sql`drop index ${sql.table(`${schema}.${name}`)}`
  ).execute(db)
}
