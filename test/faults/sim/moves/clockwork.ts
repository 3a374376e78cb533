import { clockJobs } from '#apps/house'
import { systemActor } from '#platform/context'
import { receiveNotice } from '#sales/payments'
import { asProvider } from '#test/orders'
import type { House } from '../house.ts'
import { tellUs } from '../provider.ts'
import { relay, workOnce } from '../worker.ts'
import { lin, type Move, type Moves } from './move.ts'

/** What runs by the clock where money and goods are. */
export const ticking = clockJobs.filter(({ name }) =>
  /^(orders|payments|inventory|shipping|desk|collections|afterSales|carts|prices|settlement)\./.test(name),
)

/** A notice of the provider arrives: any of those on their way, which is how they overtake each other. */
const notice: Move = async ({ house, chance }) => {
  const { post } = house.world
  if (post.length === 0) return
  const at = chance.between(0, post.length - 1)
  const one = chance.happens(0.15) ? post[at]! : post.splice(at, 1)[0]!
  await house.act({
    name: 'a notice arrives',
    by: asProvider(house.ctx(lin)).actor,
    work: (ctx) => receiveNotice({ ...ctx, repeat: undefined }, one),
  })
}

/** From now on the provider keeps refunds waiting, or makes up its mind about one. */
const refunds: Move = async ({ house, chance }) => {
  const { world } = house
  const number = chance.pick(world.gateway.held)
  if (!number) return
  const state = chance.pick(['succeeded', 'succeeded', 'failed', 'closed'] as const)!
  world.gateway.settleRefund(number, state)
  tellUs(world, number)
  house.say(`  a refund ${state}`)
}

const relayMove: Move = async ({ house }) => {
  const outcome = await house.endangered(() => relay(house))
  house.say(`  the relay hands on: ${JSON.stringify(outcome)}`)
}

const work: Move = async ({ house, chance }) => {
  for (let jobs = chance.between(2, 10); jobs > 0; jobs--) if (!(await workOnce(house, chance))) return
}

const tick: Move = async ({ house, chance }) => {
  for (const job of ticking) if (chance.happens(0.3)) await runTick(house, job)
}

export async function runTick(house: House, { name, run }: (typeof ticking)[number]): Promise<void> {
  const outcome = await house.endangered(() => run(house.ctx(systemActor(name))))
  if (!('answer' in outcome)) house.say(`  ${name}: ${JSON.stringify(outcome)}`)
}

const forward: Move = async ({ house, chance }) => {
  const minutes = chance.pick([1, 5, 20, 40, 90, 600, 1_500, 4_000])!
  house.now = house.now.add({ minutes })
  house.say(`  ${minutes} minutes pass`)
}

/** The clock of this machine was ahead and is set right. */
const back: Move = async ({ house, chance }) => {
  const seconds = chance.between(1, 300)
  house.now = house.now.subtract({ seconds })
  house.say(`  the clock goes back ${seconds} s`)
}

export const clockwork: Moves = {
  notice: [16, notice],
  refunds: [5, refunds],
  relay: [18, relayMove],
  work: [26, work],
  tick: [8, tick],
  forward: [5, forward],
  back: [2, back],
}
