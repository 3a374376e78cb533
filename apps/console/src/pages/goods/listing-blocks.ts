import { canStep } from '#kernel/steps'
import { type ListingStep, listingSteps, type ProductStatus } from '#model/goods/listing'

/** The steps people take, with the permission each needs. `revise` happens by itself when content changes. */
export const peoplesSteps = {
  check: 'products.write',
  submit: 'products.list',
  withdraw: 'products.list',
  approve: 'products.review',
  reject: 'products.review',
  delist: 'products.list',
  relist: 'products.list',
} as const satisfies Partial<Record<ListingStep, string>>

export type PeoplesStep = keyof typeof peoplesSteps

interface Standing {
  readonly status: ProductStatus
  readonly isDirty: boolean
  readonly findings: readonly { readonly blocking: boolean }[]
}

export type Block = 'dirty' | 'status' | 'findings'

/** Submitting a draft passes the data check on the way. */
const canTake = (status: ProductStatus, step: PeoplesStep): boolean =>
  canStep(listingSteps, status, step) || (step === 'submit' && canStep(listingSteps, status, 'check'))

/** Why a step cannot be taken now; undefined when it can. */
export function blockOf(step: PeoplesStep, { status, isDirty, findings }: Standing): Block | undefined {
  if (!canTake(status, step)) return 'status'
  if (isDirty) return 'dirty'
  const mustBeComplete = step === 'submit' || step === 'approve' || step === 'relist'
  return mustBeComplete && findings.some(({ blocking }) => blocking) ? 'findings' : undefined
}
