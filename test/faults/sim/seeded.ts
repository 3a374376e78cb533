import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { Chance } from './chance.ts'

/** Absent while nothing is simulated: then chance and clocks are the real ones. */
let chance: Chance | undefined
/** Later than any real id, because ids of a process rise. */
let millis = Date.UTC(2100, 0, 1)
let running = 0

/**
 * Until `letChanceBe`, what this process takes for chance comes from the seed: ids, numbers, secrets. For a process that does nothing but simulate, and to
 * be imported before anything else, because rooms keep what they imported. `Date.now` only counts, so that ids rise by one way at every call, whatever ran
 * before; for whoever measures how old something in memory is, seconds pass between any two looks, and long ones between two seeds.
 */
export function seedChance(words: string): void {
  chance = new Chance(words)
  running += 1_000_000
}

export function letChanceBe(): void {
  chance = undefined
}

const { randomBytes, randomInt } = crypto
const [random, now, runningNow] = [Math.random, Date.now, performance.now.bind(performance)]

Object.assign(crypto, {
  randomBytes: (size: number) => chance?.bytes(size) ?? randomBytes(size),
  randomInt: (low: number, high?: number) => {
    const [from, until] = high === undefined ? [0, low] : [low, high]
    return chance?.between(from, until - 1) ?? randomInt(from, until)
  },
})
syncBuiltinESMExports()
Math.random = () => chance?.next() ?? random()
Date.now = () => {
  if (chance) millis += 1
  return chance ? millis : now()
}
performance.now = () => {
  if (chance) running += 3_001
  return chance ? running : runningNow()
}
