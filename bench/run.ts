import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages } from '#apps/build'
import { browse } from './browse.ts'
import { checkout } from './checkout.ts'
import { flash } from './flash.ts'
import { importing } from './import.ts'
import { orders } from './orders.ts'
import { overload } from './overload.ts'
import { start } from './start.ts'
import { storefront } from './storefront.ts'
import type { Bench, Benchmark } from './support/benchmark.ts'
import { dataFolder, notesFolder, performancePage, resultsFolder } from './support/folders.ts'
import type { Metric } from './support/metric.ts'
import { performancePageOf } from './support/page.ts'
import { keepResult, machine, readResults, versions } from './support/result.ts'

/** Every benchmark there is, in the order they are run. */
const benchmarks: readonly Benchmark[] = [browse, checkout, flash, orders, overload, importing, start, storefront]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, part: { type: 'string' } },
})
const quick = values.quick ?? values.part !== undefined // a part is not the whole: nothing of it is kept
const unknown = positionals.filter((name) => !benchmarks.some((each) => each.name === name))
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}. There are ${benchmarks.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

mkdirSync(dataFolder, { recursive: true })
await buildPages(() => console.log('building the pages'))
let missed = 0
for (const benchmark of benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
  missed += await run(benchmark)
if (!quick) writeFileSync(performancePage, performancePageOf(readResults(resultsFolder), notesFolder))
console.log(missed === 0 ? '\nEvery budget is kept.' : `\n${missed} budgets are missed.`)
process.exitCode = missed === 0 ? 0 : 1

/** Runs one, keeps its result and shows it. Returns how many of its budgets are missed; a benchmark that fails misses them all. */
async function run({ name, about, run }: Benchmark): Promise<number> {
  console.log(`\n${name}`)
  const closers: (() => unknown)[] = []
  const bench: Bench = {
    runs: quick ? 2 : 5,
    seconds: quick ? 1 : 3,
    quick,
    part: values.part,
    say: (line) => console.log(`  ${line}`),
    atEnd: (close) => closers.push(close),
  }
  const at = Temporal.Now.instant().toString()
  const began = { at, machine: machine(), versions: versions() }
  try {
    const metrics = await run(bench)
    keepResult(quick ? join(dataFolder, 'quick') : resultsFolder, { name, about, ...began, metrics })
    for (const metric of metrics) console.log(`  ${lineOf(metric)}`)
    return metrics.filter(({ ok }) => !ok).length
  } catch (error) {
    console.error(`  failed: ${(error as Error).stack}`)
    return 1
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

function lineOf({ metric, value, unit, limit, ratio, budget, ok }: Metric): string {
  const beside = limit === null ? '' : ` of ${limit} = ${((ratio ?? 0) * 100).toPrecision(3)} %`
  return `${ok ? ' ' : '✗'} ${metric}: ${value} ${unit}${beside}${budget ? ` (${budget})` : ''}`
}
