import { saleItemsOf } from '#goods/catalog'
import { minutes } from '#kernel/day'
import { pieces } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { type Database, transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { heldClaims, lockSupplies, type Supply, takeClaims } from './claim-store.ts'
import { joinCrowd } from './crowd.ts'
import { forMany } from './for-many.ts'
import { gather } from './gather.ts'
import { firstShortage, type Portion, planReservation } from './plan-reservation.ts'
import { inventorySettings } from './settings.ts'
import { outOfStock } from './stock.ts'
import { tellListing } from './tell-listing.ts'

export interface ClaimStock {
  /** Who will order: a cart's id. */
  readonly holder: string
  readonly variantId: VariantId
  readonly quantity: number
  /** Two-digit code of the province the goods go to. A longer district code will do. */
  readonly province: string
  /** What a refusal calls the line. */
  readonly field: string
}

/**
 * Sets pieces of a hot variant aside before the order, for a short while. Claims that come together are served by one transaction, first come first
 * served, so that as many are served a second as commits carry and not as one row can be written; who comes too late hears it at once. A holder that asks
 * again keeps what it has. The order takes the claim over with `confirmClaims`; without one it ends by itself.
 *
 * What is not on sale, or not shipped, is not claimed: the order says what it thinks of it.
 *
 * @throws outOfStock
 */
export async function claimStock(ctx: Context, claim: ClaimStock): Promise<void> {
  const { variantId, field } = claim
  const quantity = pieces(claim.quantity, field)
  const leave = joinCrowd(ctx, variantId)
  const available = await deskOf(ctx, variantId)({ ctx, claim }).finally(leave)
  if (available !== undefined) throw outOfStock({ variantId, wanted: quantity, available, field })
}

interface Asking {
  readonly ctx: Context
  readonly claim: ClaimStock
}

/** How many are left for somebody who is refused. */
type Refused = number | undefined

/** The most claims of one transaction: as many rows as are written in a few milliseconds. */
const most = 500

type Desk = (asking: Asking) => Promise<Refused>

/** One queue for each hot variant of a shop in this process. */
const desks = new WeakMap<Database, Map<string, Desk>>()

function deskOf({ db, shopId }: Context, variantId: VariantId): Desk {
  const ours = desks.get(db) ?? new Map<string, Desk>()
  desks.set(db, ours)
  const key = `${shopId} ${variantId}`
  const desk = ours.get(key) ?? gather((asking: readonly Asking[]) => serve(asking, variantId), { most })
  ours.set(key, desk)
  return desk
}

function serve(asking: readonly Asking[], variantId: VariantId): Promise<Refused[]> {
  return transaction(forMany(asking.at(-1)!.ctx, 'inventory.claims'), async (tx) => {
    const item = (await saleItemsOf(tx, [variantId])).get(variantId)
    if (!item?.requiresShipping) return asking.map(() => undefined)
    const supplies = await lockSupplies(tx, variantId)
    const claims = asking.map(({ claim }) => claim)
    const held = await heldClaims(tx, { variantId, holders: claims.map(({ holder }) => holder) })
    const { refused, taken } = handOut(claims, { supplies, held, isOnSale: item.active })
    await keep(tx, taken)
    return refused
  })
}

interface Stand {
  readonly supplies: readonly Supply[]
  readonly held: ReadonlySet<string>
  readonly isOnSale: boolean
}

export interface Taken extends Portion {
  readonly holder: string
}

/** Who gets what, in the order of asking: all pieces of a claim or none. */
function handOut(claims: readonly ClaimStock[], { supplies, held, isOnSale }: Stand) {
  const served = new Set(held)
  const left = supplies.map((supply) => ({ ...supply }))
  const taken: Taken[] = []
  const refused = claims.map(({ holder, variantId, quantity, province }): Refused => {
    if (served.has(holder)) return undefined
    const line = { lineId: variantId, variantId, quantity }
    const short = firstShortage([line], left)
    if (short) return short.available
    if (!isOnSale) return undefined
    for (const portion of planReservation([line], nearestFirst(left, province))) {
      left.find(({ warehouseId }) => warehouseId === portion.warehouseId)!.available -= portion.quantity
      taken.push({ ...portion, holder })
    }
    served.add(holder)
    return undefined
  })
  return { refused, taken }
}

/** Warehouses that serve the province first, then those that serve any; as `reserveStock` asks them. */
function nearestFirst(supplies: readonly Supply[], province: string): Supply[] {
  const rank = ({ provinces }: Supply) =>
    provinces.includes(province.slice(0, 2)) ? 0 : provinces.length === 0 ? 1 : 2
  return [...supplies].sort(
    (a, b) => rank(a) - rank(b) || a.priority - b.priority || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}

async function keep(tx: Tx, taken: readonly Taken[]): Promise<void> {
  if (taken.length === 0) return
  const { claimWithin } = await readSettings(tx, inventorySettings)
  await tellListing(tx, await takeClaims(tx, { taken, expiresAt: tx.now.add(minutes(claimWithin)) }))
}
