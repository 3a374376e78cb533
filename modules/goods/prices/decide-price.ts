import { decimalText, type Money } from '#kernel/money'
import { notify, settleNotices } from '#office/notices'
import { loadShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import type { PriceProposal, PriceProposalId, ProposalStep } from './model.ts'
import { pricesOf } from './price-store.ts'
import { approvesOwnPrice, priceReasonMissing } from './proposal.ts'
import { advanceProposal, type Decision, lockProposal, pricedThing } from './proposal-store.ts'
import { mustLeaveTime } from './propose-price.ts'
import { priceSettings } from './settings.ts'

export interface ApprovePrice {
  readonly proposalId: PriceProposalId
  /** Another time than the proposed one. */
  readonly startsAt?: Temporal.Instant
}

/**
 * Agrees to a price: service staff are told at once, customers see it from its time on, never sooner than the shop's lead.
 * When the price was changed otherwise since it was proposed, the proposal ends as a conflict instead.
 * @throws proposalNotFound, proposalCannot, startsTooSoon
 * @throws approvesOwnPrice where the shop wants two people, and there for keys: nobody knows in whose hand they are
 */
export function approvePrice(ctx: Context, { proposalId, startsAt }: ApprovePrice): Promise<PriceProposal> {
  return transaction(ctx, async (tx) => {
    const proposal = await lockProposal(tx, proposalId)
    await mustDecide(tx, proposal)
    await mustLeaveTime(tx, startsAt ?? proposal.startsAt)
    const approved = await step(tx, proposal, 'approve', { startsAt })
    if (await hasMoved(tx, approved)) return collide(tx, approved)
    await announce(tx, approved)
    return approved
  })
}

/** Declines a price with a remark for its author. @throws priceReasonMissing, proposalNotFound, proposalCannot, approvesOwnPrice */
export function rejectPrice(
  ctx: Context,
  { proposalId, remark }: { readonly proposalId: PriceProposalId; readonly remark: string },
): Promise<PriceProposal> {
  return transaction(ctx, async (tx) => {
    if (!remark.trim()) throw priceReasonMissing({ field: 'remark' })
    const proposal = await lockProposal(tx, proposalId)
    await mustDecide(tx, proposal)
    return step(tx, proposal, 'reject', { remark: remark.trim() })
  })
}

/** Takes a price back before its time, whoever agreed to it. Service staff need not expect it any more. @throws proposalNotFound, proposalCannot */
export function withdrawPrice(ctx: Context, proposalId: PriceProposalId): Promise<PriceProposal> {
  return transaction(ctx, async (tx) => {
    const withdrawn = await step(tx, await lockProposal(tx, proposalId), 'withdraw')
    await settleNotices(tx, { subject: 'price', subjectId: proposalId })
    return withdrawn
  })
}

async function mustDecide(tx: Tx, { id, proposedBy }: PriceProposal): Promise<void> {
  const { approverMustDiffer } = await readSettings(tx, priceSettings)
  const { kind, id: ownId } = tx.actor
  if (approverMustDiffer && (kind === 'key' || (proposedBy !== null && proposedBy === ownId)))
    throw approvesOwnPrice({ proposalId: id })
}

const past: Readonly<Record<ProposalStep, string>> = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
  apply: 'applied',
  collide: 'collided',
}

async function step(
  tx: Tx,
  proposal: PriceProposal,
  taken: ProposalStep,
  decision: Decision = {},
): Promise<PriceProposal> {
  const moved = await advanceProposal(tx, proposal, taken, decision)
  await settleNotices(tx, { subject: 'price', subjectId: proposal.id, kinds: ['prices.proposed'] })
  await publish(tx, {
    type: `price.proposal_${past[taken]}`,
    aggregate: 'variant',
    id: proposal.variantId,
    data: { proposalId: proposal.id, list: proposal.list, remark: decision.remark ?? null },
  })
  return moved
}

/** The price is another one than the proposal started from. */
export async function hasMoved(tx: Tx, { variantId, from }: PriceProposal): Promise<boolean> {
  return (await pricesOf(tx, [variantId])).get(variantId)?.list.minor !== from.minor
}

/** Ends a proposal whose ground has moved: the price stays, and those who change prices are told. */
export async function collide(tx: Tx, proposal: PriceProposal): Promise<PriceProposal> {
  const ended = await step(tx, proposal, 'collide', { byClock: true })
  const { name, sku } = await pricedThing(tx, proposal.variantId)
  await settleNotices(tx, { subject: 'price', subjectId: proposal.id })
  await notify(tx, {
    permission: 'prices.change',
    kind: 'prices.conflict',
    subject: 'price',
    subjectId: proposal.id,
    data: { name, sku },
    dedupeKey: `prices.conflict:${proposal.id}`,
  })
  return ended
}

const amountText = (amount: Money): string => `${amount.currency} ${decimalText(amount)}`

/** Tells service staff what customers will see, and when. */
async function announce(tx: Tx, { id, variantId, from, list, startsAt }: PriceProposal): Promise<void> {
  const { name, sku } = await pricedThing(tx, variantId)
  const { timeZone } = await loadShop(tx)
  const at = startsAt.toZonedDateTimeISO(timeZone).toPlainDateTime()
  await notify(tx, {
    permission: 'aftersales.decide',
    kind: 'prices.announced',
    subject: 'price',
    subjectId: id,
    data: {
      name,
      sku,
      from: amountText(from),
      to: amountText(list),
      at: at.toString({ smallestUnit: 'minute' }).replace('T', ' '),
    },
    dedupeKey: `prices.announced:${id}:${startsAt}`,
  })
}
