import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSource, readSources } from './sources.ts'

export interface Coverage {
  readonly known: number
  readonly covered: readonly string[]
  /** Ids in titles that stand in no row of docs/requirements.md. */
  readonly unknown: readonly string[]
  /** Covered ids whose row does not say where a person uses it. */
  readonly nowhere: readonly string[]
}

interface Requirement {
  readonly id: string
  readonly where: string
}

/** Compares the ids in the titles of all tests with docs/requirements.md. */
export function requirementCoverage(root: string): Coverage {
  const rows = requirementsIn(readFileSync(join(root, 'docs/requirements.md'), 'utf8'))
  const folders = ['kernel', 'platform', 'modules', 'apps', 'sandbox', 'demo', 'test']
  const tests = readSources(root, folders).filter(({ path }) => path.endsWith('.test.ts'))
  return coverageOf(
    rows,
    tests.flatMap((test) => parseSource(test).titles),
  )
}

/** Rows `| ORD-06 | what must work | where |`; the appendices hold other tables and no ids of their own. */
export const requirementsIn = (text: string): Requirement[] =>
  [...text.matchAll(/^\| ([A-Z]{3}-\d{2}) \| .* \|([^|]*)\|$/gm)].map(([, id, where]) => ({
    id: id!,
    where: where!.trim(),
  }))

export function coverageOf(rows: readonly Requirement[], titles: readonly string[]): Coverage {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const named = [...new Set(titles.flatMap(idsAtStart))].sort()
  const covered = named.filter((id) => byId.has(id))
  return {
    known: rows.length,
    covered,
    unknown: named.filter((id) => !byId.has(id)),
    nowhere: covered.filter((id) => byId.get(id)!.where === ''),
  }
}

/** The ids a title begins with: `ORD-10 …`, `CHK-01, CHK-02 …`, `CHK-01 CHK-02: …`, `SEC-04 S15 …` (beside a row of the fault catalogue). */
export function idsAtStart(title: string): string[] {
  const start = /^(?:(?:[A-Z]{3}-|[A-IST])\d{2}(?:[\s,:+/·]|and\b)*)+/.exec(title)?.[0] ?? ''
  return start.match(/[A-Z]{3}-\d{2}/g) ?? []
}
