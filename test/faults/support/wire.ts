/** A value as a line of text that another process reads: JSON, with instants, days, bytes and sets told apart. */
export function pack(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key) {
    const own = this[key]
    if (own instanceof Temporal.Instant) return { $instant: own.toString() }
    if (own instanceof Temporal.PlainDate) return { $day: own.toString() }
    if (own instanceof Uint8Array) return { $bytes: Buffer.from(own).toString('base64') }
    if (own instanceof Set) return { $set: [...own] }
    return own
  })
}

export const unpack = (text: string): unknown => JSON.parse(text, (_, value) => revive(value))

function revive(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if ('$instant' in value) return Temporal.Instant.from(String(value.$instant))
  if ('$day' in value) return Temporal.PlainDate.from(String(value.$day))
  if ('$bytes' in value) return Buffer.from(String(value.$bytes), 'base64')
  if ('$set' in value) return new Set(value.$set as unknown[])
  return value
}
