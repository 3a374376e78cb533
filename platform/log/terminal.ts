import type { DestinationStream } from 'pino'

const colours: Readonly<Record<string, number>> = { fatal: 31, error: 31, warn: 33, info: 32, debug: 36, trace: 90 }
const colour = (code: number, text: string): string => `\x1b[${code}m${text}\x1b[0m`

/** Lines for a person at a terminal: time, level, message, then the fields. */
export function terminalLines(out: { write(text: string): unknown }): DestinationStream {
  return { write: (line) => void out.write(`${forPeople(line)}\n`) }
}

export function forPeople(line: string): string {
  const { time, level, msg, pid: _, err, ...fields } = JSON.parse(line) as Record<string, unknown>
  const label = colour(colours[String(level)] ?? 0, String(level).toUpperCase().padEnd(5))
  const clock = colour(
    90,
    Temporal.Instant.from(String(time))
      .toZonedDateTimeISO(Temporal.Now.timeZoneId())
      .toPlainTime()
      .toString({ smallestUnit: 'second' }),
  )
  const values = Object.entries(fields).map(([name, value]) => colour(90, `${name}=`) + shown(value))
  const trouble = err ? `\n${String((err as { stack?: string }).stack ?? shown(err))}` : ''
  return [clock, label, ...(msg ? [String(msg)] : []), ...values].join(' ') + trouble
}

const shown = (value: unknown): string =>
  typeof value === 'string' && !/\s/.test(value) ? value : JSON.stringify(value)
