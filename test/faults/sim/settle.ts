import { receiveNotice } from '#sales/payments'
import { asProvider } from '#test/orders'
import { Chance } from './chance.ts'
import { Broken, type House } from './house.ts'
import { runTick, ticking } from './moves/clockwork.ts'
import { lin } from './moves/move.ts'
import { rows } from './rows.ts'
import { relay, waitingJobs, workOnce } from './worker.ts'

const rounds = 12

/**
 * The faults stop: nobody crashes, providers answer, what is on its way arrives, and the jobs run. Time goes on for some hours, so that what had a
 * deadline meets it. @throws Broken when something is still unsettled then (T4, T5)
 */
export async function settleDown(house: House): Promise<void> {
  house.quiet = true
  house.world.quiet = true
  const chance = new Chance('quiet')
  for (let round = 0; round < rounds; round++) {
    await arrive(house)
    await drain(house, chance)
    for (const job of ticking) await runTick(house, job)
    await drain(house, chance)
    house.now = house.now.add({ minutes: round < rounds / 2 ? 10 : 60 })
  }
  await drain(house, chance)
  const left = await unsettled(house)
  if (left.length > 0) throw new Broken(`T5: when all was quiet, ${left.join('; ')}`)
}

/** Whatever a provider or the post still had for us. */
async function arrive(house: House): Promise<void> {
  const { gateway, post, untaken } = house.world
  for (const number of gateway.held) {
    gateway.settleRefund(number, 'succeeded')
    post.push(gateway.noticeOf(number))
  }
  const { actor } = asProvider(house.ctx(lin))
  for (const notice of post.splice(0)) await receiveNotice(house.ctx(actor), notice)
  for (const push of untaken.splice(0)) await push(house.ctx(actor))
}

async function drain(house: House, chance: Chance): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const handed = await relay(house)
    const waiting = (await waitingJobs(house)).length
    for (let jobs = waiting; jobs > 0; jobs--) await workOnce(house, chance)
    if (handed === 0 && (await waitingJobs(house)).length >= waiting) return
  }
}

async function unsettled(house: House): Promise<string[]> {
  const jobs = (await waitingJobs(house)).map(({ task }) => `job ${task} waits`)
  const found = await rows<{ what: string }>(house.db)`
    select 'event ' || e.type || ' waits' as what from platform.outbox o join platform.events e on e.id = o.event_id
    union all select 'a notice of ' || provider || ' at ' || received_at || ' is not worked on' from platform.inbox where processed_at is null
    union all select 'payment ' || number || ' is ' || status from sales.payments where status in ('created', 'pending', 'unknown')
    union all select 'refund ' || r.number || ' is ' || r.status from sales.refunds r join sales.payments p on p.id = r.payment_id
      where r.status in ('approved', 'sent') and p.method <> 'cod'
    union all select 'order ' || number || ' still awaits its payment' from sales.orders where status = 'open' and payment_status = 'awaiting'
    union all select 'order ' || number || ' is paid and nobody validates it' from sales.orders
      where status = 'open' and payment_status <> 'awaiting' and fulfilment_status = 'waiting'
    order by 1`
  return [...jobs, ...found.map(({ what }) => what), ...(await unequal(house))]
}

/** Now that all is told, we and the provider have the same books, but for what a person has to decide. */
async function unequal({ db, world }: House): Promise<string[]> {
  const found = await rows<{ number: string; status: string; captured: number; refunded: number; open: boolean }>(db)`
    select p.number, p.status, p.captured_minor as captured, coalesce(sum(r.amount_minor) filter (where r.status = 'succeeded'
        and not exists (select from sales.payouts x where x.refund_id = r.id)), 0)::int8 as refunded,
      coalesce(bool_or(r.status = 'failed'), false) as open
    from sales.payments p left join sales.refunds r on r.payment_id = p.id where p.method <> 'cod' group by p.id order by p.number`
  return found.flatMap(({ number, status, captured, refunded, open }) => {
    const book = world.gateway.bookOf(number) ?? { paid: 0, refunded: 0 }
    const isSame = world.odd.has(number) || (captured === book.paid && (open || refunded === book.refunded))
    return isSame
      ? []
      : [`payment ${number} (${status}): ours ${captured}, ${refunded}; theirs ${book.paid}, ${book.refunded}`]
  })
}
