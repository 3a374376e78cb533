import { monitorEventLoopDelay } from 'node:perf_hooks'
import { LRUCache } from 'lru-cache'
import { refusal } from '#kernel/refusal'
import { openLimit } from './limit.ts'
import { openLine } from './line.ts'

/** What a request is for. When there is too much to do the last are asked to come back first; callbacks of providers never are. */
export const lanes = ['callback', 'checkout', 'cart', 'browse', 'list', 'export', 'beacon'] as const
export type Lane = (typeof lanes)[number]

export const tooBusy = refusal(
  'busy',
  'request.busy',
  (_: { retryAfterSeconds: number }) => 'too many requests are under way',
)

export const mustWait = refusal(
  'busy',
  'request.waiting',
  (d: { place: number; retryAfterSeconds: number }) => `number ${d.place} in line`,
)

/** Up to which part of the capacity requests of a lane are let in: the rest is kept for those before them. */
const share: Record<Lane, number> = {
  callback: Infinity,
  checkout: 1,
  cart: 0.85,
  browse: 0.7,
  list: 0.5,
  export: 0.3,
  beacon: 0.25,
}

/** Who was let in lately goes before who comes anew: a visit that was begun is worth more than two that end at their first page. */
const newcomerShare = 0.6
const visitMillis = 600_000

/** What stands outside the rules for callers: providers must be heard, and a page's word about a visit never stands in the way of the visit. */
const outsideRules: ReadonlySet<Lane> = new Set(['callback', 'beacon'])

/** Lanes whose requests wait for nobody but us: how long their answers take says how much there is to do. */
const ownWork: ReadonlySet<Lane> = new Set(['browse', 'cart'])

/** Where several shops trade here, one of them takes at most this part of the capacity, and counts as trading so long after its last request. */
const shopShare = 0.5
const tradesMillis = 10_000

/** A caller who is known by a session or key may have so many requests under way at once: a browser opens six connections, an integration some more. */
const mostOfOneCaller = 32

/** Of a known caller's requests so many may come earlier than it was asked to come back; within a minute. */
const retryPart = 0.2
const retryWindowMillis = 60_000

const lookMillis = 1_000
const mostKnown = 10_000

/** How to leave, or when to come again; a buyer hears the place in line too. */
export type Entry = (() => void) | Away
export interface Away {
  readonly retryAfterSeconds: number
  readonly place?: number
}

/** Lets requests in while there is room, counts them and says so. */
export interface Admission {
  /**
   * Answers how to leave; or, when there is no room, in how many seconds to come again (thrown errors cost too much where nine of ten are
   * sent away). A caller is known by its cookies or key; undefined for one without.
   */
  enter(lane: Lane, caller: string | undefined): Entry
  /** The same for a buyer on the way to an order, who gets a place in line where there is no room. Who was let in comes in again for ten minutes. */
  enterInLine(buyer: string | undefined): Entry
  /** The same for the shop that the caller was found to be in. @throws tooBusy when others trade too and this one has its part already */
  enterShop(shop: string): () => void
  figures(): AdmissionFigures
  close(): void
}

export interface AdmissionFigures {
  readonly underWay: Readonly<Record<Lane, number>>
  /** Buyers in line for the checkout. */
  readonly waiting: number
  readonly refused: Readonly<Record<Lane | 'caller' | 'shop', number>>
  /** How many may be under way: fewer than wished for while answers come late. */
  readonly capacity: number
  /** How late the event loop was with one in a hundred of its turns, in milliseconds, over the last second. */
  readonly loopDelayMillis: number
}

/** Three for each connection to the database: more would only wait there, be answered later, and cost more memory than they bring. */
const usualCapacity = 48

/** Room for so many requests at once, callbacks not counted. */
export function openAdmission(wished = usualCapacity): Admission {
  const underWay = Object.fromEntries(lanes.map((lane) => [lane, 0])) as Record<Lane, number>
  const refused = Object.fromEntries([...lanes, 'caller', 'shop'].map((why) => [why, 0])) as Record<
    Lane | 'caller' | 'shop',
    number
  >
  const [callers, shops] = [counter(), counter()]
  const [retries, trade, limit] = [retryBudget(), trading(), openLimit(wished)]
  const [visits, passes] = [visitors(), visitors()]
  const line = openLine()
  let inAll = 0
  const loop = watchLoop((delayMillis) => {
    limit.look(delayMillis)
    line.call(limit.now - inAll)
  })
  const refuse = (why: keyof typeof refused, caller?: string): Away => {
    refused[why] += 1
    const retryAfterSeconds = aMomentLater()
    if (caller) retries.sentAway(caller, retryAfterSeconds)
    return { retryAfterSeconds }
  }
  const partOf = (lane: Lane, caller: string | undefined): number =>
    lane === 'browse' && !(caller && visits.has(caller)) ? newcomerShare : share[lane]
  const letIn = (lane: Lane, caller: string | undefined) => {
    const counts = lane === 'callback' ? 0 : 1
    underWay[lane] += 1
    inAll += counts
    if (caller) visits.set(caller, true)
    const leave = caller ? callers.add(caller) : () => {}
    const from = performance.now()
    return () => {
      underWay[lane] -= 1
      inAll -= counts
      leave()
      if (ownWork.has(lane)) limit.answered(performance.now() - from)
    }
  }
  const enter: Admission['enter'] = (lane, caller) => {
    if (caller && !outsideRules.has(lane) && (!retries.allows(caller) || callers.of(caller) >= mostOfOneCaller))
      return refuse('caller')
    if (inAll >= limit.now * partOf(lane, caller)) return refuse(lane, outsideRules.has(lane) ? undefined : caller)
    return letIn(lane, caller)
  }
  return {
    enter,
    enterInLine(buyer) {
      if (!buyer || passes.has(buyer)) return enter('checkout', buyer)
      if (line.isCalled(buyer) && inAll < limit.now * share.checkout) {
        line.leave(buyer)
        passes.set(buyer, true)
        const leave = letIn('checkout', buyer)
        return () => {
          leave()
          line.ended()
        }
      }
      const place = line.place(buyer)
      if (!place) return refuse('checkout', buyer)
      refused.checkout += 1
      return place
    },
    enterShop(shop) {
      if (shops.of(shop) >= limit.now * shopShare && trade.othersThan(shop)) throw tooBusy(refuse('shop'))
      trade.seen(shop)
      return shops.add(shop)
    },
    figures: () => ({
      underWay: { ...underWay },
      waiting: line.waiting,
      refused: { ...refused },
      capacity: limit.now,
      loopDelayMillis: loop.delayMillis(),
    }),
    close: loop.stop,
  }
}

/** Who was let in lately. */
const visitors = () => new LRUCache<string, true>({ max: mostKnown, ttl: visitMillis })

/** One to five seconds, so that not all who were sent away come back at once. */
export const aMomentLater = (): number => 1 + Math.floor(Math.random() * 5)

/** Which callers were sent away until when, and how often they came earlier all the same. */
function retryBudget() {
  const known = new LRUCache<string, { requests: number; early: number; until: number }>({
    max: mostKnown,
    ttl: retryWindowMillis,
  })
  return {
    allows(caller: string): boolean {
      const record = known.get(caller)
      if (!record) return true
      record.requests += 1
      if (performance.now() >= record.until) return true
      record.early += 1
      return record.early <= Math.max(1, record.requests * retryPart)
    },
    sentAway(caller: string, seconds: number): void {
      const record = known.get(caller) ?? { requests: 1, early: 0, until: 0 }
      record.until = performance.now() + seconds * 1_000
      known.set(caller, record, { noUpdateTTL: true })
    },
  }
}

/** Which shops were asked for lately. */
function trading() {
  const lastSeen = new Map<string, number>()
  return {
    seen: (shop: string) => lastSeen.set(shop, performance.now()),
    othersThan(shop: string): boolean {
      const since = performance.now() - tradesMillis
      return [...lastSeen].some(([id, at]) => id !== shop && at > since)
    },
  }
}

/** How many of each are under way; those of whom none is are forgotten. */
function counter() {
  const counts = new Map<string, number>()
  return {
    of: (key: string): number => counts.get(key) ?? 0,
    add(key: string): () => void {
      counts.set(key, (counts.get(key) ?? 0) + 1)
      return () => {
        const left = counts.get(key)! - 1
        if (left === 0) counts.delete(key)
        else counts.set(key, left)
      }
    },
  }
}

/** Looks once a second how late the event loop was, and says so. */
function watchLoop(tell: (delayMillis: number) => void) {
  const resolution = 20
  const histogram = monitorEventLoopDelay({ resolution })
  let delayMillis = 0
  histogram.enable()
  const timer = setInterval(() => {
    delayMillis = Math.max(0, histogram.percentile(99) / 1e6 - resolution)
    histogram.reset()
    tell(delayMillis)
  }, lookMillis).unref()
  return {
    delayMillis: () => delayMillis,
    stop() {
      clearInterval(timer)
      histogram.disable()
    },
  }
}
