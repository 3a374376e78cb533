import type { Row } from './row.ts'

export const rows: readonly Row[] = [
  {
    id: 'S06',
    promise:
      'A property that is not declared is refused with 400 in every body and in every part of one: 0 are taken or dropped in silence',
  },
  {
    id: 'S10',
    promise:
      'A quantity, price or any other value of a wrong kind, beyond its edges or beyond exact numbers is refused with 400 on every route',
  },
  {
    id: 'S20',
    promise:
      'Text made to look like SQL reaches every parameter of every operation of the published document and brings 0 errors',
  },
  { id: 'S25', promise: '0 prototypes changed by a body: `__proto__` and `constructor` are refused on every route' },
  { id: 'S32', promise: '0 stack traces, statements or paths in the body of any refusal or error' },
]
