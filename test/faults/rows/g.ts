import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'G01',
    promise:
      'A machine whose clock is 2 s or more off the database’s says so at /readyz and among its figures (tried with 10 minutes, both ways); deadlines follow the clock of the machine that looks at them',
  },
  { id: 'G02', promise: 'When the clock jumps back by an hour, ids still rise within a process: 0 out of order' },
  { id: 'G03', promise: 'A signed notice is good for 5 minutes either way: 4:59 accepted, 5:01 refused' },
  {
    id: 'G04',
    promise:
      'Every instant belongs to exactly 1 day of a shop’s zone, over leap days, ends of years and changes of clocks: 0 counterexamples in 500',
  },
  {
    id: 'G05',
    promise: 'A reduction is in force from its first second until before its end: 0 s too early, 0 s too late',
  },
  {
    id: 'G06',
    notYet: 'there are no flash sales; goods on sale have no start that a buyer’s clock could run ahead of',
  },
  {
    id: 'G07',
    promise:
      'A payment that arrives after its order’s time has run out pays it, or goes back when the goods are gone: 0 kept without goods',
  },
  { id: 'G08', promise: 'An authenticator’s code is good for 1 step around its time, and once' },
]
