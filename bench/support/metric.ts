/** One figure of a benchmark as it is kept in bench/results. */
export interface Metric {
  readonly metric: string
  /** The median of the runs. */
  readonly value: number
  readonly unit: string
  /** The median of what the same machine could do at most, measured in the same run; null where there is no such thing. */
  readonly limit: number | null
  /** The median of each run's value divided by its own limit. */
  readonly ratio: number | null
  /** What was promised: `ratio ≥ 0.1`, `value ≤ 30`; null for a figure that is only reported. */
  readonly budget: string | null
  /** Whether the budget is kept; a figure without one is always right. */
  readonly ok: boolean
  readonly runs: readonly number[]
}

interface Budget {
  readonly atLeast?: number
  readonly atMost?: number
}

export interface Against extends Budget {
  readonly metric: string
  readonly unit: string
  readonly runs: readonly { readonly value: number; readonly limit: number }[]
}

/** A figure beside its limit: the budget is a part of the limit. */
export function against({ metric, unit, runs, ...budget }: Against): Metric {
  const ratio = median(runs.map(({ value, limit }) => value / limit))
  return {
    metric,
    value: rounded(median(runs.map(({ value }) => value))),
    unit,
    limit: rounded(median(runs.map(({ limit }) => limit))),
    ratio: rounded(ratio),
    ...judged('ratio', ratio, budget),
    runs: runs.map(({ value }) => rounded(value)),
  }
}

export interface Figure extends Budget {
  readonly metric: string
  readonly unit: string
  readonly runs: readonly number[]
}

/** A figure by itself: the budget is a value in its unit, or there is none. */
export function figure({ metric, unit, runs, ...budget }: Figure): Metric {
  const value = median(runs)
  const shown = runs.map(rounded)
  return {
    metric,
    value: rounded(value),
    unit,
    limit: null,
    ratio: null,
    ...judged('value', value, budget),
    runs: shown,
  }
}

function judged(what: 'ratio' | 'value', value: number, { atLeast, atMost }: Budget): Pick<Metric, 'budget' | 'ok'> {
  if (atLeast !== undefined) return { budget: `${what} ≥ ${atLeast}`, ok: value >= atLeast }
  if (atMost !== undefined) return { budget: `${what} ≤ ${atMost}`, ok: value <= atMost }
  return { budget: null, ok: true }
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing was measured')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The value that this part of all values does not exceed (nearest rank). */
export function percentile(sorted: ArrayLike<number>, part: number): number {
  if (sorted.length === 0) throw new Error('nothing was measured')
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]!
}

/** Three significant digits at least; whole numbers stay as they are. */
const rounded = (value: number): number => (Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(3)))
