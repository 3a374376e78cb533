import type { AnswerOf } from '#client'
import type { CaseClock, CaseStatus } from '#model/care/after-sales'
import { afterSalesText, caseSteps } from '#model/care/after-sales'
import { useText } from '../../frame/language.ts'
import { useWhyNot } from '../../frame/steps.ts'

/** A case with the boxes that go out for it. */
export type SeenCase = AnswerOf<'GET /api/v1/admin/cases/{id}'>
export type SentCase = Omit<SeenCase, 'parcels'>

/** What a case's status, kind, reason and grade are called. */
export function useCaseNames() {
  const t = useText(afterSalesText)
  return {
    status: (status: CaseStatus) => t(`case.status.${status}`),
    kind: (kind: SentCase['kind']) => t(`case.kind.${kind}`),
    fault: (fault: SentCase['fault']) => t(`case.fault.${fault}`),
    reason: (reason: string) =>
      `case.reason.${reason}` in afterSalesText ? t(`case.reason.${reason}` as 'case.reason.other') : reason,
    grade: (grade: NonNullable<SentCase['lines'][number]['grade']>) => t(`case.grade.${grade}`),
  }
}

/** Why a step of a case cannot be taken now. */
export const useCaseWhyNot = () => useWhyNot(caseSteps, useCaseNames().status)

export interface VerbProps {
  readonly found: SentCase
  readonly onDone: () => Promise<unknown>
}

export const statusColors: Readonly<Record<CaseStatus, string>> = {
  applied: 'warning',
  asked: 'default',
  to_confirm: 'warning',
  approved: 'processing',
  refused: 'default',
  sent_back: 'processing',
  arrived: 'warning',
  graded: 'processing',
  refunding: 'processing',
  replacing: 'processing',
  repairing: 'processing',
  unrepairable: 'default',
  on_the_way: 'processing',
  settled: 'success',
  withdrawn: 'default',
  open: 'warning',
}

export interface RunningClock {
  readonly name: CaseClock
  readonly by: string
  readonly soonHours: number
}

/** The clock that a case runs against now; none once it asks nothing of anybody or waits for the buyer. */
export function clockOf({ status, solveBy, checkBy, repairBy, refundBy }: SentCase): RunningClock | undefined {
  if (status === 'applied' || status === 'to_confirm' || status === 'open')
    return { name: 'solve', by: solveBy, soonHours: 6 }
  if (status === 'arrived' && checkBy) return { name: 'check', by: checkBy, soonHours: 6 }
  if (status === 'repairing' && repairBy) return { name: 'repair', by: repairBy, soonHours: 24 }
  if ((status === 'graded' || status === 'refunding') && refundBy)
    return { name: 'refund', by: refundBy, soonHours: 24 }
  return undefined
}
