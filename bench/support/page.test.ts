import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { against, figure } from './metric.ts'
import { performancePageOf } from './page.ts'
import { keepResult, type Result, readResults } from './result.ts'

const result: Result = {
  name: 'browse',
  about: 'Pages.',
  at: '2026-11-22T10:00:00Z',
  machine: { processor: 'a processor', cores: 2, memoryGb: 4, load: 0.1 },
  versions: { zhanggui: 'abc1234' },
  metrics: [
    against({ metric: 'category', unit: '1/s', runs: [{ value: 900, limit: 10_000 }], atLeast: 0.1 }),
    figure({ metric: 'p99', unit: 'ms', runs: [12], atMost: 30 }),
    figure({ metric: 'p50', unit: 'ms', runs: [3] }),
  ],
}

test('the page shows every figure with its limit and budget, and the words of people beside them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-bench-'))
  keepResult(folder, result)
  writeFileSync(join(folder, 'browse.md'), 'A word about it.\n')

  const page = performancePageOf(readResults(folder), folder)

  expect(page).toContain('| category | 900 1/s | 10,000 1/s | 9 % | ≥ 10 % | **no** |')
  expect(page).toContain('| p99 | 12 ms |  |  | ≤ 30 | yes |')
  expect(page).toContain('| p50 | 3 ms |  |  | reported |  |')
  expect(page).toContain('A word about it.')
})
