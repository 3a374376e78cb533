import type { ClockJob } from '#platform/jobs'
import { computeRecommendations } from './compute.ts'

export { computeRecommendations } from './compute.ts'
export { lastRun, type Run } from './last-run.ts'
export { type Neighbour, neighboursOf, type Sequences, type Shape, usualShape } from './neighbours.ts'
export { type Next, type Past, rankNext } from './rank-next.ts'
export { pastOf, type WholePast } from './read-past.ts'
export { alsoBought, type RecommendAfter, type RecommendFor, recommendAfter, recommendFor } from './recommend.ts'
export { type BroughtOrder, ordersOfSource, type SourceSales, salesBySource } from './sales-by-source.ts'
export { type Step, sequencesOf } from './sequences.ts'
export { recommendationSettings } from './settings.ts'
export { type TopProducts, topProducts } from './top-products.ts'

export const recommendationsClockJobs: readonly ClockJob[] = [
  { name: 'recommendations.compute', everyMinutes: 60, run: computeRecommendations },
]
