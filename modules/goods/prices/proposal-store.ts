import type { Reader, Tx } from '#platform/context'
import type { PriceProposal, PriceProposalId, ProposalStep } from './model.ts'
import { proposalSteps } from './model.ts'
import { proposalCannot, proposalColumns, proposalNotFound, toProposal } from './proposal.ts'

/** Locks a proposal for change. @throws proposalNotFound */
export async function lockProposal(tx: Tx, proposalId: PriceProposalId): Promise<PriceProposal> {
  const row = await tx.db
    .selectFrom('goods.price_proposals')
    .select(proposalColumns)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', proposalId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw proposalNotFound({ proposalId })
  return toProposal(row)
}

export interface Decision {
  readonly remark?: string
  readonly startsAt?: Temporal.Instant
  /** The clock's steps are nobody's decision. */
  readonly byClock?: boolean
}

/** Moves a locked proposal one step or refuses. @throws proposalCannot */
export async function advanceProposal(
  tx: Tx,
  { id, status }: PriceProposal,
  step: ProposalStep,
  { remark, startsAt, byClock = false }: Decision = {},
): Promise<PriceProposal> {
  const { from, to } = proposalSteps[step]
  const ends = to !== 'approved'
  const row = await tx.db
    .updateTable('goods.price_proposals')
    .set({
      status: to,
      ...(byClock ? {} : { decided_by_name: tx.actor.name, decided_at: tx.now }),
      ...(remark ? { remark } : {}),
      ...(startsAt ? { starts_at: startsAt } : {}),
      ...(ends ? { ended_at: tx.now } : {}),
    })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .where('status', 'in', from)
    .returning(proposalColumns)
    .executeTakeFirst()
  if (!row) throw proposalCannot({ proposalId: id, step, status })
  return toProposal(row)
}

export interface PricedThing {
  readonly productId: string
  readonly sku: string
  readonly name: { readonly zh: string; readonly en: string }
}

/** What a variant's price is about, in words for a notice. */
export async function pricedThing(reader: Reader, variantId: string): Promise<PricedThing> {
  const row = await reader.db
    .selectFrom('goods.variants as v')
    .leftJoin('goods.product_texts as t', (join) =>
      join.onRef('t.shop_id', '=', 'v.shop_id').onRef('t.product_id', '=', 'v.product_id').on('t.locale', '=', 'zh'),
    )
    .leftJoin('goods.product_texts as e', (join) =>
      join.onRef('e.shop_id', '=', 'v.shop_id').onRef('e.product_id', '=', 'v.product_id').on('e.locale', '=', 'en'),
    )
    .select(['v.product_id', 'v.sku', 't.name', 'e.name as name_en'])
    .where('v.shop_id', '=', reader.shopId)
    .where('v.id', '=', variantId)
    .executeTakeFirstOrThrow()
  return {
    productId: row.product_id,
    sku: row.sku,
    name: { zh: row.name ?? row.sku, en: row.name_en ?? row.name ?? row.sku },
  }
}
