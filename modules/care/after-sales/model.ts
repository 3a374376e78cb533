import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Steps } from '#kernel/steps'
import type { Grade } from '#model/supply/inventory'

export { type Grade, grades } from '#model/supply/inventory'
export { afterSalesText } from './text.ts'

export type CaseId = Id<'Case'>

/**
 * `refund`: money back, goods stay. `return`: goods come back first. `exchange`: goods come back, others of the same product and price go out.
 * `repair`: goods come to us, are mended under warranty and go back; they stay the buyer's. `reshipment`: what was missing or lost is sent again. `compensation`: money for the trouble, goods stay and none of them is paid back.
 * `parcel_inquiry`: a parcel fell silent.
 */
export const caseKinds = [
  'refund',
  'return',
  'exchange',
  'repair',
  'reshipment',
  'compensation',
  'parcel_inquiry',
] as const
export type CaseKind = (typeof caseKinds)[number]

/** What a buyer can ask for; an inquiry opens by itself. */
export const wishedKinds = [
  'return',
  'exchange',
  'repair',
  'reshipment',
  'refund',
  'compensation',
] as const satisfies readonly CaseKind[]
export type WishedKind = (typeof wishedKinds)[number]

/** Kinds of which goods come back and become ours: they are graded. */
export const becomesOurs = ({ kind }: Pick<Case, 'kind'>): boolean => kind === 'return' || kind === 'exchange'

/** Kinds of which a parcel comes to us, to be counted. */
export const comesBack = (one: Pick<Case, 'kind'>): boolean => becomesOurs(one) || one.kind === 'repair'

/** Kinds that end with a parcel to the buyer. */
export const sendsParcel = (one: Pick<Case, 'kind'>): boolean => goesOut(one) || one.kind === 'repair'

/** Kinds for which goods of ours go out. */
export const goesOut = ({ kind }: Pick<Case, 'kind'>): boolean => kind === 'exchange' || kind === 'reshipment'

export const caseStatuses = [
  'applied',
  'asked',
  'to_confirm',
  'approved',
  'refused',
  'sent_back',
  'arrived',
  'graded',
  'refunding',
  'replacing',
  'repairing',
  'unrepairable',
  'on_the_way',
  'settled',
  'withdrawn',
  'open',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

export type CaseStep =
  | 'ask'
  | 'answer'
  | 'approve'
  | 'approveRefund'
  | 'propose'
  | 'confirm'
  | 'resend'
  | 'refuse'
  | 'withdraw'
  | 'sendBack'
  | 'arrive'
  | 'grade'
  | 'refund'
  | 'replace'
  | 'leave'
  | 'payInstead'
  | 'takeUp'
  | 'mend'
  | 'giveUp'
  | 'sendAsIs'
  | 'handIn'
  | 'settle'
  | 'close'
  | 'reopen'

/**
 * `takeUp`, `mend`, `giveUp`, `sendAsIs` and `handIn` are the steps of a repair: the buyer who is told that a piece cannot be mended has it sent back as it
 * is, or hands it in for money or another. `close` and `reopen` are the steps of a parcel inquiry; `resend`, `replace`, `leave` and `payInstead` those of goods that go out. Source: requirements, Appendix C, "Return" and "Parcel".
 */
export const caseSteps: Steps<CaseStep, CaseStatus> = {
  ask: { from: ['applied'], to: 'asked' },
  answer: { from: ['asked'], to: 'applied' },
  approve: { from: ['applied', 'asked'], to: 'approved' },
  approveRefund: { from: ['applied', 'asked'], to: 'refunding' },
  resend: { from: ['applied', 'asked'], to: 'replacing' },
  propose: { from: ['applied', 'asked'], to: 'to_confirm' },
  confirm: { from: ['to_confirm'], to: 'refunding' },
  refuse: { from: ['applied', 'asked', 'to_confirm'], to: 'refused' },
  withdraw: { from: ['applied', 'asked', 'to_confirm', 'approved'], to: 'withdrawn' },
  sendBack: { from: ['approved'], to: 'sent_back' },
  arrive: { from: ['approved', 'sent_back'], to: 'arrived' },
  grade: { from: ['arrived'], to: 'graded' },
  refund: { from: ['graded'], to: 'refunding' },
  replace: { from: ['graded'], to: 'replacing' },
  leave: { from: ['replacing'], to: 'on_the_way' },
  takeUp: { from: ['arrived'], to: 'repairing' },
  mend: { from: ['repairing'], to: 'replacing' },
  giveUp: { from: ['arrived', 'repairing'], to: 'unrepairable' },
  sendAsIs: { from: ['unrepairable'], to: 'replacing' },
  handIn: { from: ['unrepairable'], to: 'arrived' },
  payInstead: { from: ['applied', 'asked', 'replacing'], to: 'refunding' },
  settle: { from: ['refunding', 'graded', 'on_the_way', 'arrived'], to: 'settled' },
  close: { from: ['open'], to: 'settled' },
  reopen: { from: ['settled'], to: 'open' },
}

/** What can be done with a case: its steps, and what leaves it where it is: making an exchange a return, and judging whose fault it is. */
export type CaseDeed = CaseStep | 'returnInstead' | 'judgeFault'

/** While an exchange is in one of these its goods are not checked, and it can be made a return. */
export const becomesReturnFrom = [
  'applied',
  'asked',
  'approved',
  'sent_back',
  'arrived',
] as const satisfies readonly CaseStatus[]

/** A case in one of these asks nothing more of anybody. */
export const finalStatuses = ['settled', 'refused', 'withdrawn'] as const satisfies readonly CaseStatus[]

/** What a buyer can choose for a piece that cannot be mended. */
export const repairChoices = ['refund', 'exchange', 'as_is'] as const
export type RepairChoice = (typeof repairChoices)[number]

export const caseClocks = ['solve', 'check', 'repair', 'refund'] as const
export type CaseClock = (typeof caseClocks)[number]

/** Which clocks run in which state (AFS-04, AFS-23). While a case waits for its buyer none does. */
export const runningClocks: Readonly<Partial<Record<CaseStatus, readonly CaseClock[]>>> = {
  applied: ['solve'],
  to_confirm: ['solve'],
  open: ['solve'],
  arrived: ['check', 'refund'],
  repairing: ['repair'],
  graded: ['refund'],
  refunding: ['refund'],
}

export const caseReasons = [
  'no_reason',
  'damaged',
  'wrong_goods',
  'missing',
  'quality',
  'not_as_described',
  'late',
  'other',
] as const
export type CaseReason = (typeof caseReasons)[number]

/** Whose fault a case is: the shop pays the freight where it is its own. */
export const faults = ['shop', 'buyer'] as const
export type Fault = (typeof faults)[number]

/** Whose fault a reason speaks of, until staff have judged otherwise. */
export const faultOf = (reason: CaseReason): Fault => (reason === 'no_reason' || reason === 'other' ? 'buyer' : 'shop')

/** Who pays the way of what is sent to us: under warranty and where it is at fault the shop, else its freight insurance if it has one (AFS-01, AFS-20). */
export type WayBack = 'shop' | 'insurance' | 'buyer'
export const wayBackOf = ({ kind, fault }: Pick<Case, 'kind' | 'fault'>, { insured }: { insured: boolean }): WayBack =>
  kind === 'repair' || fault === 'shop' ? 'shop' : insured ? 'insurance' : 'buyer'

/** While a case is in one of these its money is not promised yet, and staff may judge whose fault it is. */
export const judgedIn = [
  'applied',
  'asked',
  'approved',
  'sent_back',
  'arrived',
  'repairing',
  'unrepairable',
] as const satisfies readonly CaseStatus[]

export const caseLimits = { pictures: 6, description: 500 } as const

/** What the buyer said of the handling. */
export interface CaseRating {
  readonly caseId: CaseId
  readonly caseNumber: string
  readonly stars: number
  readonly words: string
  /** Who decided the case; empty when nobody in person did. */
  readonly handledBy: string
  readonly ratedAt: Temporal.Instant
}

/** How buyers found what somebody handled; null is the whole shop. */
export interface CaseRatingSum {
  readonly handledBy: string | null
  readonly count: number
  /** From 1 to 5, to two decimals; null without a rating. */
  readonly average: number | null
  /** Three stars and fewer. */
  readonly low: number
}

/** Whether a case has come to its end by the hands of the shop, so that its buyer can say how that went. */
export const isHandled = ({ kind, status }: Pick<Case, 'kind' | 'status'>): boolean =>
  kind !== 'parcel_inquiry' && (status === 'settled' || status === 'refused')

/** What goes out for a line: other goods of the same product, or the same again. */
export interface Replacement {
  readonly variantId: Id<'Variant'>
  readonly sku: string
  readonly specification: string
}

export interface CaseLine {
  readonly id: Id<'CaseLine'>
  readonly orderLineId: Id<'OrderLine'>
  /** The line by which the piece itself went out, when it is one that was got in exchange. */
  readonly sentLineId: Id<'CaseLine'> | null
  readonly variantId: Id<'Variant'>
  readonly sku: string
  readonly name: string
  readonly specification: string
  readonly quantity: number
  /** What of the recorded shares goes back for this line: expected when applied for, exact once the refund is promised. */
  readonly refund: Money
  readonly received: number
  readonly restocked: number
  readonly scrapped: number
  readonly grade: Grade | null
  readonly replacement: Replacement | null
  /** Pieces that the warehouse was asked to send for this line. */
  readonly resent: number
}

export interface Case {
  readonly id: CaseId
  readonly number: string
  readonly kind: CaseKind
  readonly status: CaseStatus
  readonly orderId: Id<'Order'>
  readonly orderNumber: string
  readonly customerId: Id<'Account'>
  readonly parcelId: Id<'Parcel'> | null
  readonly reason: string
  readonly description: string
  readonly fault: Fault
  readonly amount: Money
  /** What of the amount is freight that was paid for the goods. */
  readonly freight: Money
  readonly returnCarrier: string | null
  readonly returnWaybill: string | null
  /** What we asked the buyer, and why we refused. */
  readonly question: string | null
  readonly refusalReason: string | null
  /** Of a repair: what was found or done, as the buyer reads it. */
  readonly finding: string | null
  readonly decidedBy: string | null
  /** The account that granted a compensation for which a second person is asked. */
  readonly proposedBy: string | null
  /** What came back is not what was to come back. */
  readonly differs: boolean
  readonly openedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
  readonly arrivedAt: Temporal.Instant | null
  readonly gradedAt: Temporal.Instant | null
  /** When all that goes out for it had left. */
  readonly sentAt: Temporal.Instant | null
  readonly settledAt: Temporal.Instant | null
  /** The clocks: solution, quality check after arrival, repair, refund. `runningClocks` says which of them run. */
  readonly solveBy: Temporal.Instant
  readonly checkBy: Temporal.Instant | null
  readonly repairBy: Temporal.Instant | null
  readonly refundBy: Temporal.Instant | null
  readonly alarm: 'soon' | 'broken' | null
  readonly lines: readonly CaseLine[]
  readonly pictureIds: readonly Id<'Picture'>[]
}
