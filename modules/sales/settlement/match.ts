import type { Money } from '#kernel/money'
import type { BillLine } from '#platform/payments'
import type { Billed } from '#sales/payments'
import type { ExceptionKind } from './model.ts'

export interface Difference {
  readonly kind: ExceptionKind
  readonly ours: Money | null
  readonly theirs: Money | null
}

/** Holds a line of a bill against what we know under its number. Undefined: they agree. One line has one difference, the gravest. */
export function compare(line: BillLine, ours: Billed | undefined, feeTolerance: number): Difference | undefined {
  const isOther = ours && (ours.refundId === null) !== (line.kind === 'payment')
  if (!ours || isOther) return { kind: 'missing_here', ours: null, theirs: line.amount }
  if (ours.amount.minor !== line.amount.minor || ours.amount.currency !== line.amount.currency)
    return { kind: 'amount', ours: ours.amount, theirs: line.amount }
  if (ours.status !== 'succeeded') return { kind: 'status', ours: ours.amount, theirs: line.amount }
  const isFeeOff = line.kind === 'payment' && Math.abs(ours.fee.minor - line.fee.minor) > feeTolerance
  return isFeeOff ? { kind: 'fee', ours: ours.fee, theirs: line.fee } : undefined
}
