import type { Drawing } from '../catalogue/index.ts'
import type { Job } from './keep.ts'

/** Their colour is in their shine or in the light that passes through, so each must be lit anew. */
const litAnew = new Set([
  'pitcher',
  'glass',
  'oilBottle',
  'rootingVases',
  'tableLamp',
  'tube',
  'spray',
  'lipTin',
  'pumpBottle',
  'pouch',
])
const shiny = new Set(['metal', 'glass', 'iron'])

/** Pictures that differ in colour only are drawn from one lighting: the first of them carries the others. */
export function inOtherColours(jobs: readonly Job[]): Job[] {
  const groups = Map.groupBy(jobs, (job) => (isMerelyColoured(job) ? shapeOf(job) : job.name))
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, recolours: others.map(({ name, drawing }) => ({ name, drawing })) }] : [],
  )
}

const isMerelyColoured = ({ kind, view, drawing }: Job): boolean =>
  kind === 'goods' && view === 'front' && !litAnew.has(drawing?.form ?? '') && !shiny.has(drawing?.material ?? '')

function shapeOf({ name, drawing }: Job): string {
  const { colour: _colour, accent: _accent, label: _label, ...shape } = drawing ?? ({} as Drawing)
  return `${name.replace(/-\d$/, '')} ${JSON.stringify(shape)}`
}
