import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface TestResult {
  readonly title: string
  readonly ok: boolean
  readonly millis: number
}

/** How one test file went. */
export interface FileResult {
  readonly path: string
  /** Whether the file could be run and none of its tests failed. */
  readonly ok: boolean
  readonly tests: readonly TestResult[]
}

/** What was found out about the sources as they stand: kept below `test-results/`, forgotten as soon as one of them changes. */
export interface Results {
  /** Adds what was found to what is known of a project. */
  keep(project: string, result: FileResult): void
  forget(project: string): void
  /** The last word about every file, whatever its project. */
  read(): FileResult[]
}

export function openResults(root: string): Results {
  const folder = join(root, 'test-results', sourceKey(root))
  const place = (project: string) => join(folder, `${project}.jsonl`)
  return {
    keep(project, result) {
      mkdirSync(folder, { recursive: true })
      appendFileSync(place(project), `${JSON.stringify(result)}\n`)
    },
    forget: (project) => rmSync(place(project), { force: true }),
    read() {
      if (!existsSync(folder)) return []
      const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
      const results = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as FileResult)
      return [...new Map(results.map((result) => [result.path, result])).values()]
    },
  }
}

const sources = ['kernel', 'platform', 'modules', 'apps', 'packages', 'sandbox', 'demo', 'migrations', 'test']
const parts = ['package.json', 'package-lock.json', 'vitest.config.ts']
const noSource = /(^|[\\/])(node_modules|dist|\.astro|rows)([\\/]|$)|\.md$/

/** Stands for the text of everything that is run or tested; what people read, and the wording of rows, is left out. */
export function sourceKey(root: string): string {
  const hash = createHash('sha256')
  const within = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  )
  for (const path of [...parts.map((name) => join(root, name)), ...within].sort()) {
    const name = relative(root, path)
    if (noSource.test(name) || !statSync(path).isFile()) continue
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}
