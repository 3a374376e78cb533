import { isBefore } from '#kernel/day'
import { type Id, newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import type { PriceBasis, PriceProposal } from './model.ts'
import { checkPrice, noVariant, priceInvalid, samePrice } from './price.ts'
import { pricesOf } from './price-store.ts'
import {
  priceReasonMissing,
  proposalColumns,
  proposalOpen,
  samePriceProposed,
  startsTooSoon,
  toProposal,
} from './proposal.ts'
import { pricedThing } from './proposal-store.ts'
import { priceSettings } from './settings.ts'

export interface ProposePrice {
  readonly variantId: Id<'Variant'>
  readonly list: Money
  readonly was?: Money | null
  readonly basis: PriceBasis
  readonly reason: string
  readonly startsAt: Temporal.Instant
}

/**
 * Proposes a price from a time on, with what it rests on and why. One proposal per variant is open at a time; those who change
 * prices are told.
 * @throws noVariant, priceInvalid, wasNotHigher, foreignCurrency, samePriceProposed, priceReasonMissing
 * @throws startsTooSoon when service could not be told in time (setting `prices.noticeLead`)
 * @throws proposalOpen when another is open
 */
export function proposePrice(ctx: Context, input: ProposePrice): Promise<PriceProposal> {
  return transaction(ctx, async (tx) => {
    const current = (await pricesOf(tx, [input.variantId])).get(input.variantId)
    if (!current) throw noVariant({ variantId: input.variantId })
    const next = { list: input.list, was: input.was ?? null, cost: current.cost }
    checkPrice(next)
    if (next.list.minor === 0) throw priceInvalid({ field: 'list', minor: 0 })
    if (samePrice(current, next)) throw samePriceProposed({ field: 'list' })
    await mustLeaveTime(tx, input.startsAt)
    const proposal = await insertProposal(tx, input, current.list)
    await tellDeciders(tx, proposal)
    return proposal
  })
}

/** @throws startsTooSoon */
export async function mustLeaveTime(tx: Tx, startsAt: Temporal.Instant): Promise<void> {
  const { noticeLead } = await readSettings(tx, priceSettings)
  const earliest = tx.now.add({ hours: noticeLead })
  if (isBefore(startsAt, earliest))
    throw startsTooSoon({ field: 'startsAt', hours: noticeLead, earliest: earliest.toString() })
}

async function insertProposal(
  tx: Tx,
  { variantId, list, was, basis, reason, startsAt }: ProposePrice,
  from: Money,
): Promise<PriceProposal> {
  if (!reason.trim()) throw priceReasonMissing({ field: 'reason' })
  const row = await tx.db
    .insertInto('goods.price_proposals')
    .values({
      id: newId<'PriceProposal'>(),
      shop_id: tx.shopId,
      variant_id: variantId,
      currency: list.currency,
      from_minor: from.minor,
      list_minor: list.minor,
      was_minor: was?.minor ?? null,
      basis,
      reason: reason.trim(),
      starts_at: startsAt,
      proposed_by: tx.actor.id,
      proposed_by_name: tx.actor.name,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(proposalColumns)
    .executeTakeFirst()
  if (!row) throw proposalOpen({ variantId })
  return toProposal(row)
}

async function tellDeciders(tx: Tx, proposal: PriceProposal): Promise<void> {
  const { id, variantId, from, list, basis, reason, startsAt } = proposal
  const { name, sku } = await pricedThing(tx, variantId)
  await publish(tx, {
    type: 'price.proposed',
    aggregate: 'variant',
    id: variantId,
    data: { proposalId: id, from, list, basis, reason, startsAt: startsAt.toString() },
  })
  await notify(tx, {
    permission: 'prices.change',
    kind: 'prices.proposed',
    subject: 'price',
    subjectId: id,
    data: { name, sku, by: tx.actor.name },
    dedupeKey: `prices.proposed:${id}`,
  })
}
