import { chooseVisits, keepVisit, type Seen, type Visit } from '#insight/behaviour'
import { computeRecommendations } from '#insight/recommendations'
import { newId } from '#kernel/id'
import type { VisitorId } from '#model/insight/behaviour'
import type { Dice } from './dice.ts'
import type { Person } from './people.ts'
import { at, type Cast, type Stage } from './stage.ts'
import type { Good } from './stock-goods.ts'

interface Browsing {
  readonly stage: Stage
  readonly cast: Cast
  readonly goods: readonly Good[]
  readonly people: readonly Person[]
  readonly chance: Dice
}

const visits = 320
const pageOf = {
  for_you: 'home',
  also_bought: 'product',
  top: 'product',
  cart: 'cart',
  search: 'search',
  category: 'category',
} as const
const lists = Object.keys(pageOf) as (keyof typeof pageOf)[]
const searched = ['茶具', '马克杯', '四件套', '香薰', '笔记本', '围巾', '砂锅', '护手霜', '杯子 送礼', '猫窝']

/** People look around as people do: from shelf to shelf, mostly staying at one; some agree to be remembered. Then the shop finds out what belongs together. */
export async function lookAround(
  { stage, cast, goods, people, chance }: Browsing,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<void> {
  const shelves = await shelvesOf(stage, goods)
  const ctx = at(stage, cast.shopId, { kind: 'guest', id: null, name: 'guest', permissions: new Set() }, until)
  const known: Pick<Visit, 'visitorId' | 'customerId'>[] = []
  for (const { actor } of people)
    if (actor.id && (actor === people[0]?.actor || chance.happens(40))) {
      const visitorId = await chooseVisits(at(stage, cast.shopId, actor, from), { agrees: true })
      known.push({ visitorId, customerId: actor.id })
    }
  const span = until.epochMilliseconds - from.epochMilliseconds
  const told = Array.from({ length: visits }, (_, index) => {
    const person = known[index] ?? (chance.happens(60) ? { visitorId: newId<'Visitor'>() as VisitorId } : {})
    const begun = Math.floor(chance.roll() * span)
    return visit(person, chance.pick(shelves), begun, chance)
  })
  const clicked = await beforeBuying(stage, cast, { known, until, chance })
  await Promise.all([...told.flat(), ...clicked].map((each) => keepVisit(ctx, each)))
  await computeRecommendations(ctx)
}

interface BeforeBuying {
  readonly known: readonly Pick<Visit, 'visitorId' | 'customerId'>[]
  readonly until: Temporal.Instant
  readonly chance: Dice
}

/** Whoever agreed clicked two thirds of what they bought in some list, a while before. */
async function beforeBuying({ db }: Stage, { shopId }: Cast, { known, until, chance }: BeforeBuying): Promise<Visit[]> {
  const whose = new Map(known.map((person) => [person.customerId, person]))
  const bought = await db
    .selectFrom('sales.orders as o')
    .innerJoin('sales.order_lines as l', (join) =>
      join.onRef('l.shop_id', '=', 'o.shop_id').onRef('l.order_id', '=', 'o.id'),
    )
    .select(['o.customer_id', 'o.placed_at', 'l.product_id'])
    .where('o.shop_id', '=', shopId)
    .where('o.customer_id', 'in', [...whose.keys()] as string[])
    .orderBy('o.placed_at')
    .orderBy('l.position')
    .execute()
  return bought
    .filter(() => chance.happens(66))
    .map(({ customer_id, placed_at, product_id }) => {
      const source = chance.pick(lists)
      const ago = until.epochMilliseconds - placed_at.epochMilliseconds + chance.whole(300_000, 7_200_000)
      const click = { id: newId(), kind: 'click', ago, productId: product_id as Good['productId'], source } as const
      return { ...whose.get(customer_id as Visit['customerId']), page: pageOf[source], events: [click] }
    })
}

/** The goods of each category that has at least three. */
async function shelvesOf({ db }: Stage, goods: readonly Good[]): Promise<Good[][]> {
  const ids = [...new Set(goods.map(({ productId }) => productId))]
  const rows = await db.selectFrom('goods.products').select(['id', 'category_id']).where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row.category_id]))
  const one = [...new Map(goods.map((good) => [good.productId, good])).values()]
  const shelves = Map.groupBy(one, ({ productId }) => byId.get(productId) ?? '')
  return [...shelves.values()].filter((shelf) => shelf.length > 2)
}

/** A list or a search, some things of a shelf one after the other, perhaps one of them into the cart. */
function visit(
  person: Pick<Visit, 'visitorId' | 'customerId'>,
  shelf: readonly Good[],
  begun: number,
  chance: Dice,
): Visit[] {
  const sessionId = newId()
  const whose = person.visitorId ? { ...person, sessionId } : {}
  let ago = begun
  const seen = (step: Omit<Seen, 'id' | 'ago'>): Seen => {
    ago = Math.max(0, ago - chance.whole(8_000, 60_000))
    return { id: newId(), ago, ...step }
  }
  const looks = Array.from(
    { length: chance.whole(2, 6) },
    () => [chance.pick(shelf), chance.pick(shelf)].toSorted((a, b) => b.charm - a.charm)[0]!,
  )
  const first = chance.happens(45)
    ? { page: 'search', events: [seen({ kind: 'search', query: chance.pick(searched), results: chance.whole(0, 14) })] }
    : { page: 'category', events: [seen({ kind: 'list' })] }
  const pages = looks.map(({ productId }, index) => {
    const click = {
      kind: 'click',
      productId,
      source: index === 0 ? first.page : 'also_bought',
      position: chance.whole(1, 8),
    } as const
    const cart = chance.happens(18) ? [seen({ kind: 'cart_add', productId, source: 'product' })] : []
    return { page: 'product', events: [seen(click), seen({ kind: 'view', productId }), ...cart] }
  })
  return [first, ...pages].map((page) => ({ ...whose, ...page }))
}
