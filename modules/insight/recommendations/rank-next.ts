/** What somebody did lately, the oldest first; `weight` as in `Sequences`. */
export interface Past<Item> {
  readonly item: Item
  readonly weight: number
}

export interface Next<Item> {
  readonly item: Item
  readonly score: number
  /** Which thing of the past speaks for it most. */
  readonly because: Item
}

/** A step earlier counts so much of the one after it, down to `oldShare`. */
const agedShare = 0.8
const oldShare = 0.1

interface Found<Item> extends Next<Item> {
  readonly best: number
}

/**
 * What is likely to be wanted after the things of the past: their neighbours, those of the last things more, without the past itself. Equal ones stand in
 * the order in which they were found, the latest thing's first.
 */
export function rankNext<Item>(
  past: readonly Past<Item>[],
  neighboursOf: (item: Item) => readonly { readonly item: Item; readonly score: number }[],
  limit: number,
): Next<Item>[] {
  const known = new Set(past.map(({ item }) => item))
  const found = new Map<Item, Found<Item>>()
  for (const [age, { item: because, weight }] of past.toReversed().entries()) {
    const share = weight * (oldShare + (1 - oldShare) * agedShare ** age)
    for (const { item, score } of neighboursOf(because))
      if (!known.has(item)) found.set(item, added(found.get(item), { item, score: share * score, because }))
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit)
}

/** The sum of what speaks for an item, in the name of what speaks loudest. */
function added<Item>(before: Found<Item> | undefined, { item, score, because }: Next<Item>): Found<Item> {
  if (!before) return { item, score, because, best: score }
  const louder = score > before.best
  return {
    item,
    score: before.score + score,
    because: louder ? because : before.because,
    best: louder ? score : before.best,
  }
}
