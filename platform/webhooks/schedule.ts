/**
 * Seconds from a failed attempt to the next: ten attempts over some three days. Source: standard-webhooks.md, "Retry schedule".
 * What is due is looked for every minute, so the first repeat comes within one.
 */
const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/** A wish not to be told anything for a while (`Retry-After`) is obeyed for an hour at most. */
const longestRestMillis = 3_600_000

/** When the next attempt is due after so many, not before the rest that was asked for is over; undefined when they are used up. */
export function nextAttempt(attempts: number, now: Temporal.Instant, restMillis = 0): Temporal.Instant | undefined {
  const seconds = waits[attempts - 1]
  if (seconds === undefined) return undefined
  return now.add({ milliseconds: Math.max(seconds * 1_000, Math.min(restMillis, longestRestMillis)) })
}

/** How long a started attempt keeps others from starting it again: longer than any attempt lasts. */
export const leaseSeconds = 60
