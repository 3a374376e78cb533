import { permissions } from '#model/office/roles'
import type { ParcelId } from '#model/supply/shipping'
import { findStaff } from '#office/accounts'
import type { Actor, ShopId } from '#platform/context'
import { subscribeTracking } from '#supply/shipping'
import { decorateTheShop } from './decorate.ts'
import { dice } from './dice.ts'
import { fillTheCart } from './full-cart.ts'
import { keepFavourites } from './keep-favourites.ts'
import { leaveInParts } from './leave-in-parts.ts'
import { lowerAPrice } from './lower-a-price.ts'
import { merchandise } from './merchandise.ts'
import { openTheShop } from './open-shop.ts'
import { openTheStudio } from './open-studio.ts'
import { invitePeople, type Person } from './people.ts'
import { sortTheOrders } from './sort-orders.ts'
import { at, type Cast, type Stage } from './stage.ts'
import { fillTheShelves, listTheGoods } from './stock-goods.ts'
import { playOrders } from './story.ts'
import { teachSearch } from './teach-search.ts'
import { lookAround } from './visits.ts'
import { letPeopleSpeak } from './voices.ts'
import { goodsOnSale, peopleOf } from './whoever-is-there.ts'

export { staffPassword } from './open-shop.ts'
export { demoShopper } from './people.ts'
export type { Stage } from './stage.ts'

const seed = 20_261
const weeks = 4

/** Opens the demo shop and lets it trade for four weeks up to now: the same story every time, told by the real use cases. */
export async function playDemo(stage: Stage, { orders }: { orders: number }): Promise<void> {
  const until = Temporal.Now.instant()
  const from = until.subtract({ hours: 24 * 7 * weeks })
  const chance = dice(seed)
  stage.report('progress.demo.opening')
  const cast = await openTheShop(stage, from.subtract({ hours: 72 }))
  const opening = at(stage, cast.shopId, cast.staff.owner, from.subtract({ hours: 48 }))
  const goods = await listTheGoods(opening, chance, stage.report)
  await fillTheShelves({ ...opening, now: from.subtract({ hours: 24 }), actor: cast.staff.warehouse }, goods, chance)
  await decorateTheShop({ ...opening, now: from.subtract({ hours: 20 }), actor: cast.staff.ops })
  const people = await invitePeople(stage, { ...opening, now: from.subtract({ hours: 12 }) }, chance, 48)
  stage.report('progress.demo.stocked', { variants: goods.length, people: people.length })
  await playOrders({ stage, cast, goods, people, chance }, { orders, from, until })
  await letPeopleSpeak({ stage, cast, goods, people }, until)
  await lookAround({ stage, cast, goods, people, chance: dice(seed + 1) }, { from, until })
  await openTheStudio(stage, until)
  await merchandise({ stage, cast, goods, people }, until)
  await leaveInParts({ stage, cast, goods, person: people[0]! }, until)
  await fillTheCart({ stage, cast, goods, person: people[0]! }, until)
  await keepFavourites({ stage, cast, goods, people, chance: dice(seed) }, until)
  await lowerAPrice({ stage, cast, goods, person: people[0]! }, until)
  await sortTheOrders(stage, cast, until)
  await teachSearch(at(stage, cast.shopId, cast.staff.goods, until))
  await followTheTravelling(stage, cast.shopId)
}

/** Lets an open demo shop sell some more, over the last two days. */
export async function playMore(stage: Stage, shopId: ShopId, { orders }: { orders: number }): Promise<void> {
  const until = Temporal.Now.instant()
  const cast = await castOf(stage, shopId)
  const ctx = at(stage, shopId, cast.staff.owner, until)
  const [goods, people]: [Awaited<ReturnType<typeof goodsOnSale>>, Person[]] = [
    await goodsOnSale(ctx),
    await peopleOf(ctx),
  ]
  await playOrders(
    { stage, cast, goods, people, chance: dice(until.epochMilliseconds) },
    { orders, from: until.subtract({ hours: 48 }), until },
  )
  await followTheTravelling(stage, shopId)
}

async function castOf(stage: Stage, shopId: ShopId): Promise<Cast> {
  const reader = at(
    stage,
    shopId,
    { kind: 'system', id: null, name: 'demo', permissions: new Set() },
    Temporal.Now.instant(),
  )
  const members = await findStaff(reader)
  const as = (role: string): Actor => {
    const member = members.find((each) => each.roles.includes(role)) ?? members[0]!
    return { kind: 'staff', id: member.id, name: member.displayName, permissions: new Set(permissions) }
  }
  return {
    shopId,
    staff: {
      owner: as('owner'),
      ops: as('ops'),
      goods: as('goods'),
      service: as('service'),
      warehouse: as('warehouse'),
      finance: as('finance'),
    },
  }
}

/** Parcels that are on their way now are followed from here on by the sandbox carrier. */
async function followTheTravelling(stage: Stage, shopId: ShopId): Promise<void> {
  const ctx = {
    ...at(
      stage,
      shopId,
      { kind: 'system' as const, id: null, name: 'demo', permissions: new Set<string>() },
      Temporal.Now.instant(),
    ),
    outside: stage.outside,
  }
  const travelling = await stage.db
    .selectFrom('supply.parcels')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('status', 'in', ['handed_over', 'in_transit', 'delivering'])
    .where('stalled_at', 'is', null)
    .where('tracked_at', '>', ctx.now.subtract({ hours: 30 }))
    .execute()
  for (const { id } of travelling) await subscribeTracking(ctx, id as ParcelId)
}
