import type { Sequences } from './neighbours.ts'

/** One thing that somebody did with an item. */
export interface Step<Item> {
  readonly person: string
  readonly item: Item
  readonly weight: number
}

/** Nobody speaks louder than this: of a longer past its end counts. */
const longest = 200

/**
 * Numbers the items and puts each person's steps one after the other, in the order given. The same item twice in a row is one step, as loud as the louder
 * of the two.
 */
export function sequencesOf<Item>(steps: Iterable<Step<Item>>): { sequences: Sequences; items: Item[] } {
  const numbers = new Map<Item, number>()
  const people = new Map<string, { item: number; weight: number }[]>()
  for (const { person, item, weight } of steps) {
    const number = numbers.get(item) ?? numbers.size
    numbers.set(item, number)
    const past = people.get(person) ?? []
    people.set(person, past)
    const last = past.at(-1)
    if (last?.item === number) last.weight = Math.max(last.weight, weight)
    else past.push({ item: number, weight })
  }
  const pasts = [...people.values()].map((past) => past.slice(-longest))
  return { sequences: inOne(numbers.size, pasts), items: [...numbers.keys()] }
}

function inOne(items: number, pasts: readonly (readonly { item: number; weight: number }[])[]): Sequences {
  const all = pasts.flat()
  const starts = new Int32Array(pasts.length + 1)
  for (const [index, past] of pasts.entries()) starts[index + 1] = starts[index]! + past.length
  return {
    items,
    starts,
    item: Int32Array.from(all, ({ item }) => item),
    weight: Float32Array.from(all, ({ weight }) => weight),
  }
}
