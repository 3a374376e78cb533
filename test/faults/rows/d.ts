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
    id: 'D04',
    promise: 'Connections that the database ends at random, a fifth of them each second, fail at most 1 read in 100',
  },
  {
    id: 'D05',
    promise:
      'While the database is away /livez says 200, /readyz 503, and callers get 503 with a Retry-After of 1 to 5 s within 500 ms; fewer than 40 connections a second are tried, and all is well 5 s after its return; one that takes every word and says nothing is given up after 10 s',
  },
  {
    id: 'D06',
    promise:
      'A database that refuses connections, our password or a right is answered with 503, and the house goes on when it relents',
  },
  {
    id: 'D07',
    promise:
      'When the first server dies for good and its standby leads, 0 acknowledged orders are lost where the standby must confirm, and orders are taken again within 30 s; where it need not, only what came after its last word is lost, and staff are shown each payment of that when its provider speaks of it',
  },
  {
    id: 'D08',
    notYet: 'nothing is read from a replica',
  },
  {
    id: 'D09',
    promise:
      'When slow questions hold the whole pool the next caller is refused with 503 after 400 ms (2 s where the house is started by hand)',
  },
  {
    id: 'D10',
    promise: 'A second connection asked for inside a transaction is refused: 0 deadlocks of a pool with itself',
  },
  {
    id: 'D11',
    notYet: 'reports have no role and pool of their own; every statement ends after 5 s',
  },
  {
    id: 'D12',
    promise:
      'Who waits for a lock that somebody keeps is refused with 503 after three tries of 2 s, and nothing of it has happened',
  },
  { id: 'D13', promise: 'Two that lock each other’s rows are tried again, at most 3 times, and both succeed' },
  {
    id: 'D14',
    promise: 'A transaction that cannot be serialised is tried 3 times and then refused with 503, its key unused',
  },
  {
    id: 'D15',
    promise:
      'When the volume of the tables is full writing is refused with 503, reading goes on, and writing resumes by itself within 5 s of free space',
  },
  {
    id: 'D16',
    promise:
      'When the volume of the log is full the database stops; with space again it has lost 0 acknowledged commits',
  },
  {
    id: 'D17',
    promise:
      'A flipped byte in a table’s file is reported as damage (XX001) by 100 % of the questions that read its page; all else is served',
  },
  {
    id: 'D18',
    promise:
      'A use case whose statement takes longer than its limit is rolled back and refused with 503, and its key then works',
  },
  { id: 'D19', promise: 'A column added beside a running process fails 0 statements and 0 transactions' },
  {
    id: 'D20',
    promise: 'NUL, half a character and 10 MB of text are refused with 400 or 413 in every text input: 0 errors',
  },
  {
    id: 'D21',
    promise: 'A whole number beyond 2^53 is refused with 400 wherever a number is taken, never rounded',
  },
  {
    id: 'D22',
    notYet:
      'the address of the database is read at the start: a password is changed by a second role and a rolling restart (A12)',
  },
  {
    id: 'D23',
    notYet: 'no pooler comes with the packages we may use; docs/run.md says which may stand before the database',
  },
  {
    id: 'D24',
    promise:
      'On a server with another zone, date style, language of strings and isolation an order goes its whole way and 0 checks fail',
  },
]
