import type { Step } from './program.ts'

/** A program that failed once, cut down to what it took. */
export interface Stored {
  readonly seed: number
  /** What was wrong. */
  readonly found: string
  readonly steps: readonly Step[]
}

/** `12 pay, 15 notice` of a seed: where each move stood, which gives it its words for chance. */
const stepsOf = (seed: number, text: string): Step[] =>
  text.split(', ').map((each) => {
    const [index, move] = each.split(' ')
    return { index: Number(index), move: move!, words: `${seed}:${index}` }
  })

const failed = (seed: number, found: string, text: string): Stored => ({ seed, found, steps: stepsOf(seed, text) })

/** Played on every `npm test`. */
export const stored: readonly Stored[] = [
  failed(
    105,
    'a connection lost while an order was validated ended the process: two reads ran at once and nobody heard the second fail',
    '0 pay, 1 relay, 2 reprice, 3 reprice, 4 checkOut, 5 carry, 6 count, 7 tick, 8 make, 9 checkOut, 10 track, 11 relay, 12 add, 13 track, 14 notice, 15 pay, 16 payOnDelivery, 17 relay, 18 comeBack, 19 count, 20 comeBack, 21 tick, 22 make, 23 relay, 24 add, 25 checkOut, 26 carry, 27 pay, 28 payOnDelivery, 29 pack, 30 add, 31 pay, 32 notice, 33 work, 34 settleShort, 35 track, 36 relay, 37 comeBack, 38 work, 39 pick, 40 pick, 41 payLate, 42 pick, 43 cancel, 44 apply, 45 pay, 46 checkOut, 47 comeBack, 48 add',
  ),
  failed(
    1012,
    'a second opening that was declined ended an attempt that was paid, while the provider could not be asked',
    '0 pick, 1 work, 2 work, 3 refunds, 4 pack, 5 hand, 6 work, 7 work, 8 release, 9 settleShort, 10 pack, 11 work, 12 pack, 13 work, 14 pick, 15 hand, 16 checkOut, 17 work, 18 work, 19 work, 20 pay, 21 shelve, 22 browse, 23 pack, 24 payLate, 25 pick, 26 receive, 27 refunds, 28 relay, 29 work, 30 refunds, 31 changeItems, 32 track, 33 pay, 34 open, 35 pack, 36 start, 37 checkOut, 38 favour, 39 work, 40 open, 41 add, 42 count, 43 hand, 44 track, 45 pick, 46 add, 47 work, 48 pay, 49 change, 50 start, 51 hand, 52 relay, 53 pay, 54 decide, 55 tick, 56 start, 57 notice, 58 forward, 59 pack, 60 favour, 61 checkOut',
  ),
]
