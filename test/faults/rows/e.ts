import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'E02',
    promise:
      'A job that always fails is tried 8 times, e, e², e³ … seconds apart, then lies on the list of dead jobs; others are not held up, and one press revives it',
  },
  {
    id: 'E03',
    promise: 'A job that hangs gives its place back when its time is over (10 minutes), and commits nothing after that',
  },
  {
    id: 'E04',
    promise:
      'When the database does not take the word that a job is done, other jobs are worked on and that one comes again within 90 s',
  },
  { id: 'E05', promise: 'Of 100 jobs put in under one key at once, 1 lives' },
  {
    id: 'E12',
    promise: 'Ticks that were missed are skipped: the next one comes once, and does all that fell due meanwhile',
  },
  { id: 'E13', promise: 'A job that only a newer worker knows waits for it, with none of its attempts used' },
  {
    id: 'E14',
    promise: 'Without any wake-up an event finds its listeners’ jobs, and a job its worker, within 5 s',
  },
]
