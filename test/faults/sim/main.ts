import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import setup, { administer, cloneDatabase, databaseUrl, type TestCluster } from '#test/cluster'
import { buildMarket } from './market.ts'
import { type Place, type Played, play } from './play.ts'
import { programOf } from './program.ts'
import { shrink } from './shrink.ts'
import { stored } from './stored.ts'

interface Wish {
  readonly from: number
  readonly count: number
  readonly trace: boolean
  readonly shrinks: boolean
  /** The first seed that fails is the last one that is played. */
  readonly untilFailed: boolean
  /** Of a program that was shrunk: the steps that stay. */
  readonly keep?: readonly number[]
}

/** `--seeds 500 [--from N] [--until-failed]`, `--stored` for those that failed once, or `--seed N [--keep 1,5,9] [--trace]`. Exits 1 when a seed has failed. */
export async function main(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seeds: { type: 'string', default: '1' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      keep: { type: 'string' },
      trace: { type: 'boolean', default: false },
      shrink: { type: 'boolean', default: true },
      'until-failed': { type: 'boolean', default: false },
      stored: { type: 'boolean', default: false },
      workers: { type: 'string' },
      /** The market is built already: this is one of several processes that share the seeds. */
      place: { type: 'string' },
    },
    allowNegative: true,
  })
  const wish: Wish = {
    from: Number(values.seed ?? values.from),
    count: values.seed ? 1 : Number(values.seeds),
    trace: values.trace,
    shrinks: values.shrink,
    untilFailed: values['until-failed'],
    keep: values.keep?.split(',').map(Number),
  }
  const place = values.place && (JSON.parse(values.place) as Place)
  if (place) return Math.max(values.stored ? await playStored(place) : 0, await playAll(place, wish))
  return inMarket((place) => {
    const workers = Math.min(Number(values.workers ?? 2), Math.ceil(wish.count / 5))
    return workers > 1 ? shareOut(place, wish, workers) : playAll(place, wish)
  })
}

/** Builds the market in a server that is taken down afterwards, or in that of `TEST_DATABASE_URL`. */
async function inMarket(work: (place: Place) => Promise<number>): Promise<number> {
  let cluster: TestCluster | undefined
  const provide = (_: 'cluster', given: TestCluster) => {
    cluster = given
  }
  const stop = await setup({ provide })
  const { serverUrl, template } = cluster!
  const market = `sim_market_${process.pid}`
  try {
    await cloneDatabase(serverUrl, market, template)
    await buildMarket(databaseUrl(serverUrl, market))
    return await work({ serverUrl, market })
  } finally {
    await administer(serverUrl, `drop database if exists ${market} with (force)`)
    await stop()
  }
}

/** Each process takes its stretch of the seeds. */
async function shareOut(place: Place, { from, count, shrinks }: Wish, workers: number): Promise<number> {
  const share = Math.ceil(count / workers)
  const script = fileURLToPath(new URL('run.ts', import.meta.url))
  const children = Array.from({ length: workers }, (_, at) => {
    const first = from + at * share
    const seeds = Math.min(share, from + count - first)
    const words = ['--place', JSON.stringify(place), '--from', `${first}`, '--seeds', `${seeds}`]
    const child = spawn(process.execPath, [script, ...words, ...(shrinks ? [] : ['--no-shrink'])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return told(child)
  })
  const codes = await Promise.all(children)
  return Math.max(...codes)
}

async function told(child: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<number> {
  createInterface(child.stdout).on('line', (line) => console.log(line))
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}

async function playAll(place: Place, { from, count, trace, shrinks, untilFailed, keep }: Wish): Promise<number> {
  let failed = 0
  for (let seed = from; seed < from + count; seed++) {
    const program = programOf(seed)
    const steps = keep ? program.filter(({ index }) => keep.includes(index)) : program
    const played = await play(place, seed, steps)
    if (trace) console.log(played.trace.join('\n'))
    console.log(summary(played))
    if (!played.failure) continue
    failed += 1
    if (shrinks && !keep) console.log(advice(await shrink(place, played)))
    if (untilFailed) break
  }
  return failed > 0 ? 1 : 0
}

/** The programs that failed once. */
async function playStored(place: Place): Promise<number> {
  let failed = 0
  for (const { seed, steps, found } of stored) {
    const played = await play(place, seed, steps)
    console.log(`${summary(played)} (once: ${found})`)
    if (played.failure) failed += 1
  }
  return failed > 0 ? 1 : 0
}

const summary = ({ seed, hash, steps, failure }: Played): string =>
  `seed ${seed} ${hash} ${steps.length} steps: ${failure ? `FAILED after ${failure.after}: ${failure.message}` : 'ok'}`

const advice = ({ seed, steps }: Played): string =>
  `seed ${seed} fails alike with ${steps.length} steps: node test/faults/sim/run.ts --trace --seed ${seed} --keep ${steps.map(({ index }) => index)}`
