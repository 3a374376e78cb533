import type { Plan } from './floors.ts'
import { isTest, placeOf } from './places.ts'
import type { Source } from './sources.ts'

/** A room writes its own tables, the platform its own schema, and nobody else any. */
export function foreignWrites({ path, writes }: Source, plan: Plan): string[] {
  if (isTest(path)) return []
  const { area, room } = placeOf(path)
  return writes
    .filter(({ table }) => !mayWrite(area, room, table, plan))
    .map(({ table, line }) => `${path}:${line}: foreign table written: ${table === '?' ? 'a computed one' : table}`)
}

function mayWrite(area: string, room: string, table: string, plan: Plan): boolean {
  const schema = table.split('.')[0]!
  if (area === 'platform') return !plan.floors.includes(schema)
  if (area === 'modules') return plan.tables[room]?.includes(table) ?? false
  return (area === 'sandbox' || table !== '?') && schema !== 'platform' && !plan.floors.includes(schema)
}

/** Tables of the migrations that no room or more than one room owns, and owned tables that no migration makes. */
export function ownershipFaults(migrations: readonly string[], { tables, floors }: Plan): string[] {
  const made = migrations.flatMap((sql) =>
    [...sql.matchAll(/create\s+table\s+(?:if\s+not\s+exists\s+)?([a-z_]+\.[a-z_0-9]+)/gi)].map(([, table]) =>
      table!.toLowerCase(),
    ),
  )
  const ours = made.filter((table) => floors.includes(table.split('.')[0]!))
  const owned = Object.values(tables).flat()
  return [
    ...ours
      .filter((table) => !owned.includes(table))
      .map((table) => `${table} belongs to no room: give it to one in test/support/floors.ts`),
    ...owned.filter((table, index) => owned.indexOf(table) !== index).map((table) => `${table} belongs to two rooms`),
    ...owned.filter((table) => !ours.includes(table)).map((table) => `${table} is owned but made by no migration`),
    ...Object.entries(tables).flatMap(([room, mine]) =>
      mine
        .filter((table) => table.split('.')[0] !== room.split('/')[0])
        .map((table) => `${table} lies in another floor's schema than ${room}`),
    ),
  ]
}
