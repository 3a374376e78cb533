import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'T01',
    promise: 'Goods whose hold has left the house with them are never set aside again by it: 0 holds come back',
  },
  {
    id: 'T02',
    promise:
      'Captured money is never uncaptured and a refund that arrived never comes undone: 0 in every simulated program',
  },
  {
    id: 'T03',
    promise: 'An order moves along declared steps only, and a cancelled one stays cancelled: 0 other steps',
  },
  { id: 'T04', promise: 'Every event is handed to everyone it is for: 0 left in the outbox once the faults stop' },
  {
    id: 'T05',
    promise:
      'When the faults stop and the jobs run, 0 payments are in doubt, 0 refunds under way, 0 jobs waiting, 0 orders unsettled',
  },
  { id: 'T06', promise: 'All answers to one key are equal: 0 differences, also after a crash in between' },
  {
    id: 'T07',
    promise:
      'What an order is charged is the last total its buyer was told: 0 differences, also when staff change price or items while it is being paid',
  },
]
