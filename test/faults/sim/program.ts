import { Chance } from './chance.ts'
import { moves } from './moves/index.ts'

/** One thing that happens, with words of its own for chance: it stays the same when others are left out. */
export interface Step {
  readonly index: number
  readonly move: string
  readonly words: string
}

/** The names of moves, each as often as it shall come. */
export const weighted = Object.entries(moves).flatMap(([name, [weight]]) => Array.from({ length: weight }, () => name))

/** The program of a seed: 60 to 120 moves. */
export function programOf(seed: number): Step[] {
  const chance = new Chance(`program ${seed}`)
  const length = chance.between(60, 120)
  return Array.from({ length }, (_, index) => ({
    index,
    move: chance.pick(weighted)!,
    words: `${seed}:${index}`,
  }))
}
