/** Timers of any length would overflow; the pump looks again at the latest after this. */
const longestSleepMillis = 60_000

export interface Pump {
  /** Looks again now: something may have become due earlier. */
  wake(): void
  /** Starts no further round and waits for those under way. */
  stop(): Promise<void>
}

/**
 * Runs a round whenever something is due. A round must take its work out of `nextDue` before it first waits, since a
 * slow merchant in one round does not hold up the next.
 */
export function startPump(nextDue: () => number | undefined, round: () => Promise<void>): Pump {
  const running = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const wake = (): void => {
    clearTimeout(timer)
    const due = stopped ? undefined : nextDue()
    if (due !== undefined) timer = setTimeout(turn, Math.min(Math.max(due - Date.now(), 0), longestSleepMillis))
  }
  const turn = (): void => {
    const ended = round().finally(() => {
      running.delete(ended)
      wake()
    })
    running.add(ended)
    wake()
  }
  const stop = async (): Promise<void> => {
    stopped = true
    clearTimeout(timer)
    await Promise.all(running)
  }

  wake()
  return { wake, stop }
}
