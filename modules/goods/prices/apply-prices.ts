import { reindexProducts } from '#goods/search'
import type { Id } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { collide, hasMoved } from './decide-price.ts'
import type { PriceProposal, PriceProposalId } from './model.ts'
import { lockPrices, setPrices } from './price-store.ts'
import { advanceProposal, lockProposal, pricedThing } from './proposal-store.ts'

/**
 * Brings agreed prices into force whose time has come, each for itself. One whose ground has moved becomes a conflict and changes
 * nothing. Safe to run again and by two at once.
 */
export async function applyDuePrices(ctx: Context): Promise<void> {
  const due = await ctx.db
    .selectFrom('goods.price_proposals')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'approved')
    .where('starts_at', '<=', ctx.now)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(500)
    .execute()
  await eachOf(due, ({ id }) => transaction(ctx, (tx) => applyOne(tx, id as PriceProposalId)))
}

async function applyOne(tx: Tx, proposalId: PriceProposalId): Promise<void> {
  const proposal = await lockProposal(tx, proposalId)
  if (proposal.status !== 'approved') return
  const current = (await lockPrices(tx, [proposal.variantId])).get(proposal.variantId)
  if (!current || (await hasMoved(tx, proposal))) {
    await collide(tx, proposal)
    return
  }
  await advanceProposal(tx, proposal, 'apply', { byClock: true })
  const { variantId, list, was } = proposal
  await setPrices(tx, new Map([[variantId, { list, was, cost: current.cost }]]), whyOf(proposal))
  await reindexProducts(tx, [(await pricedThing(tx, variantId)).productId as Id<'Product'>])
}

/** What the price's history says beside the amounts. */
const whyOf = ({ id, basis, reason, proposedByName, decidedByName }: PriceProposal) => ({
  proposalId: id,
  basis,
  reason,
  proposedBy: proposedByName,
  approvedBy: decidedByName,
})
