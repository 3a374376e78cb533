import { setImmediate as pause } from 'node:timers/promises'

/** What people looked at and bought, one person after the other, the oldest first. Items are numbered from 0. */
export interface Sequences {
  readonly items: number
  /** Where each person's steps begin in `item`, and at the end where the last one's stop. */
  readonly starts: Int32Array
  readonly item: Int32Array
  /** How much each step says: 1 for a purchase, less for a look. */
  readonly weight: Float32Array
}

export interface Neighbour {
  readonly item: number
  readonly score: number
  /** How many people had both. */
  readonly people: number
}

/** What counts how much when two items are compared. Shares and powers only: nothing here knows how large a shop is. */
export interface Shape {
  /** A step further apart a pair counts so much of what it did, down to `farShare`. */
  readonly nearShare: number
  readonly farShare: number
  /** That the other came before counts so much of its coming afterwards. */
  readonly beforeShare: number
  /** Powers by which a person's many steps, and an item's and its neighbour's own frequency, take from a pair's worth. */
  readonly lengthPower: number
  readonly ownPower: number
  readonly otherPower: number
  /** Neighbours kept of each item. */
  readonly most: number
}

export const usualShape: Shape = {
  nearShare: 0.8,
  farShare: 0.2,
  beforeShare: 0.3,
  lengthPower: 0.2,
  ownPower: 0.4,
  otherPower: 0.2,
  most: 60,
}

/** Pairs further apart than this are all alike. */
const farthest = 100

/** So many items are worked on before others get their turn: the web's answers wait for this in the same process. */
const atOnce = 100

/**
 * For each item those that the same people had, the most telling first: counted pairs, nearer and later ones more, divided by powers of how often
 * both are had at all. Equal ones stand in the order of their numbers.
 */
export async function neighboursOf(sequences: Sequences, shape: Shape = usualShape): Promise<Neighbour[][]> {
  const found: Neighbour[][] = []
  const around = surroundings(sequences, shape)
  for (let item = 0; item < sequences.items; item++) {
    if (item % atOnce === 0) await pause()
    found.push(around(item))
  }
  return found
}

/** Answers the neighbours of one item at a time, from room that all of them share. */
function surroundings(sequences: Sequences, shape: Shape): (item: number) => Neighbour[] {
  const { items, starts, item, weight } = sequences
  const places = placesOf(sequences)
  const near = Array.from(
    { length: farthest },
    (_, step) => shape.farShare + (1 - shape.farShare) * shape.nearShare ** step,
  )
  const [scores, people, lastSeen] = [new Float64Array(items), new Int32Array(items), new Int32Array(items).fill(-1)]
  const worthOf = (other: number, own: number) =>
    scores[other]! / (places.frequency(own) ** shape.ownPower * places.frequency(other) ** shape.otherPower)
  return (own) => {
    const touched: number[] = []
    for (const place of places.of(own)) {
      const person = places.person[place]!
      const [from, to] = [starts[person]!, starts[person + 1]!]
      const ofPlace = weight[place]! / (to - from) ** shape.lengthPower
      for (let there = from; there < to; there++) {
        const other = item[there]!
        if (other === own) continue
        if (people[other] === 0) touched.push(other)
        if (lastSeen[other] !== person) people[other]! += 1
        lastSeen[other] = person
        const step = Math.min(farthest, Math.abs(there - place)) - 1
        scores[other]! += ofPlace * weight[there]! * near[step]! * (there > place ? 1 : shape.beforeShare)
      }
    }
    const found = touched.map((other) => ({ item: other, score: worthOf(other, own), people: people[other]! }))
    for (const other of touched) {
      scores[other] = 0
      people[other] = 0
      lastSeen[other] = -1
    }
    return found.sort((a, b) => b.score - a.score || a.item - b.item).slice(0, shape.most)
  }
}

/** Where each item stands in the sequences, and whose step each place is. */
function placesOf({ items, starts, item, weight }: Sequences) {
  const first = new Int32Array(items + 1)
  const weighed = new Float64Array(items)
  for (const [place, each] of item.entries()) {
    first[each + 1]! += 1
    weighed[each]! += weight[place]!
  }
  for (let each = 0; each < items; each++) first[each + 1]! += first[each]!
  const next = first.slice(0, items)
  const [sorted, person] = [new Int32Array(item.length), new Int32Array(item.length)]
  for (let who = 0; who + 1 < starts.length; who++)
    for (let place = starts[who]!; place < starts[who + 1]!; place++) {
      sorted[next[item[place]!]!++] = place
      person[place] = who
    }
  return {
    person,
    of: (each: number) => sorted.subarray(first[each]!, first[each + 1]!),
    /** Never 0 for what anybody had. */
    frequency: (each: number) => weighed[each]!,
  }
}
