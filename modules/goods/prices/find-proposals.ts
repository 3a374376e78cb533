import { sql } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { PriceProposal } from './model.ts'
import { proposalColumns, toProposal } from './proposal.ts'

export interface FindProposals {
  /** `open`: proposed or agreed to and still to come; `ended`: all others. */
  readonly state?: 'open' | 'ended'
  readonly cursor?: string
  readonly limit?: number
}

/** A proposal with what it is about, and whether its ground has moved already. */
export interface ProposalRow extends PriceProposal {
  readonly productId: string
  readonly sku: string
  readonly name: string
  readonly moved: boolean
}

/** Price proposals, the newest first, one page. */
export async function findProposals(
  reader: Reader,
  { state = 'open', cursor, limit = 50 }: FindProposals,
): Promise<Page<ProposalRow>> {
  const open = ['proposed', 'approved']
  let query = reader.db
    .selectFrom('goods.price_proposals as p')
    .innerJoin('goods.variants as v', (join) =>
      join.onRef('v.shop_id', '=', 'p.shop_id').onRef('v.id', '=', 'p.variant_id'),
    )
    .leftJoin('goods.prices as c', (join) =>
      join.onRef('c.shop_id', '=', 'p.shop_id').onRef('c.variant_id', '=', 'p.variant_id'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('goods.product_texts as each')
          .select('each.name')
          .whereRef('each.shop_id', '=', 'v.shop_id')
          .whereRef('each.product_id', '=', 'v.product_id')
          .orderBy(sql`each.locale = ${reader.locale}`, 'desc')
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .select(proposalColumns.map((column) => `p.${column}` as const))
    .select(['v.product_id', 'v.sku', 't.name', 'c.list_minor as present_minor'])
    .where('p.shop_id', '=', reader.shopId)
    .where('p.status', state === 'open' ? 'in' : 'not in', open)
  if (cursor) query = query.where(beyond(cursor, ['p.created_at', 'p.id']))
  const rows = await query
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...toProposal(row),
      productId: row.product_id,
      sku: row.sku,
      name: row.name ?? row.sku,
      moved: state === 'open' && row.present_minor !== row.from_minor,
    })),
  }
}
