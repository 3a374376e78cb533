import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'S01',
    promise: 'The start stops at a route without an access rule or with an empty permission: 0 such routes',
  },
  {
    id: 'S02',
    promise:
      'A thing of another shop or shopper is answered like one that does not exist, word for word, on every route with an id: 0 differences',
  },
  {
    id: 'S03',
    promise: 'An order is shown to its buyer and the staff of its shop; its id or number alone shows 0 to anybody',
  },
  {
    id: 'S04',
    promise:
      'Every closed route answers 18 kinds of callers as it declares, by their real sessions and keys: more than 4,000 cells, 0 wrong',
  },
  {
    id: 'S05',
    promise:
      'Nobody gives a permission they do not hold, or touches the account of somebody who may do more: 0 ways up',
  },
  {
    id: 'S06',
    promise:
      'A property that is not declared is refused with 400 in every body and in every part of one: 0 are taken or dropped in silence',
  },
  { id: 'S07', promise: 'A field that a route’s answer does not declare is not sent: 0 by accident' },
  {
    id: 'S08',
    promise:
      'However its method, type or address is spelt, no body passes unread by its schema and no route is reached past its rule: 0 ways',
  },
  { id: 'S09', promise: 'No body takes a price, a total, a discount or a currency of the buyer’s own: 0 are believed' },
  {
    id: 'S10',
    promise:
      'A quantity, price or any other value of a wrong kind, beyond its edges or beyond exact numbers is refused with 400 on every route',
  },
  {
    id: 'S11',
    promise: 'A reduction never takes off more than the threshold it asks for, so that 0 totals fall below nothing',
  },
  {
    id: 'S12',
    notYet:
      'no coupon or gift card can be typed in yet; vouchers of services are redeemed by staff alone, whose wrong codes are not counted, and have 12 digits',
  },
  {
    id: 'S13',
    promise:
      'A code is tried 5 times at most and is good for 10 minutes and one use; a name is locked after 10 wrong passwords an hour, also when they come at once',
  },
  {
    id: 'S14',
    promise:
      'Sign-in, codes and reset answer word for word the same, and within 20 ms, for names and numbers that exist and that do not',
  },
  {
    id: 'S15',
    promise:
      'A sign-in gives a new token of 256 bits and ends the one before; a new password, a disabled account and a sign-out end all others at once',
  },
  {
    id: 'S16',
    promise:
      'There are 0 tokens that carry their own rights: a session or key is 256 random bits, known by its hash, and made-up, ended or foreign ones open nothing',
  },
  {
    id: 'S17',
    promise:
      'No route and no form takes a change from a page of another site or a neighbour of ours: 0 of 7 ways on every one, nor from cookies whose sender says nothing',
  },
  { id: 'S18', promise: 'A sign-in leads back to paths of ours alone: 0 of 22 tricks lead elsewhere' },
  {
    id: 'S19',
    promise:
      'A script in every text that people write comes to life on 0 pages of the storefront, the console and the handheld, seen in a browser',
  },
  {
    id: 'S20',
    promise:
      'Text made to look like SQL reaches every parameter of every operation of the published document and brings 0 errors',
  },
  {
    id: 'S21',
    promise:
      'Webhooks and picture addresses lead to no inner address: 0 by number, name, redirect, or a name that changes its mind',
  },
  {
    id: 'S22',
    promise:
      'What is no sheet or picture is refused by what it holds, 50,000 × 50,000 pixels and workbooks of gigabytes before they grow; visitors get 0 bytes that were not drawn anew',
  },
  { id: 'S23', promise: 'No entity of a document is expanded, no document outside is fetched: 0' },
  {
    id: 'S24',
    promise: 'No cell of a sheet that leaves computes: 0 begin with = + - @ (also full-width), tab or return',
  },
  { id: 'S25', promise: '0 prototypes changed by a body: `__proto__` and `constructor` are refused on every route' },
  { id: 'S26', promise: 'No pattern of the product needs more than 50 ms for 5,000 characters made to tire it' },
  {
    id: 'S27',
    promise:
      'A refund is positive, in the order’s currency, and never sums beyond what was captured, also when two ask at once',
  },
  {
    id: 'S28',
    promise:
      'What one person of the staff gives back of an order is limited: beyond it 0 refunds leave without another person, neither in small pieces, nor at once, nor by a key',
  },
  {
    id: 'S29',
    promise:
      'Of 500 messages a second that prove nothing 50 are looked at and the rest is turned away unread, sender by sender; 200 an hour are kept, and 0 genuine ones are held up',
  },
  { id: 'S30', promise: 'Passwords, tokens, codes and keys reach 0 lines of the log, under whatever name' },
  { id: 'S31', promise: 'Phone numbers and recipients stand in the log by their ends only: 0 whole' },
  { id: 'S32', promise: '0 stack traces, statements or paths in the body of any refusal or error' },
  {
    id: 'S33',
    promise: 'Every page, answer and error says in 11 ways what it is, what runs in it and who may frame or read it',
  },
  {
    id: 'S34',
    promise: 'What is private says no-store, under whatever ending it is asked for; 0 unknown headers reach a page',
  },
  {
    id: 'S35',
    promise: 'X-Forwarded-For counts from proxies that are named and from nobody else: 0 addresses believed',
  },
  {
    id: 'S36',
    notYet:
      'the console shares the origin of the storefront; a second factor is demanded by the roles that say so, not of everybody',
  },
  {
    id: 'S37',
    promise:
      'More than 1,000 rows of personal data a day leave with nobody alone, neither in small pieces, nor at once, nor by a key; each export needs a permission and a reason and stands in the log: 0 otherwise (no watermark)',
  },
  { id: 'S38', notYet: 'no model is fed with what customers write' },
  { id: 'S39', promise: '0 default accounts, source maps or addresses for makers in what is built and served' },
  {
    id: 'S40',
    promise: 'Every part is pinned to one version and one SHA-512 of its content: 0 ranges, 0 parts from other places',
  },
]
