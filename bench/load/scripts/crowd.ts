import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Ask, callerOf } from '../http-client.ts'
import type { Act, Script } from '../script.ts'
import { type Shop, type Visit, visitOf } from './visit.ts'

export interface CrowdArgs extends Shop {
  /** How often all connections together mean to ask; without it each asks as soon as it is answered. */
  readonly perSecond?: number
  readonly connections: number
}

const patienceMillis = 1_000

/** Two connections are a payment provider's and two are staff's, who read lists: five times a second each. */
const others: readonly { readonly name: string; readonly ask: Ask }[] = [
  {
    name: 'callback',
    ask: {
      method: 'POST',
      path: '/api/v1/provider/payments/wechat/notices',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    },
  },
  { name: 'staff list', ask: { path: '/api/v1/admin/orders', headers: { cookie: 'zg_staff=nobody' } } },
]
const othersPerSecond = 5

let begun = 0

/**
 * Shoppers on visits. Ends with the step that was answered well within a second, or `late`, `sent away` (503 with Retry-After) or `other`.
 * With a pace a connection that still waits for an answer asks later, and does not make up for what it missed.
 */
const crowd: Script<CrowdArgs> = {
  open({ perSecond, connections, ...shop }) {
    const callers: { close(): void }[] = []
    const going: Visit[] = []
    const start = () => visitOf(begun++, shop)
    return {
      caller(index) {
        const caller = callerOf(shop.url)
        callers.push(caller)
        const other = perSecond ? others[index >> 1] : undefined
        if (other) return paced(() => knock(other.name, caller.ask(other.ask)), othersPerSecond)
        const act = () => step(going.shift() ?? start(), (ask) => caller.ask(ask), going)
        return perSecond ? paced(act, perSecond / (connections - 2 * others.length)) : act
      },
      close() {
        for (const caller of callers) caller.close()
      },
    }
  },
}

/** One step of a visit. Who is sent away leaves; who is served has the next step before all new shoppers. */
async function step(visit: Visit, ask: (what: Ask) => Promise<Answer>, going: Visit[]): Promise<string> {
  const { next } = visit
  const from = performance.now()
  const answer = await ask(visit.ask())
  if (answer.status === 503 && answer.headers.has('retry-after')) return 'sent away'
  if (!visit.isGood(answer)) return `other ${next} ${answer.status}`
  if (!visit.goOn(answer.body)) going.push(visit)
  return performance.now() - from <= patienceMillis ? next : 'late'
}

/** Nobody whom we know: whoever is let in hears that, and not that there is no room. */
const knock = async (name: string, answer: Promise<Answer>): Promise<string> =>
  (await answer).status === 503 ? `${name} sent away` : `${name} let in`

function paced(act: Act, perSecond: number): Act {
  const pauseMillis = 1_000 / perSecond
  let next = performance.now() + Math.random() * pauseMillis
  const ready = async () => {
    const wait = next - performance.now()
    next = Math.max(next, performance.now() - pauseMillis) + pauseMillis
    if (wait > 0) await sleep(wait)
  }
  return Object.assign(() => act(), { ready })
}

export default crowd
