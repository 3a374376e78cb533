import type { Id } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { PriceBasis, PriceProposal, PriceProposalId, ProposalStatus, ProposalStep } from './model.ts'

export const proposalNotFound = refusal(
  'not_found',
  'prices.proposal_not_found',
  (d: { proposalId: string }) => `there is no proposal ${d.proposalId}`,
)
export const proposalOpen = refusal(
  'conflict',
  'prices.proposal_open',
  (d: { variantId: string }) => `a proposal for ${d.variantId} is open`,
)
export const proposalCannot = refusal(
  'conflict',
  'prices.proposal_cannot',
  (d: { proposalId: PriceProposalId; step: ProposalStep; status: ProposalStatus }) =>
    `${d.proposalId} is ${d.status} and cannot ${d.step}`,
)
export const startsTooSoon = refusal(
  'invalid',
  'prices.too_soon',
  (d: { field: 'startsAt'; hours: number; earliest: string }) => `service must know ${d.hours} hours before`,
)
export const samePriceProposed = refusal(
  'invalid',
  'prices.same',
  (_: { field: 'list' }) => 'the proposed price is the present one',
)
export const priceReasonMissing = refusal(
  'invalid',
  'prices.reason_missing',
  (_: { field: 'reason' | 'remark' }) => 'a reason is missing',
)
export const approvesOwnPrice = refusal(
  'forbidden',
  'prices.own_proposal',
  (d: { proposalId: PriceProposalId }) => `${d.proposalId} was proposed by its approver`,
)

export const proposalColumns = [
  'id',
  'variant_id',
  'currency',
  'from_minor',
  'list_minor',
  'was_minor',
  'basis',
  'reason',
  'starts_at',
  'status',
  'proposed_by',
  'proposed_by_name',
  'decided_by_name',
  'decided_at',
  'remark',
  'ended_at',
  'created_at',
] as const

interface ProposalRow {
  readonly id: string
  readonly variant_id: string
  readonly currency: string
  readonly from_minor: number
  readonly list_minor: number
  readonly was_minor: number | null
  readonly basis: string
  readonly reason: string
  readonly starts_at: Temporal.Instant
  readonly status: string
  readonly proposed_by: string | null
  readonly proposed_by_name: string
  readonly decided_by_name: string | null
  readonly decided_at: Temporal.Instant | null
  readonly remark: string | null
  readonly ended_at: Temporal.Instant | null
  readonly created_at: Temporal.Instant
}

export const toProposal = ({ currency, ...row }: ProposalRow): PriceProposal => ({
  id: row.id as PriceProposalId,
  variantId: row.variant_id as Id<'Variant'>,
  from: { minor: row.from_minor, currency },
  list: { minor: row.list_minor, currency },
  was: row.was_minor === null ? null : { minor: row.was_minor, currency },
  basis: row.basis as PriceBasis,
  reason: row.reason,
  startsAt: row.starts_at,
  status: row.status as ProposalStatus,
  proposedBy: row.proposed_by as Id<'Account'> | null,
  proposedByName: row.proposed_by_name,
  decidedByName: row.decided_by_name,
  decidedAt: row.decided_at,
  remark: row.remark,
  endedAt: row.ended_at,
  createdAt: row.created_at,
})
