import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { droppedLines, patientOutput } from './patient-output.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhanggui-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A pipe whose two ends we hold: what is read is what came through. */
function aPipe() {
  const path = join(folder, 'pipe')
  rmSync(path, { force: true })
  execFileSync('/usr/bin/mkfifo', [path])
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
  const bytes = Buffer.alloc(1_000_000)
  function read(): string {
    try {
      return bytes.toString('utf8', 0, readSync(reader, bytes))
    } catch {
      return ''
    }
  }
  return { reader, writer, read }
}

const line = (number: number) => `{"line":${number},"text":"${'字'.repeat(1_000)}"}\n`

test('F18 a log that nobody reads holds nobody up: it keeps what there is room for, counts the rest, and says so when it is read again', async () => {
  const { writer, read } = aPipe()
  const log = patientOutput(writer, 200_000)
  const before = droppedLines()

  for (let number = 0; number < 1_000; number++) log.write(line(number))
  log.flushSync()
  const lost = droppedLines() - before
  expect(lost).toBeGreaterThan(500)

  let text = ''
  await vi.waitFor(() => {
    text += read()
    expect(text).toContain('log lines were dropped')
  })
  const lines = text
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each))
  expect(lines.slice(0, -1).map((each) => each.line)).toEqual(Array.from({ length: 1_000 - lost }, (_, at) => at))
  expect(lines.at(-1)).toMatchObject({ level: 'warn', dropped: lost })

  log.write(line(7))
  log.flushSync()
  expect(JSON.parse(read())).toMatchObject({ line: 7 })
})

test('F18 a log whose reader has gone holds nobody up', () => {
  const { reader, writer } = aPipe()
  const log = patientOutput(writer, 100_000)
  closeSync(reader)
  const before = droppedLines()

  for (let number = 0; number < 1_000; number++) log.write(line(number))
  log.flushSync()

  expect(droppedLines()).toBeGreaterThan(before)
})
