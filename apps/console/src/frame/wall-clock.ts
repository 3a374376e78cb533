/** The instant of a wall-clock time ("2026-11-22T20:00", as date fields give it) in a named zone. */
export function instantAt(wallClock: string, timeZone: string): string {
  const asIfUtc = Date.parse(`${wallClock}Z`)
  const guess = asIfUtc - offsetAt(asIfUtc, timeZone)
  return new Date(asIfUtc - offsetAt(guess, timeZone)).toISOString()
}

/** The wall-clock time of an instant in a named zone, as date fields take it. */
export function wallClockAt(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString().slice(0, 16)
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const shown = Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`)
  return shown - Math.floor(moment / 1_000) * 1_000
}
