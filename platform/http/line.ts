/** A place that nobody has asked about for so long is given up. */
const abandonedMillis = 60_000

/** More than this many wait nowhere: who comes then is asked to come back as everybody else is. */
const mostWaiting = 50_000

/** How long the first ones and the last ones are asked to wait before they ask again. */
const [soonest, latest] = [1, 15]

export interface Place {
  /** 1 is next. */
  readonly place: number
  readonly retryAfterSeconds: number
}

/**
 * The waiting room: buyers who find no room at the checkout get a place in the order in which they came. Each second as many are called
 * as found an end in the second before, and as there is room besides; who is called comes in with the next question. Who asks again keeps
 * the place, and nobody who comes later goes before those who wait.
 */
export interface Line {
  readonly waiting: number
  /** Whether this buyer may try to come in: it was called, or nobody waits. */
  isCalled(buyer: string): boolean
  /** The place of a buyer, at the end for a new one; undefined when even the room is full. */
  place(buyer: string): Place | undefined
  leave(buyer: string): void
  /** Who was let in has done what it came for. */
  ended(): void
  /** The second is over: calls as many as there is room for. */
  call(free: number): void
}

interface Waiting {
  seenAt: number
  rank: number
  called: boolean
}

export function openLine(now: () => number = () => performance.now()): Line {
  const line = new Map<string, Waiting>()
  let [endings, perSecond] = [0, 0]
  const placeOf = ({ rank, called }: Waiting): Place => {
    const seconds = called ? soonest : Math.floor(rank / Math.max(1, perSecond))
    return { place: rank, retryAfterSeconds: Math.min(latest, Math.max(soonest, seconds)) }
  }
  return {
    get waiting() {
      return line.size
    },
    isCalled: (buyer) => line.size === 0 || line.get(buyer)?.called === true,
    place(buyer) {
      const known = line.get(buyer)
      if (!known && line.size >= mostWaiting) return undefined
      const waiting = known ?? { seenAt: 0, rank: line.size + 1, called: false }
      waiting.seenAt = now()
      if (!known) line.set(buyer, waiting)
      return placeOf(waiting)
    },
    leave: (buyer) => void line.delete(buyer),
    ended() {
      endings += 1
    },
    call(free) {
      perSecond = endings + Math.max(0, free)
      endings = 0
      let [rank, calls] = [0, Math.max(1, Math.floor(perSecond))]
      for (const [buyer, waiting] of line) {
        if (now() - waiting.seenAt > abandonedMillis) line.delete(buyer)
        else {
          rank += 1
          waiting.rank = rank
          if (!waiting.called && calls > 0) {
            calls -= 1
            waiting.called = true
          }
        }
      }
    },
  }
}
