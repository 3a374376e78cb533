import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'D20',
    promise: 'NUL, half a character and 10 MB of text are refused with 400 or 413 in every text input: 0 errors',
  },
  {
    id: 'D21',
    promise: 'A whole number beyond 2^53 is refused with 400 wherever a number is taken, never rounded',
  },
]
