import type { Metric } from './metric.ts'

/** One benchmark: a name that people and scripts rely on, and what it measures. */
export interface Benchmark {
  readonly name: string
  /** What is measured and against what, in a sentence or two for the page. */
  readonly about: string
  run(bench: Bench): Promise<readonly Metric[]>
}

/** What a benchmark is given: how long it may take, and where it says what it is doing. */
export interface Bench {
  /** How often each figure is taken; the median counts. Five at least, unless the run is a quick try. */
  readonly runs: number
  /** How long one measurement of a load lasts. */
  readonly seconds: number
  /** Only tried out: smaller data will do, and nothing is kept. */
  readonly quick: boolean
  /** Of a benchmark with several parts, the only one to run: a word of its name. */
  readonly part?: string
  say(line: string): void
  /** Ends what was started, also when the benchmark fails; the last first. */
  atEnd(close: () => unknown): void
}

/** Runs a measurement as often as wished, one after the other. */
export async function repeat<Value>({ runs }: Bench, measure: (run: number) => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  for (let run = 0; run < runs; run++) values.push(await measure(run))
  return values
}
