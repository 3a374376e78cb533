import { checkIds, type Examined, examine } from '#insight/doctor'
import { type Locale, say } from '#kernel/text'
import type { Database } from '#platform/database'
import { cliText } from './text.ts'

export interface DoctorWish {
  readonly json: boolean
  /** Ids of checks; all of them when empty. */
  readonly only: readonly string[]
  readonly locale: Locale
}

/** Examines the house and prints what was found. 0 when everything holds, 1 when something does not, 2 for a check that does not exist. */
export async function doctor(db: Database, { json, only, locale }: DoctorWish): Promise<number> {
  const unknown = only.filter((id) => !checkIds.includes(id))
  if (unknown.length > 0) {
    console.error(`zhanggui: ${say(cliText, locale, 'doctor.unknown', { ids: unknown.join(', ') })}`)
    return 2
  }
  const found = await examine(db, only.length > 0 ? { only } : {})
  if (json) console.log(JSON.stringify({ checks: found.map(toJson) }))
  else for (const line of report(found, locale)) console.log(line)
  return found.some(({ broken }) => broken > 0) ? 1 : 0
}

/** `ok` is null for a check that looked at no row: it has shown nothing. */
const toJson = ({ id, rows, broken, violations }: Examined) => ({
  id,
  ok: rows === 0 ? null : broken === 0,
  rows,
  broken,
  violations,
})

function report(found: readonly Examined[], locale: Locale): string[] {
  const count = (holds: (each: Examined) => boolean) => found.filter(holds).length
  const summary = {
    held: count(({ rows, broken }) => rows > 0 && broken === 0),
    broken: count(({ broken }) => broken > 0),
    idle: count(({ rows }) => rows === 0),
  }
  return [...found.flatMap((each) => linesOf(each, locale)), '', say(cliText, locale, 'doctor.summary', summary)]
}

function linesOf({ id, says, remedy, rows, broken, violations }: Examined, locale: Locale): string[] {
  const state = rows === 0 ? 'doctor.idle' : broken === 0 ? 'doctor.held' : 'doctor.broken'
  const line = `  ${id}  ${say(cliText, locale, state, { rows, broken })}  ${says[locale]}`
  if (broken === 0) return [line]
  const named = violations.map(({ subject, found }) => `         ${subject}  ${JSON.stringify(found)}`)
  return [line, ...named, `         → ${remedy[locale]}`]
}
