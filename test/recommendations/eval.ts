import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { neighboursOf, rankNext, type Shape, sequencesOf, usualShape } from '#insight/recommendations'
import { leaveLastOut, type Split } from './split.ts'

/**
 * How often the next thing somebody had is among ten that we would have shown: `node test/recommendations/eval.ts --file PATH`. See README.md beside it.
 */
const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    validate: { type: 'boolean' },
    steps: { type: 'boolean' },
    shape: { type: 'string' },
  },
})
if (!values.file) throw new Error('node test/recommendations/eval.ts --file PATH [--validate] [--steps] [--shape JSON]')

const shown = 10
const bytes = readFileSync(values.file)
const text = (values.file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
const split = leaveLastOut(text, values.validate ? 2 : 1)
if (split.pasts.length === 0) throw new Error(`${values.file} has no line of a person with at least two items`)

const alike: Shape = { ...usualShape, nearShare: 1, beforeShare: 1, lengthPower: 0, ownPower: 0, otherPower: 0 }
const { nearShare, beforeShare, lengthPower, ownPower, otherPower } = usualShape
/** What each idea brings, one after the other. */
const ladder: readonly (readonly [string, Shape])[] = [
  ['pairs of the same people, counted', alike],
  ['… by how often both are had at all', { ...alike, ownPower, otherPower }],
  ['… and those of long lists less', { ...alike, ownPower, otherPower, lengthPower }],
  ['… and near ones more', { ...alike, ownPower, otherPower, lengthPower, nearShare }],
  ['… and later ones more', { ...alike, ownPower, otherPower, lengthPower, nearShare, beforeShare }],
]
const tried = { ...usualShape, ...(values.shape ? (JSON.parse(values.shape) as Partial<Shape>) : {}) }

console.log(
  `${split.pasts.length} people, ${new Set(split.pasts.flat()).size} items, target: ${values.validate ? 'last but one' : 'last'}`,
)
report(
  'popularity',
  hits(split, (past) => popular(split, past, [])),
)
for (const [name, shape] of values.steps ? ladder : []) await measure(name, shape)
await measure('as the shop does it', tried)

async function measure(name: string, shape: Shape): Promise<void> {
  const from = performance.now()
  const steps = split.pasts.flatMap((past, person) => past.map((item) => ({ person: String(person), item, weight: 1 })))
  const { sequences, items } = sequencesOf(steps)
  const numbers = new Map(items.map((item, number) => [item, number]))
  const neighbours = (await neighboursOf(sequences, shape)).map((each) =>
    each.map(({ item, score }) => ({ item: items[item]!, score })),
  )
  const recommend = (past: readonly string[]) =>
    popular(
      split,
      past,
      rankNext(
        past.map((item) => ({ item, weight: 1 })),
        (item) => neighbours[numbers.get(item)!] ?? [],
        shown,
      ).map(({ item }) => item),
    )
  report(name, hits(split, recommend), (performance.now() - from) / 1_000)
}

/** Fills up with what most people had, leaving out what this one had. */
function popular({ byPopularity }: Split, past: readonly string[], found: readonly string[]): string[] {
  const list = [...found]
  for (const item of byPopularity) {
    if (list.length >= shown) break
    if (!past.includes(item) && !list.includes(item)) list.push(item)
  }
  return list
}

function hits({ pasts, targets }: Split, recommend: (past: readonly string[]) => readonly string[]) {
  const ranks = pasts.map((past, person) => recommend(past).indexOf(targets[person]!))
  const found = ranks.filter((rank) => rank >= 0)
  return {
    'HR@5': found.filter((rank) => rank < 5).length / pasts.length,
    'HR@10': found.length / pasts.length,
    'NDCG@10': found.reduce((sum, rank) => sum + 1 / Math.log2(rank + 2), 0) / pasts.length,
  }
}

function report(name: string, figures: Record<string, number>, seconds?: number): void {
  const words = Object.entries(figures).map(([figure, value]) => `${figure} ${value.toFixed(4)}`)
  console.log(`${name.padEnd(40)} ${words.join('  ')}${seconds === undefined ? '' : `  ${seconds.toFixed(1)} s`}`)
}
