import { NotAsked } from './errors.ts'

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
  readonly underWay: number
  /** Calls that were not made because it was open or full. */
  readonly refused: number
  /**
   * Does the work unless the circuit is open or full.
   * @throws NotAsked without having called anybody; whatever the work throws
   */
  run<Result>(work: () => Promise<Result>, judge: (result: Result) => Verdict): Promise<Result>
}

/** What a result says of the other side. */
export interface Verdict {
  /** It counts against it. */
  readonly failed: boolean
  /** It asked to be left alone for so long. */
  readonly restMillis?: number
}

export function circuit(
  limits: CircuitLimits = circuitLimits,
  millis: () => number = () => performance.now(),
): Circuit {
  let outcomes: boolean[] = []
  let restsUntil: number | undefined
  let underWay = 0
  let refused = 0
  let isTrying = false

  const state = (): Circuit['state'] =>
    restsUntil === undefined ? 'closed' : millis() >= restsUntil ? 'half_open' : 'open'

  const note = ({ failed, restMillis = 0 }: Verdict): void => {
    outcomes = [...outcomes, failed].slice(-limits.window)
    const failures = outcomes.filter(Boolean).length
    const inARow = outcomes.length - 1 - outcomes.lastIndexOf(false)
    const tooMany =
      inARow >= limits.inARow || (outcomes.length >= limits.window && failures >= limits.window * limits.share)
    if (tooMany || restMillis > 0) restsUntil = millis() + Math.max(tooMany ? limits.restMillis : 0, restMillis)
  }
  const close = (): void => {
    restsUntil = undefined
    outcomes = []
  }
  const refuse = (reason: string): never => {
    refused += 1
    throw new NotAsked(reason)
  }
  const admit = (): boolean => {
    if (underWay >= limits.atOnce) refuse(`${limits.atOnce} calls are under way already`)
    const now = state()
    if (now === 'open' || (now === 'half_open' && isTrying)) refuse('left alone after too many failures')
    return now === 'half_open'
  }

  return {
    get state() {
      return state()
    },
    get underWay() {
      return underWay
    },
    get refused() {
      return refused
    },
    async run(work, judge) {
      const isTrial = admit()
      isTrying ||= isTrial
      underWay += 1
      let verdict: Verdict = { failed: true }
      try {
        const result = await work()
        verdict = judge(result)
        return result
      } finally {
        underWay -= 1
        if (isTrial) isTrying = false
        if (isTrial && !verdict.failed) close()
        else note(verdict)
      }
    },
  }
}
