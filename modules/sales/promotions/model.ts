import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'

export { promotionsText } from './text.ts'

export type ReductionId = Id<'Reduction'>

/** 满减: an order whose goods reach the threshold costs that much less. In force from `startsAt` until just before `endsAt`. */
export interface Reduction {
  readonly id: ReductionId
  readonly name: { readonly zh: string; readonly en: string }
  readonly threshold: Money
  readonly off: Money
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export type ReductionState = 'coming' | 'in_force' | 'over'

export const stateOf = ({ startsAt, endsAt }: Reduction, now: Temporal.Instant): ReductionState => {
  if (Temporal.Instant.compare(now, startsAt) < 0) return 'coming'
  return Temporal.Instant.compare(now, endsAt) < 0 ? 'in_force' : 'over'
}
