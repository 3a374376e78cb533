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
  await Promise.all(told.flat().map((each) => keepVisit(ctx, each)))
  await computeRecommendations(ctx)
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
