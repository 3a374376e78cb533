import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'A01',
    promise: 'A process killed while it places an order leaves 0 rows, and the same key then places it once',
  },
  {
    id: 'A02',
    promise: 'Stock that a killed process had set aside is free again when its connection is: 0 pieces stay reserved',
  },
  {
    id: 'A03',
    promise: 'An order whose answer was lost is answered again under the same key, with the same id: 1 order',
  },
  {
    id: 'A04',
    promise:
      'Of 200 orders whose connection was cut exactly at COMMIT, 450 times in all, every one is placed exactly once; without a key the answer is 503 database.outcome_unknown, never "failed"',
  },
  {
    id: 'A09',
    promise:
      'An import of 2,400 rows whose process is killed goes on after the next start and ends with the numbers of an undisturbed one',
  },
  {
    id: 'A12',
    promise:
      'Two processes are restarted one after the other under load: 0 failed requests, 0 jobs done twice, 0 events lost',
  },
]
