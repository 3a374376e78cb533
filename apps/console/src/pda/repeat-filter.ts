/**
 * Tells a trigger that fired twice from two scans: the same code again within so many milliseconds is a repeat. Different codes never are,
 * however fast they come. The window begins at the scan that counted and is not extended by its repeats.
 */
export function openRepeatFilter(): (code: string, at: number, windowMillis: number) => boolean {
  let last = { code: '', at: Number.NEGATIVE_INFINITY }
  return (code, at, windowMillis) => {
    if (code === last.code && at - last.at < windowMillis) return true
    last = { code, at }
    return false
  }
}
