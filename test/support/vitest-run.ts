import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Failure, Progress } from './progress-reporter.ts'
import type { FileResult } from './results.ts'
import { indented, type Tally } from './steps.ts'

/** A run that hangs is ended after this, and counts as failed. */
const longestRunMillis = 20 * 60_000

export interface RunTests {
  /** Only these files; all of the project when absent. */
  readonly files?: readonly string[]
  /** Told how each file went. */
  readonly keep: (result: FileResult) => void
  readonly longestMillis?: number
}

/** Runs one vitest project, a line for each file, and counts its tests. What the tests print goes to a file, shown only when the run breaks. */
export async function runTests(
  root: string,
  project: string,
  { files = [], keep, longestMillis = longestRunMillis }: RunTests,
): Promise<Tally> {
  const logFile = join(tmpdir(), `zhanggui-${project}-${process.pid}.log`)
  const log = openSync(logFile, 'w')
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter',
      './test/support/progress-reporter.ts',
      ...files,
    ],
    {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', log, log, 'ipc'],
      timeout: longestMillis,
    },
  )
  closeSync(log)
  const tally = { passed: 0, failed: 0 }
  let ended = false
  child.on('message', (progress: Progress) => {
    ended ||= progress.kind === 'end'
    if (progress.kind === 'file') {
      tally.passed += progress.passed
      keep({ path: progress.path, ok: progress.failures.length === 0, tests: progress.tests })
    }
    tally.failed += progress.failures.length
    show(progress)
  })
  const [[code]] = await Promise.all([once(child, 'close'), once(child, 'disconnect')]) // the last messages may arrive after its end
  const isWhole = code === 0 || (ended && tally.failed > 0)
  const result = isWhole ? tally : broken(tally, project, code as number | null, logFile)
  rmSync(logFile)
  return result
}

function broken(tally: Tally, project: string, code: number | null, logFile: string): Tally {
  console.log(`✗ the ${project} tests ended with ${code ?? 'a signal'} before they were through`)
  console.log(indented(readFileSync(logFile, 'utf8').slice(-4_000)))
  return { ...tally, failed: tally.failed + 1 }
}

function show(progress: Progress): void {
  if (progress.kind === 'file') {
    const { path, passed, skipped, seconds, failures } = progress
    const skip = skipped > 0 ? `, ${skipped} skipped` : ''
    console.log(`${failures.length > 0 ? '✗' : '✓'} ${path} (${passed} passed${skip}, ${seconds.toFixed(1)} s)`)
  }
  for (const { title, reason } of progress.failures) showFailure(title, reason)
}

function showFailure(title: Failure['title'], reason: Failure['reason']): void {
  console.log(`  ✗ ${title}`)
  console.log(indented(stripVTControlCharacters(reason)))
}
