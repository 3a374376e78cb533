/**
 * How long `Retry-After` asks to be left alone: seconds, or a date to compare with now; undefined when it is absent or neither.
 * Source: RFC 9110, section 10.2.3.
 */
export function retryAfterMillis(
  header: string | undefined,
  now: Temporal.Instant = Temporal.Now.instant(),
): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000
  const until = Date.parse(text)
  return /^[A-Z][a-z]{2}, /.test(text) && !Number.isNaN(until) ? Math.max(0, until - now.epochMilliseconds) : undefined
}
