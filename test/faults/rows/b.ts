import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'B01',
    promise:
      'Twenty buyers of the last unit: one order, nineteen refusals, and no call to the payment provider before either; the same through a transfer, a changed order and a bare reservation',
  },
  { id: 'B02', promise: 'Two tabs that confirm one cart, each with a key of its own, make one order' },
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
  { id: 'B06', notYet: 'there are no coupons: reductions apply to everybody and have no limit of uses' },
  { id: 'B07', notYet: 'there are no coupons with a limit for each customer' },
  { id: 'B08', notYet: 'reductions have no budget' },
  { id: 'B09', notYet: 'there are no gift cards; vouchers for services are spent whole and once (B29)' },
  { id: 'B10', notYet: 'there are no points' },
  {
    id: 'B11',
    promise:
      'Two refunds of 60 out of 100 at once: one is promised; a return and a refund by hand never exceed what was paid',
  },
  { id: 'B12', promise: 'Two tabs that open the payment of one order get one attempt; the provider opens one payment' },
  { id: 'B13', promise: 'A success told by notification, return page and poller at once settles the payment once' },
  {
    id: 'B14',
    promise:
      'Paid at the moment the order runs out of time: a paid order, or a cancelled one whose money goes back, never neither',
  },
  { id: 'B15', promise: 'Cancelled when picking begins: one of both happens, and a cancelled order is not picked' },
  {
    id: 'B16',
    promise: 'Paid while its promise runs out and others order: the order has its goods, or its money goes back',
  },
  {
    id: 'B17',
    promise:
      'The price changes while a buyer confirms: charged is the total that was seen, or the order is refused with the new one',
  },
  {
    id: 'B18',
    promise: 'Of two who counted one shelf while it was sold from one count is booked; no number turns negative',
  },
  {
    id: 'B19',
    promise:
      'Ten changes of one cart at once are all in it; of two who change what both have seen one does and the other is told',
  },
  { id: 'B20', promise: 'The first two requests of a browser share one cart' },
  { id: 'B21', promise: 'Five sign-ins at once merge a guest’s cart once' },
  { id: 'B22', promise: 'Two requests for all pieces of one line: one is taken, the other is told how many are left' },
  {
    id: 'B23',
    promise: 'Of two pickers one has the task; one scan sent twice and one receipt posted three times count once',
  },
  {
    id: 'B24',
    promise:
      'One line in two warehouses, each box given away twice, leaves once; a transfer that two people send off leaves once',
  },
  { id: 'B25', promise: 'Two hundred orders at once get two hundred different numbers' },
  { id: 'B26', promise: 'Orders of A and B and of B and A at once: 0 deadlocks' },
  {
    id: 'B27',
    promise:
      'Two thousand carts before a hundred pieces of a hot variant: exactly a hundred get one, in each process who came first; a cart that asks ten times has one piece',
  },
  {
    id: 'B28',
    promise:
      'Pieces of a hot variant that are ordered and not paid, or claimed and never ordered, also because a process died, can be bought again',
  },
  {
    id: 'B29',
    promise:
      'One code sent to a phone and used by ten requests signs in once; a code of an authenticator, a recovery code and a voucher are good once',
  },
  {
    id: 'B30',
    notYet: 'there are no refresh tokens: a session is one random token, kept as a hash and ended on the server',
  },
  {
    id: 'B31',
    promise:
      'A role that is taken away opens nothing more in any process after one second; of two owners who put each other out one stays',
  },
  { id: 'B32', notYet: 'the house writes no invoices: an order keeps the buyer’s wish for one' },
  { id: 'B33', promise: 'Two schedulers and a hundred ticks: each tick runs once' },
  {
    id: 'B34',
    promise:
      'One order of a marketplace that two polls bring lands once; one box handed in by three statements is booked once',
  },
  {
    id: 'B35',
    promise:
      'Erased at the moment of a new order: the order stands and nothing is erased, or all is erased and there is no order',
  },
  { id: 'B36', promise: 'Of two people who approve one refund at once one has approved it, the other is told' },
]
