import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'F07',
    promise: 'JSON nested 10,000 deep, with 90,000 keys or a number of 1 MB is refused with 400 or 413 on every route',
  },
]
