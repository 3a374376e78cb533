import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'A01',
    promise: 'A process killed while it places an order leaves 0 rows, and the same key then places it once',
  },
  { id: 'A02', promise: 'Stock that a killed process had set aside is free again in under 1 s' },
  {
    id: 'A03',
    promise: 'An order whose answer was lost is answered again under the same key, with the same id: 1 order',
  },
]
