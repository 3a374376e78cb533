import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'B01',
    promise:
      'Twenty buyers of the last unit: one order, nineteen refusals, and no call to the payment provider before either',
  },
  {
    id: 'B03',
    promise: 'Five requests with one idempotency key at once happen once, and all five get the same answer',
  },
  {
    id: 'B04',
    promise: 'Of two different requests with one key one happens; the other is refused and changes nothing',
  },
  {
    id: 'B05',
    promise: 'Two lines of one order share one stock: their sum decides, whoever else wants it at that moment',
  },
  {
    id: 'B11',
    promise:
      'Two refunds of 60 out of 100 at once: one is promised; a return and a refund by hand never exceed what was paid',
  },
  { id: 'B12', promise: 'Two tabs that open the payment of one order get one attempt; the provider opens one payment' },
  {
    id: 'B13',
    promise: 'A success told by notification, return page and poller at once settles the payment once',
  },
  {
    id: 'B14',
    promise:
      'Paid at the moment the order runs out of time: a paid order, or a cancelled one whose money goes back, never neither',
  },
  {
    id: 'B16',
    promise: 'Paid while its promise runs out and others order: the order has its goods, or its money goes back',
  },
  {
    id: 'B18',
    promise: 'Of two who counted one shelf while it was sold from one count is booked; no number turns negative',
  },
  { id: 'B25', promise: 'Two hundred orders at once get two hundred different numbers' },
  { id: 'B26', promise: 'Orders of A and B and of B and A at once: 0 deadlocks' },
  { id: 'B36', promise: 'Of two people who approve one refund at once one has approved it, the other is told' },
]
