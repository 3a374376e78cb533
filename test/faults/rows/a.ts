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
    id: 'A05',
    promise:
      'A process killed after the provider opened a payment: the buyer pays once, and we learn it by our own number when we ask 30 s later',
  },
  {
    id: 'A06',
    promise:
      'Killed before any statement of a payment’s transaction nobody sees half of a payment: 0 checks of the doctor fail',
  },
  {
    id: 'A07',
    promise:
      'A worker killed after the effect of each kind of job, before it could say so: the job is taken again, and its effect is there once',
  },
  {
    id: 'A08',
    promise: 'A process killed while a refund is under way sends it again under its number: the money leaves once',
  },
  {
    id: 'A09',
    promise:
      'An import of 2,400 rows whose process is killed goes on after the next start and ends with the numbers of an undisturbed one',
  },
  {
    id: 'A10',
    promise:
      'A process killed in an upload leaves 0 rows without their file, and the next upload of the same picture takes the file over',
  },
  { id: 'A11', promise: 'Killed at any statement while a guest’s cart joins the shopper’s: 0 pieces lost, 0 doubled' },
  {
    id: 'A12',
    promise:
      'Two processes are restarted one after the other under load: 0 failed requests, 0 jobs done twice, 0 events lost',
  },
  {
    id: 'A13',
    promise:
      'A process paused while it holds locked rows gives them up after 5 s, and reports no success when it wakes',
  },
  {
    id: 'A14',
    promise:
      'A worker paused in a refund until another has sent it changes 0 rows when it wakes: the money leaves once',
  },
  {
    id: 'A15',
    promise:
      'An exception that nobody catches and a rejected promise that nobody awaits end the process within 5 s, with a code that has it started again',
  },
  { id: 'A16', promise: 'Connections that the database ends, idle or at work, end 0 processes' },
  {
    id: 'A17',
    promise:
      'With a third process that nobody ended on the same database the last two pieces are sold twice and never three times, and one cart makes 1 order, in whichever processes it is confirmed',
  },
  {
    id: 'A18',
    promise:
      'House and database killed together at a random statement, 8 times: after the start 0 checks fail and 0 orders are lost or doubled',
  },
]
