import type { ClockJob } from '#platform/jobs'
import { watchPages } from './page-speed.ts'
import { purgeVisits } from './purge-visits.ts'

export { behaviourPersonalData } from './behaviour-data.ts'
export { agreesToVisits, type ChooseVisits, chooseVisits } from './choice.ts'
export { keepVisit, type Load, type Seen, type Visit } from './keep-visits.ts'
export { type PageSpeed, type ReadPageSpeed, readPageSpeed, type SlowPath } from './page-speed.ts'
export { type BehaviourDay, behaviourDays, type SearchedWords, searchedWords } from './read-behaviour.ts'
export { behaviourSettings } from './settings.ts'

export const behaviourClockJobs: readonly ClockJob[] = [
  { name: 'behaviour.purge', everyMinutes: 1_440, run: purgeVisits },
  { name: 'behaviour.watchPages', everyMinutes: 60, run: watchPages },
]
