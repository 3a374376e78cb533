import { createHash } from 'node:crypto'
import { checkIds, examine } from '#insight/doctor'
import { administer, cloneDatabase, databaseUrl } from '#test/cluster'
import { Chance } from './chance.ts'
import { Broken, House } from './house.ts'
import { Model } from './model.ts'
import { moves } from './moves/index.ts'
import type { Scene } from './moves/move.ts'
import { type Step, weighted } from './program.ts'
import { letChanceBe, seedChance } from './seeded.ts'
import { settleDown } from './settle.ts'

export interface Place {
  readonly serverUrl: string
  /** The database in which the shop was built. */
  readonly market: string
}

export interface Played {
  readonly seed: number
  readonly steps: readonly Step[]
  /** Of everything that happened: the same seed gives the same, always. */
  readonly hash: string
  readonly trace: readonly string[]
  readonly failure?: { readonly message: string; readonly after: number }
}

let played = 0

/** Plays a program from its seed in a database of its own. Never throws what the program finds. */
export async function play({ serverUrl, market }: Place, seed: number, steps: readonly Step[]): Promise<Played> {
  const name = `sim_${process.pid}_${++played}`
  await cloneDatabase(serverUrl, name, market)
  seedChance(`seed ${seed}`)
  const house = await House.open(databaseUrl(serverUrl, name), new Chance(`seed ${seed}`))
  try {
    const failure = await run(house, steps)
    return { seed, steps, hash: hashOf(house.trace), trace: house.trace, failure }
  } finally {
    letChanceBe()
    await house.close()
    await administer(serverUrl, `drop database ${name} with (force)`)
  }
}

async function run(house: House, steps: readonly Step[]): Promise<Played['failure']> {
  const model = await Model.of(house)
  let after = -1
  try {
    for (const step of steps) {
      after = step.index
      await take(house, model, step)
    }
    await settleDown(house)
    await model.compare(house)
    await mustHold(house, checkIds)
    return undefined
  } catch (error) {
    const message = error instanceof Broken ? error.message : ((error as Error).stack ?? String(error))
    return { message, after }
  }
}

/** Those that look at how long something has waited, or what an order has heard of its boxes, hold only once the jobs have run. */
const always = checkIds.filter((id) => !['I05', 'I42', 'I54', 'I56', 'I62', 'I66'].includes(id))

async function take(house: House, model: Model, { index, move, words }: Step): Promise<void> {
  const chance = new Chance(words)
  house.chance = chance
  house.world.chance = chance
  house.world.meanwhile = async () => {
    if (house.quiet || house.isWithin || !chance.happens(0.15)) return
    const name = chance.pick(Object.keys(moves))!
    house.say(`  meanwhile ${name}`)
    await moves[name]![1]({ house, model, chance })
  }
  house.now = house.now.add({ seconds: chance.between(1, 40) })
  await someMove({ house, model, chance }, `${index}`, move)
  if (chance.happens(0.6)) for (const each of ['relay', 'work']) await moves[each]![1]({ house, model, chance })
  await mustHold(
    house,
    Array.from({ length: 3 }, () => chance.pick(always)!),
  )
  if (index % 10 === 9) await model.compare(house)
}

/** The move, or when it applies to nobody another one, until something happens. */
async function someMove(scene: Scene, label: string, first: string): Promise<void> {
  const { house, chance } = scene
  for (let [name, tries] = [first, 10]; tries > 0; [name, tries] = [chance.pick(weighted)!, tries - 1]) {
    const before = house.trace.length
    house.say(`${label} ${name}`)
    await moves[name]![1](scene)
    if (house.trace.length > before + 1) return
    house.trace.pop()
  }
}

async function mustHold(house: House, only: readonly string[]): Promise<void> {
  const found = (await examine(house.db, { only, at: house.now })).filter(({ broken }) => broken > 0)
  if (found.length > 0)
    throw new Broken(found.map(({ id, violations }) => `${id}: ${JSON.stringify(violations[0])}`).join('; '))
}

const hashOf = (trace: readonly string[]): string =>
  createHash('sha256').update(trace.join('\n')).digest('hex').slice(0, 16)
