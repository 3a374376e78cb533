import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'C13',
    promise:
      'A provider that fails 5 times in a row or 10 times of 20 is left alone for 10 s, one that sends Retry-After for as long (60 s at most); buyers are told at once that it is busy and may pay another way',
  },
  { id: 'C14', promise: 'At most 20 calls to one provider are under way; one more is refused at once' },
]
