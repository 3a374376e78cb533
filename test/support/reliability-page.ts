import type { Chapter } from '../faults/rows/index.ts'
import type { PublicPromise } from '../faults/rows/promises.ts'
import type { Row } from '../faults/rows/row.ts'
import type { FileResult } from './results.ts'

/** The ids of rows that a title begins with: `B06 …`, `B06 B07: …`, `SEC-04 S15 …` (beside a requirement). */
export function rowsAtStart(title: string): string[] {
  const start = /^(?:(?:[A-Z]{3}-|[A-IST])\d{2}(?:[\s,:+/·]|and\b)*)+/.exec(title)?.[0] ?? ''
  return start.match(/\b[A-IST]\d{2}/g) ?? []
}

/** By row the files whose tests name it; no row of which a test failed, was skipped, or stands in a file that could not be run. */
export function shownRows(results: readonly FileResult[]): Map<string, string[]> {
  const shown = new Map<string, Set<string>>()
  const spoilt = new Set<string>()
  for (const { path, tests } of results)
    for (const { title, ok } of tests)
      for (const id of rowsAtStart(title)) {
        shown.set(id, (shown.get(id) ?? new Set()).add(path))
        if (!ok) spoilt.add(id)
      }
  return new Map([...shown].filter(([id]) => !spoilt.has(id)).map(([id, paths]) => [id, [...paths].sort()]))
}

export interface Page {
  readonly text: string
  /** Rows that promise something which the results do not show. */
  readonly unshown: readonly string[]
}

/** The page of promises: what the results show, and what is not promised yet. */
export function reliabilityPage(
  chapters: readonly Chapter[],
  promises: readonly PublicPromise[],
  results: readonly FileResult[],
): Page {
  const shown = shownRows(results)
  const kept = promises.filter(({ shownBy }) => shownBy.every((id) => shown.has(id)))
  const promised = chapters.flatMap(({ rows }) => rows.filter(({ promise }) => promise !== undefined))
  const parts = [
    head,
    ...(kept.length > 0 ? [section('In numbers', table('Promise', kept.map(numberLine)))] : []),
    ...chapters.map((chapter) => chapterText(chapter, shown)),
  ]
  return { text: `${parts.join('\n\n')}\n`, unshown: promised.map(({ id }) => id).filter((id) => !shown.has(id)) }
}

const head = `# What we promise, and what shows it

Made by \`npm run reliability\` from the rows in \`test/faults/rows\` and the results of \`npm test\` and \`npm run test:faults\` with the sources as they stand. Do not edit it: a promise stands here while all of its tests are green, and goes when one of them is not.`

const section = (title: string, body: string): string => `## ${title}\n\n${body}`

const table = (what: string, lines: readonly string[]): string =>
  [`| Row | ${what} | Shown by |`, '|---|---|---|', ...lines].join('\n')

const numberLine = ({ id, promise, shownBy }: PublicPromise): string => `| ${id} | ${promise} | ${shownBy.join(' ')} |`

function chapterText({ letter, title, size, rows }: Chapter, shown: ReadonlyMap<string, string[]>): string {
  const lines = rows.flatMap((row) => promisedLine(row, shown.get(row.id)))
  const open = rows.flatMap(({ id, notYet }) => (notYet === undefined ? [] : `- ${id}: ${notYet}`))
  const untold = rowIds(letter, size).filter((id) => !rows.some((row) => row.id === id))
  const parts = [
    ...(lines.length > 0 ? [table('Promise', lines)] : []),
    ...(open.length > 0 ? [`Not promised yet:\n\n${open.join('\n')}`] : []),
    ...(untold.length > 0 ? [`Not looked at yet: ${untold.join(' ')}`] : []),
  ]
  return section(`${letter}. ${title}`, parts.join('\n\n') || 'Nothing of this is shown at the moment.')
}

const promisedLine = ({ id, promise }: Row, paths: readonly string[] | undefined): string[] =>
  promise !== undefined && paths ? [`| ${id} | ${promise} | ${paths.map((path) => `\`${path}\``).join(', ')} |`] : []

export const rowIds = (letter: string, size: number): string[] =>
  Array.from({ length: size }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`)
