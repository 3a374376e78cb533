import { rows as a } from './a.ts'
import { rows as b } from './b.ts'
import { rows as c } from './c.ts'
import { rows as d } from './d.ts'
import { rows as e } from './e.ts'
import { rows as f } from './f.ts'
import { rows as g } from './g.ts'
import { rows as h } from './h.ts'
import { rows as i } from './i.ts'
import type { Row } from './row.ts'
import { rows as s } from './s.ts'
import { rows as t } from './t.ts'

export interface Chapter {
  readonly letter: string
  readonly title: string
  /** How many rows the catalogue has under this letter. */
  readonly size: number
  readonly rows: readonly Row[]
}

/** The catalogue: what may go wrong, 208 rows under nine letters; what is always true of every row (I), and in the course of time (T). */
export const chapters: readonly Chapter[] = [
  { letter: 'A', title: 'A process dies, or an outcome is unknown', size: 18, rows: a },
  { letter: 'B', title: 'Two act at once', size: 36, rows: b },
  { letter: 'C', title: 'Payment notices and other third parties', size: 28, rows: c },
  { letter: 'D', title: 'The database fails', size: 24, rows: d },
  { letter: 'E', title: 'Jobs, events and webhooks', size: 17, rows: e },
  { letter: 'F', title: 'Load and resources', size: 19, rows: f },
  { letter: 'G', title: 'Time', size: 8, rows: g },
  { letter: 'H', title: 'Deploying, migrating and moving data', size: 18, rows: h },
  { letter: 'I', title: 'What is true of every row', size: 64, rows: i },
  { letter: 'S', title: 'Abuse', size: 40, rows: s },
  { letter: 'T', title: 'What is true in the course of time', size: 7, rows: t },
]
