import { newId } from '#kernel/id'
import { keyScopes } from '#model/office/accounts'
import { permissions } from '#model/office/roles'
import type { OpenDoor } from './open-door.ts'
import type { Caller, RealCallers } from './real-callers.ts'
import { nameOf, type Route } from './route-table.ts'

/** What a caller without a right to a route is answered, by what the route declares. */
function declared(who: Caller, { needs, url }: Route): number {
  const isForKeys = /^\/api\/v1\/(admin|partner)\//.test(url)
  if (who.includes('key') && !isForKeys) return 403
  if (who === 'key of another shop') return 404
  const isKnown = who === 'staff' || who === 'staff of another shop' || who === 'key'
  return isKnown && typeof needs === 'object' ? 403 : 401
}

const permissionOf = ({ needs }: Route): string | undefined => (typeof needs === 'object' ? needs.staff : undefined)
const keyed = (headers: Readonly<Record<string, string>>) => ({ headers: { ...headers, 'idempotency-key': newId() } })

/** Every cell of the matrix, caller by route, that is answered otherwise than declared. Everybody holds all other permissions. */
export async function answeredOtherwise(door: OpenDoor, { callers, mayNow }: RealCallers, routes: readonly Route[]) {
  const wrong: string[] = []
  for (const route of routes.filter(({ needs }) => needs === 'shopper' || typeof needs === 'object')) {
    await mayNow(permissions.filter((permission) => permission !== permissionOf(route)))
    for (const [who, headers] of Object.entries(callers) as [Caller, Record<string, string>][]) {
      if (route.needs === 'shopper' && who === 'shopper') continue
      const { status } = await door.ask('', route, keyed(headers))
      if (status !== declared(who, route)) wrong.push(`${who}: ${nameOf(route)}: ${status}`)
    }
  }
  return wrong
}

/** Every route that stays closed to staff or a key with exactly the permission it names. A second one may be asked for by what is sent. */
export async function closedToTheRight(door: OpenDoor, { callers, mayNow }: RealCallers, routes: readonly Route[]) {
  const wrong: string[] = []
  for (const route of routes) {
    const permission = permissionOf(route)
    if (permission === undefined) continue
    await mayNow([permission])
    for (const who of ['staff', 'key'] as const) {
      if (who === 'key' && !(keyScopes as readonly string[]).includes(permission)) continue
      const { status, body, text } = await door.ask('', route, keyed(callers[who]))
      const asksForAnother = status === 403 && body.details.permission !== permission
      if (status === 401 || (status === 403 && !asksForAnother)) wrong.push(`${who}: ${nameOf(route)}: ${text}`)
    }
  }
  return wrong
}
