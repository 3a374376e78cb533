import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'F01',
    promise:
      'A process takes 48 requests at once and asks the others to come back; while half of the answers take more than 500 ms, or its event loop is 200 ms late, it takes a quarter fewer each second, down to a tenth',
  },
  {
    id: 'F02',
    promise:
      'When there is too much to do exports are sent away first, then lists, browsing, carts and last checkouts; a provider’s callback never, and two connections to the database are its own',
  },
  {
    id: 'F03',
    promise:
      'A variant at which more than 100 orders of one second wait for each other in a process is hot by itself from the next order on: staff are told, none too many is sold, and ten minutes after the crowd it no longer is. What others wait meanwhile is not promised',
  },
  {
    id: 'F04',
    promise:
      'Who finds no room at the checkout gets a place in line: let in in the order of arrival within 1 s, whatever is reloaded; a place that nobody asks about for 60 s is given up',
  },
  {
    id: 'F05',
    promise:
      '500 connections that send their heads a byte a second are closed within 15 s and a stalled body after 60 s, while others are served',
  },
  {
    id: 'F06',
    promise:
      'A body of 100 MB or 1 GB is refused before it is read, an endless one once it is too large, a packed one at once: under 60 MB more memory',
  },
  {
    id: 'F07',
    promise: 'JSON nested 10,000 deep, with 90,000 keys or a number of 1 MB is refused with 400 or 413 on every route',
  },
  {
    id: 'F08',
    promise:
      'A list gives at most 100 rows, has no offset and at most 20 filters, and is sorted by what it declares alone: anything else is 400',
  },
  {
    id: 'F09',
    notYet:
      'exports are written page by page from one snapshot into a file; neither one of a million rows nor one whose reader leaves was driven',
  },
  {
    id: 'F10',
    notYet: 'no load was kept up for hours: the longest are those of the simulator and of the benchmarks, minutes each',
  },
  {
    id: 'F11',
    notYet:
      'pictures are drawn in threads of their own, but large sheets are read and written in the process that answers',
  },
  { id: 'F12', promise: 'A process whose heap is full ends, and the next one finds 0 broken checks' },
  { id: 'F13', promise: 'A process without free file descriptors lives, and serves again as soon as there are some' },
  {
    id: 'F14',
    promise:
      'Who was sent away and comes back at once is served one time in five at most; one caller has at most 32 requests under way; the pause asked for differs from caller to caller',
  },
  {
    id: 'F15',
    promise:
      'Five hundred who miss a shop’s settings or freight tables at once cause one query; while the database is away they get what was true up to a minute ago',
  },
  { id: 'F16', promise: 'Who asks while a process starts finds nobody or is served: 0 answers of 5xx' },
  {
    id: 'F17',
    notYet:
      'guesses and codes are limited for each account, phone and address, and the room for one caller (F14); what one person may buy is not, and no challenge is asked of programs',
  },
  {
    id: 'F18',
    promise:
      'A log that nobody reads, or whose reader has gone, holds no answer up: half a million characters wait, what is said beyond is dropped, counted in /metrics and said when somebody reads again',
  },
  { id: 'F19', promise: 'While others trade, one shop takes at most half of the room' },
]
