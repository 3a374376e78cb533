import { money } from '#kernel/money'
import { carrierUnreachable } from '#platform/carriers'
import type { Context } from '#platform/context'
import type { Outside } from '#platform/outside'
import { ProviderUnreachable } from '#platform/payments'
import { type FakeGateway, fakeGateway, onlyDesk } from '#test/fake-gateway'
import { fakeCarriers } from '#test/orders'
import type { Chance } from './chance.ts'

type Notice = ReturnType<FakeGateway['noticeOf']>

/** The world outside: a payment provider and a carrier with books of their own, which survive whatever happens to us. */
export interface World {
  readonly gateway: FakeGateway
  /** As a process reaches it, for as long as that lives. */
  readonly outside: (isAlive: () => boolean) => Partial<Outside>
  /** Notices on their way to us, in no order. */
  readonly post: Notice[]
  /** Pushes of a carrier that nobody took: it sends them again. */
  readonly untaken: ((ctx: Context) => Promise<void>)[]
  /** Payments of which another amount came than was asked: what is in our books for them is for a person to decide. */
  readonly odd: Set<string>
  /** Payments that a buyer was sent to. */
  readonly offered: Set<string>
  /** How the outside behaves from now on; quiet: as it should. */
  quiet: boolean
  /** Called while the provider thinks about an answer: whatever else happens meanwhile. */
  meanwhile: () => Promise<void>
  chance: Chance
}

const calls = ['create', 'query', 'close', 'refund', 'queryRefund'] as const
const mishaps = ['declined', 'no_answer', 'answer_lost', 'answer_lost'] as const

export function aWorld(chance: Chance, now: () => Temporal.Instant): World {
  const books = fakeGateway(now)
  const mishap = (call: (typeof calls)[number]) => {
    if (world.quiet || !world.chance.happens(0.12)) return
    const ways = call === 'create' || call === 'refund' ? mishaps : mishaps.slice(1)
    books.failNext(call, world.chance.pick(ways)!)
  }
  const desk = fakeCarriers()
  const world: World = {
    gateway: books,
    outside,
    post: [],
    untaken: [],
    odd: new Set(),
    offered: new Set(),
    quiet: false,
    meanwhile: async () => {},
    chance,
  }

  function outside(isAlive: () => boolean): Partial<Outside> {
    const asking =
      <Input, Answer>(call: (typeof calls)[number], answer: (input: Input) => Promise<Answer>) =>
      async (input: Input): Promise<Answer> => {
        if (!isAlive()) throw new ProviderUnreachable('fake', 'whoever asks is dead')
        await world.meanwhile()
        mishap(call)
        return answer(input)
      }
    const gateway: FakeGateway = Object.assign(Object.create(books) as FakeGateway, {
      create: asking('create', books.create),
      query: asking('query', books.query),
      close: asking('close', books.close),
      refund: asking('refund', books.refund),
    })
    const requestWaybill: typeof desk.requestWaybill = async (request) => {
      if (!isAlive()) throw carrierUnreachable({ reason: 'whoever asks is dead' })
      await world.meanwhile()
      if (!world.quiet && world.chance.happens(0.15)) throw carrierUnreachable({ reason: 'simulated' })
      return desk.requestWaybill(request)
    }
    return { payments: onlyDesk(gateway), carriers: { ...desk, requestWaybill } }
  }
  return world
}

/** The provider tells us how a payment or a refund stands, now or later, once, twice or never. */
export function tellUs({ gateway, post, chance }: World, number: string): void {
  const notice = gateway.noticeOf(number)
  for (let copies = chance.pick([0, 1, 1, 1, 2, 3])!; copies > 0; copies--)
    post.push(chance.happens(0.5) ? notice : gateway.noticeOf(number))
}

const ways = ['pays', 'pays', 'pays', 'pays', 'pays', 'pays', 'declined', 'leaves', 'pays less'] as const

/** The buyer is at the provider's page: pays, is declined, leaves, or pays something else. */
export function buyerPays(world: World, number: string, expected: number): string {
  const { gateway, chance } = world
  const way = chance.pick(ways)!
  if (gateway.bookOf(number)?.state !== 'pending') return 'too late'
  if (way === 'pays') gateway.pay(number)
  if (way === 'pays less') {
    gateway.pay(number, money(expected - 1))
    world.odd.add(number)
  }
  if (way === 'declined') gateway.decline(number)
  if (way !== 'leaves') tellUs(world, number)
  return way
}
