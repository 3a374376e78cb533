import { percentile } from '../support/metric.ts'
import type { Act } from './script.ts'

export interface LoadWish {
  /** How many callers ask at once, each waiting for its answer before it asks again. */
  readonly connections: number
  /** How long; with `acts` at most so long. */
  readonly seconds: number
  /** How often in all; without it only the time decides. */
  readonly acts?: number
  /** How often each caller acts before it counts: its connection, plans and compiled code are then as in a house that has been open for a while. */
  readonly warm?: number
}

/** How the acts ended, and how long they took in milliseconds. */
export interface Ending {
  readonly count: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export interface Measured {
  readonly seconds: number
  /** By the name of the ending: `done` unless the script says otherwise, `failed` for what was thrown. */
  readonly endings: Readonly<Record<string, Ending>>
  /** What the first failed act threw. */
  readonly fault?: string
}

/** Runs a closed loop: so many callers, each doing its act again and again until the time is over or enough is done. */
export async function measure(
  callers: readonly Act[],
  { seconds, acts = Infinity }: Omit<LoadWish, 'connections' | 'warm'>,
) {
  const times = new Map<string, number[]>()
  let fault: string | undefined
  let begun = 0
  const start = performance.now()
  const end = start + seconds * 1_000
  const loop = async (act: Act) => {
    while (performance.now() < end && begun < acts) {
      begun += 1
      await act.ready?.()
      const from = performance.now()
      let ending = 'failed'
      try {
        ending = (await act()) ?? 'done'
      } catch (error) {
        fault ??= String(error)
      }
      const taken = performance.now() - from
      const list = times.get(ending)
      if (list) list.push(taken)
      else times.set(ending, [taken])
    }
  }
  await Promise.all(callers.map(loop))
  return summed(times, (performance.now() - start) / 1_000, fault)
}

/** Lets each caller act so often, uncounted. */
export async function warmUp(callers: readonly Act[], times: number): Promise<void> {
  const often = async (act: Act) => {
    for (let count = 0; count < times; count++) {
      await act.ready?.()
      await act()
    }
  }
  await Promise.all(callers.map(often))
}

function summed(times: ReadonlyMap<string, number[]>, seconds: number, fault: string | undefined): Measured {
  const endings = [...times].map(([ending, list]) => {
    const sorted = Float64Array.from(list).sort()
    const at = (part: number) => percentile(sorted, part)
    const { length: count } = list
    return [
      ending,
      { count, perSecond: count / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
    ] as const
  })
  return { seconds, endings: Object.fromEntries(endings), fault }
}
