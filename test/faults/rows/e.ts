import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'E01',
    promise:
      'A worker killed after the effect of a job is silent for 60 s, then its job is taken again, within 90 s: one charge, one refund, one waybill, one letter',
  },
  {
    id: 'E02',
    promise:
      'A job that always fails is tried 8 times, e, e², e³ … seconds apart and up to a quarter more by chance, then lies on the list of dead jobs and is told to staff; others are not held up, and one press revives it',
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
    id: 'E06',
    promise:
      'A relay killed at any point makes each job once; a webhook whose sending was not noted leaves again after 60 s under the same id',
  },
  { id: 'E07', promise: 'Of two transactions that commit in the opposite order of their events neither is missed' },
  {
    id: 'E08',
    promise:
      'A webhook target that fails is tried 10 times over 3 days; 410 pauses it at once, Retry-After is obeyed for 1 h at most, redirects are not followed, of an answer 2 kB are kept and the rest is not waited for',
  },
  {
    id: 'E09',
    promise:
      'A webhook target dead for 5 days is paused and staff are told; what it missed is kept for 30 days and replayed as a range',
  },
  {
    id: 'E10',
    promise:
      'A slow webhook target gets at most 4 messages at once; 95 % of the messages to others leave within 5 s (300 events)',
  },
  {
    id: 'E11',
    promise:
      'A backlog of 2,000 events (the catalogue’s 100,000, scaled) is handed on and worked off at 50 a second or more, on 2 cores shared with the database',
  },
  {
    id: 'E12',
    promise: 'Ticks that were missed are skipped: the next one comes once, and does all that fell due meanwhile',
  },
  { id: 'E13', promise: 'A job that only a newer worker knows waits for it, with none of its attempts used' },
  { id: 'E14', promise: 'Without any wake-up an event finds its listeners’ jobs, and a job its worker, within 5 s' },
  {
    id: 'E15',
    promise:
      'With 100,000 jobs lying in wait (the catalogue’s 10 million, scaled) one that is due is claimed, done and settled within 20 ms',
  },
  { id: 'E16', promise: 'For 24 h after a webhook secret was replaced every message bears both signatures' },
  {
    id: 'E17',
    promise:
      'Every webhook message bears the version of its subject, so that whatever order they come in the newest is known',
  },
]
