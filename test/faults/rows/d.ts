import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'D01',
    promise:
      'A database that ends at once under 16 writers has lost 0 acknowledged commits and is used again within 30 s, without a restart of ours',
  },
  {
    id: 'D02',
    promise:
      'A database whose owner gets SIGKILL under 16 writers has lost 0 acknowledged commits and is used again within 30 s',
  },
  {
    id: 'D03',
    promise:
      'When one process of the database gets SIGKILL it recovers by itself within 30 s: 0 acknowledged commits lost',
  },
  {
    id: 'D10',
    promise: 'A second connection asked for inside a transaction is refused: 0 deadlocks of a pool with itself',
  },
  { id: 'D13', promise: 'Two that lock each other’s rows are tried again, at most 3 times, and both succeed' },
  { id: 'D19', promise: 'A column added beside a running process fails 0 statements and 0 transactions' },
  {
    id: 'D20',
    promise: 'NUL, half a character and 10 MB of text are refused with 400 or 413 in every text input: 0 errors',
  },
  {
    id: 'D21',
    promise: 'A whole number beyond 2^53 is refused with 400 wherever a number is taken, never rounded',
  },
]
