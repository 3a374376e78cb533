/** Half of the answers may take so long; then nearly all of them come within the second that people wait. */
const slowMillis = 500

/** An event loop this late is late with everything, whatever the answers took. */
const lateMillis = 200

const mostTimes = 2_000

/**
 * How many requests may be under way: additive increase, multiplicative decrease, as TCP and Netflix's concurrency-limits (AIMD) do it,
 * from the answer times of each second. A slower machine or database then lets in fewer instead of answering all of them too late.
 */
export interface Limit {
  readonly now: number
  /** A request that waits for nobody but us was answered after so many milliseconds. */
  answered(millis: number): void
  /** Looks at the second that is over. */
  look(loopDelayMillis: number): void
}

export function openLimit(most: number): Limit {
  const least = Math.max(1, most / 10)
  let now = most
  let times: number[] = []
  return {
    get now() {
      return now
    },
    answered(millis) {
      if (times.length < mostTimes) times.push(millis)
    },
    look(loopDelayMillis) {
      const isSlow = medianOf(times) > slowMillis || loopDelayMillis > lateMillis
      now = isSlow ? Math.max(least, now * 0.75) : Math.min(most, now + most / 20)
      times = []
    },
  }
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
