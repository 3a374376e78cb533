import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'C01',
    promise: 'The same payment notification 10 times in a row and 10 at once is answered yes and counts once',
  },
  {
    id: 'C02',
    promise:
      'In all 24 orders of what a provider tells of a payment, and with the refund told first, the state at the end is the provider’s',
  },
  {
    id: 'C03',
    promise:
      'A forged notification (33 ways, WeChat Pay, Alipay, Stripe) is refused, kept for inquiry (200 an hour at most), without effect, and shown to staff',
  },
  {
    id: 'C04',
    promise: 'A genuine notification of another amount, by 1 fen, or currency pays nothing and is shown to staff',
  },
  { id: 'C05', promise: 'A genuine notification meant for another merchant or app is refused and kept' },
  { id: 'C06', promise: 'A notification about a number we never gave is kept as an orphan and shown to staff' },
  {
    id: 'C07',
    promise:
      'A genuine notification played again counts once, and is refused 5 minutes after it was signed (Alipay: 26 h, because it repeats for 25 h)',
  },
  {
    id: 'C08',
    promise: 'A notification is verified on its bytes: written anew, compressed or with one byte changed it is refused',
  },
  {
    id: 'C09',
    promise:
      'While a provider changes its key the old and the new one count; an unknown key is fetched once a minute at most, and one that cannot be fetched counts for nothing',
  },
  { id: 'C10', promise: 'A notification that overtakes the answer to opening finds its payment' },
  {
    id: 'C11',
    promise:
      'Without any notification the provider is asked after 30 s, 2, 5 and 15 minutes, and at once when the buyer comes back',
  },
  {
    id: 'C12',
    promise:
      'An opening that is not answered within 10 s is unknown, never failed; asking settles it before anything new is opened',
  },
  {
    id: 'C13',
    promise:
      'A provider that fails 5 times in a row or 10 times of 20 is left alone for 10 s, one that sends Retry-After for as long (60 s at most); buyers are told at once that it is busy and may pay another way; /metrics shows it',
  },
  {
    id: 'C14',
    promise:
      'Of 60 buyers who press while a provider takes 6 s at most 20 wait; the other 40 hear at once that it is busy',
  },
  {
    id: 'C15',
    promise:
      'Money that comes after its order was cancelled goes back by itself; the buyer is told, and the books show both',
  },
  {
    id: 'C16',
    promise: 'Of two payments of one order one counts; the other is an overpayment and goes back by itself',
  },
  {
    id: 'C17',
    promise: 'Whatever is refunded in parts sums to what was paid, to the fen; the last part takes the rest',
  },
  {
    id: 'C18',
    promise:
      'A refund that the provider declines or holds is failed or under way, never succeeded; staff are told and may send it again',
  },
  {
    id: 'C19',
    promise:
      'Money that a card’s bank takes back is booked once, in whatever order it is told, also after a refund; the order’s goods stay, staff are told, and the buyer’s next order is looked at',
  },
  {
    id: 'C20',
    promise:
      'An answer that is HTML, cut off, unsigned, too large, redirected or about something else leaves the outcome unknown, so that it is asked for',
  },
  {
    id: 'C21',
    promise:
      'Six edits of a provider’s statement (a line less, more, twice, on the next day, another amount, another fee) each leave exactly that open; taking it in again changes nothing',
  },
  {
    id: 'C22',
    promise:
      'While mail or SMS is away for 1 h orders go on; what waited leaves afterwards, 50 every 10 minutes, each once',
  },
  {
    id: 'C23',
    promise:
      'In all 24 orders of what a carrier tells, each told twice, a parcel ends signed and its order is delivered once; a stranger’s parcel and a forged push change nothing',
  },
  {
    id: 'C24',
    promise:
      'Without the carrier, the file store, downloads, webhook targets, mail or SMS orders are placed, paid, released and cancelled; without the payment provider they are placed and wait',
  },
  {
    id: 'C25',
    promise:
      'A call to a provider ends within its limit, body included (carriers 5 s, payments 10 s, 1 MB), and its line is closed',
  },
  {
    id: 'C26',
    promise:
      'A provider whose certificate has expired, is for somebody else or by nobody we know is not spoken to; there is no switch to allow it',
  },
  { id: 'C27', promise: 'No redirect of a provider or a webhook target is followed' },
  {
    id: 'C28',
    promise:
      'A provider’s test key or test address on a public address stops the start (unless TEST_ACCOUNTS=yes), a live Stripe key on this machine always',
  },
]
