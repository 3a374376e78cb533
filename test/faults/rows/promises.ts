/** A promise to the public. It stands on the page while every row that shows it has only green tests. */
export interface PublicPromise {
  readonly id: string
  readonly promise: string
  readonly shownBy: readonly string[]
}

export const promises: readonly PublicPromise[] = [
  {
    id: 'P1',
    promise:
      'No oversell, double order, double capture, over-refund or over-used coupon: 0 in every race and fault run',
    shownBy: ['A03', 'A04', 'A05', 'A08', 'B01', 'B02', 'B03', 'B06', 'B11', 'B13', 'B14'],
  },
  {
    id: 'P2',
    promise: 'An acknowledged order survives any kill of a process and any crash of the database: 0 lost',
    shownBy: ['A03', 'A18', 'D01', 'D02', 'D03'],
  },
  { id: 'P3', promise: 'Orders are taken again within 30 s of a crash of the database', shownBy: ['D01', 'D02'] },
  { id: 'P4', promise: 'A crash without loss of the disk loses no acknowledged data', shownBy: ['D01', 'D02', 'A18'] },
  { id: 'P9', promise: 'The state of a payment is the provider’s within 60 s', shownBy: ['C11', 'C15'] },
  {
    id: 'P11',
    promise: 'A job takes effect once; what a dead worker held is taken up within 90 s',
    shownBy: ['A07', 'E01'],
  },
  {
    id: 'P12',
    promise: 'A change of the schema holds no reader or writer up for more than 250 ms',
    shownBy: ['H01', 'H04'],
  },
  { id: 'P13', promise: 'A backup made under load is restored whole', shownBy: ['H10'] },
  {
    id: 'P15',
    promise: 'No route without an access rule, and every cell of the access matrix is tested',
    shownBy: ['S01', 'S04'],
  },
  { id: 'P18', promise: 'An older release’s data is upgraded and passes every check', shownBy: ['H14'] },
]
