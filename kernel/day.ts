/** Hours, minutes and days as durations that name their unit where a number would not. */
export const hours = (count: number): Temporal.Duration => Temporal.Duration.from({ hours: count })
export const minutes = (count: number): Temporal.Duration => Temporal.Duration.from({ minutes: count })

/** The calendar day of an instant in a named zone. */
export const dayIn = (instant: Temporal.Instant, zone: string): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(zone).toPlainDate()

/** The instant that lies some calendar days later, at the same wall-clock time of that zone. */
export const daysLater = (instant: Temporal.Instant, days: number, zone: string): Temporal.Instant =>
  instant.toZonedDateTimeISO(zone).add({ days }).toInstant()

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0
