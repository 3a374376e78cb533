import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { gathered } from './gathered.ts'

test('lines of a moment are written together; an error is written at once, with what was said before it', async () => {
  let waiting: string[] = []
  const written: string[][] = []
  const to = {
    write: (line: string) => waiting.push(JSON.parse(line).msg),
    flushSync() {
      written.push(waiting)
      waiting = []
    },
    end() {},
  }
  const log = pino({}, gathered(to))

  log.info('one')
  log.info('two')
  expect(written).toEqual([])
  log.error('three')
  expect(written).toEqual([['one', 'two', 'three']])

  log.info('four')
  await vi.waitFor(() => expect(written).toEqual([['one', 'two', 'three'], ['four']]))
})
