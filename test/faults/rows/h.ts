import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'H01',
    notYet:
      'migrations give a lock up after 50 ms and try again, up to 100 times; none was measured under live traffic yet',
  },
  {
    id: 'H02',
    promise:
      'A migration whose connection is cut off at any moment, again and again, is taken up where it was: 0 differences to a schema that was left alone',
  },
  { id: 'H03', promise: 'Of 4 processes that migrate one empty database at once each file is run by exactly 1' },
  {
    id: 'H04',
    notYet: 'there is no earlier release whose program could run beside the present one; the first tag makes it so',
  },
  { id: 'H05', notYet: 'as H04: nothing to go back to before the first release' },
  {
    id: 'H06',
    promise:
      'Indexes are made beside those who write; what is left of one that failed is thrown away by the next run: 0 indexes without effect',
  },
  {
    id: 'H07',
    notYet:
      'the one that fills a large table backwards is a job (the weights of orders, 500 a minute), whose weight on p99 was not measured',
  },
  {
    id: 'H08',
    promise:
      'Every malformed setting stops the start and is named at once with what would be valid, and 0 secrets are told',
  },
  {
    id: 'H09',
    notYet: 'the secret seals under one key; a second key beside it, and a job that seals anew, are not built',
  },
  {
    id: 'H10',
    promise:
      'A backup taken while the house is worked on comes back row for row and file for file: 0 differences in counts, sums and hashes',
  },
  {
    id: 'H11',
    promise:
      'From a copy taken while it worked and the log kept beside it a database goes back to the moment before a wrong DELETE: 0 rows of before are missing, 0 checks fail',
  },
  { id: 'H12', notYet: 'the restore of the demo is timed (4 s); 10 GB and the document’s own code blocks are not' },
  {
    id: 'H13',
    notYet:
      'a restored house goes on with its jobs at once: there is no quarantine in which providers, mail and webhooks stay untouched',
  },
  {
    id: 'H14',
    promise:
      'Of 40 orders, 120 products and 1,462 events of the first release 0 are lost on the way to today’s schema, and sealed addresses open',
  },
  { id: 'H15', notYet: 'there are no feature flags: settings are read once in a transaction' },
  { id: 'H16', notYet: 'there are no plugins: others connect by API and webhooks' },
  {
    id: 'H17',
    notYet: 'versions are pinned with their hashes and no install script runs; a check upstream is not built',
  },
  {
    id: 'H18',
    notYet: 'goods, prices, stock, customers and orders leave and come in as sheets each, a whole shop does not',
  },
]
