/** Chance that falls the same way every time. Source: mulberry32, public domain. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(): number
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number
  pick<Each>(from: readonly Each[]): Each
  /** True in `percent` of a hundred rolls. */
  happens(percent: number): boolean
}

export function dice(seed: number): Dice {
  let state = seed | 0
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1))
  return { roll, whole, pick: (from) => from[whole(0, from.length - 1)]!, happens: (percent) => roll() * 100 < percent }
}
