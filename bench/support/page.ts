import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metric } from './metric.ts'
import type { Result } from './result.ts'

/** docs/performance.md: what was measured last, and what people say about it. */
export function performancePageOf(results: readonly Result[], notesFolder: string): string {
  const note = (name: string) => {
    const file = join(notesFolder, `${name}.md`)
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  }
  const parts = [note('head'), ...results.flatMap((result) => [section(result), note(result.name)])]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

const section = ({ name, about, at, machine, versions, metrics }: Result): string =>
  [
    `## \`${name}\``,
    about,
    table(metrics),
    `*${at.slice(0, 16).replace('T', ' ')} UTC on ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, load ${machine.load} before it began; ${saying(versions)}.*`,
  ].join('\n\n')

const saying = (versions: Result['versions']): string =>
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')

const table = (metrics: readonly Metric[]): string =>
  [
    '| figure | value | limit of the same run | ratio | budget | kept |',
    '|---|---:|---:|---:|---|---|',
    ...metrics.map(
      ({ metric, value, unit, limit, ratio, budget, ok }) =>
        `| ${metric} | ${shown(value)} ${unit} | ${limit === null ? '' : `${shown(limit)} ${unit}`} | ${ratio === null ? '' : percent(ratio)} | ${promised(budget)} | ${budget === null ? '' : ok ? 'yes' : '**no**'} |`,
    ),
  ].join('\n')

const shown = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 4 })
const percent = (ratio: number): string => `${Number((ratio * 100).toPrecision(3))} %`

/** Ratios are read as parts of a hundred up to the whole, and as times beyond it. */
function promised(budget: string | null): string {
  const [, what, sign, number] = /^(ratio|value) (.) (.+)$/.exec(budget ?? '') ?? []
  if (!what) return 'reported'
  return what === 'ratio' ? `${sign} ${percent(Number(number))}` : `${sign} ${number}`
}
