import { NoAnswer } from './errors.ts'

export interface CircuitLimits {
  /** Failures in a row after which the other side is left alone. */
  readonly inARow: number
  /** Or this share of the last `window` calls. */
  readonly share: number
  readonly window: number
  /** How long it is left alone before one call may try again. */
  readonly restMillis: number
  /** Calls under way at once; one more is refused, so that a slow provider holds up only its own work. */
  readonly atOnce: number
}

/** Source: reliability programme, section 1.1: 5 in a row or half of 20, half-open after 10 s, 20 under way. */
export const circuitLimits: CircuitLimits = { inARow: 5, share: 0.5, window: 20, restMillis: 10_000, atOnce: 20 }

/** What stands between us and one provider: a breaker that stops asking who does not answer, and a bulkhead. */
export interface Circuit {
  readonly state: 'closed' | 'open' | 'half_open'
  /**
   * Does the work unless the circuit is open or full. `isFailure` says of a result whether it counts against the provider.
   * @throws NoAnswer without having called anybody; whatever the work throws
   */
  run<Result>(work: () => Promise<Result>, isFailure: (result: Result) => boolean): Promise<Result>
}

export function circuit(
  limits: CircuitLimits = circuitLimits,
  millis: () => number = () => performance.now(),
): Circuit {
  let outcomes: boolean[] = []
  let openedAt: number | undefined
  let underWay = 0
  let isTrying = false

  const state = (): Circuit['state'] =>
    openedAt === undefined ? 'closed' : millis() - openedAt >= limits.restMillis ? 'half_open' : 'open'

  const note = (failed: boolean): void => {
    outcomes = [...outcomes, failed].slice(-limits.window)
    const failures = outcomes.filter(Boolean).length
    const inARow = outcomes.length - 1 - outcomes.lastIndexOf(false)
    const tooMany =
      inARow >= limits.inARow || (outcomes.length >= limits.window && failures >= limits.window * limits.share)
    if (tooMany) openedAt = millis()
  }
  const close = (): void => {
    openedAt = undefined
    outcomes = []
  }
  const admit = (): boolean => {
    if (underWay >= limits.atOnce) throw new NoAnswer(`${limits.atOnce} calls are under way already`)
    const now = state()
    if (now === 'open' || (now === 'half_open' && isTrying)) throw new NoAnswer('left alone after too many failures')
    return now === 'half_open'
  }

  return {
    get state() {
      return state()
    },
    async run(work, isFailure) {
      const isTrial = admit()
      isTrying ||= isTrial
      underWay += 1
      let failed = true
      try {
        const result = await work()
        failed = isFailure(result)
        return result
      } finally {
        underWay -= 1
        if (isTrial) isTrying = false
        if (isTrial && !failed) close()
        else note(failed)
      }
    },
  }
}
