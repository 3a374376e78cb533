import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { isOfWarehouses, permissions } from '#model/office/roles'
import type { OutboundId } from '#model/supply/warehouse'
import { requestExport, runExport } from '#platform/exports'
import { loadOutbound, outboundByNumber } from '#supply/warehouse'
import { openDoor, type Who } from '#test/open-door'
import { nameOf, type Route } from '#test/route-table'

const door = await openDoor()
const { things, here } = door

const all = await door.db.selectFrom('supply.warehouses').select('id').where('shop_id', '=', here).execute()
const limitedTo = (warehouses: readonly string[]) => ({
  within: Object.fromEntries(permissions.filter(isOfWarehouses).map((permission) => [permission, warehouses])),
})
/** Works in a warehouse in which nothing lies, and in every one by name. */
const [stranger, keeper] = ['stranger', 'keeper'] as const
const owner = door.people.owner
Object.assign(door.people, {
  [stranger]: { ...owner, actor: { ...owner.actor, ...limitedTo([newId<'Warehouse'>()]) } },
  [keeper]: { ...owner, actor: { ...owner.actor, ...limitedTo(all.map(({ id }) => id)) } },
})
const ask = (who: typeof stranger | typeof keeper, route: Route) => door.ask(who as string as Who, route)

const routes = door.routes.filter(({ needs }) => typeof needs === 'object' && isOfWarehouses(needs.staff))
const closed = ['access.other_warehouse', 'access.everywhere_only']

/** What lies in our warehouses or is on its way between them, and would tell a stranger of it. */
const telling = [things.warehouse, things.bin, things.outbound, things.outboundLine, things.transfer, things.parcel]

test('ORG-05 whoever works in another warehouse reads, counts and moves nothing of ours, on whichever route', async () => {
  expect(routes.length).toBeGreaterThan(50)
  const told: string[] = []
  for (const route of routes) {
    const { status, body, text } = await ask(stranger, route)
    const isOpen = !(status === 403 && closed.includes(body.code))
    if (isOpen && (status >= 500 || route.method !== 'GET' || telling.some((id) => text.includes(id))))
      told.push(`${nameOf(route)}: ${status} ${text.slice(0, 200)}`)
  }
  // Comparing carriers is about none of the warehouses.
  expect(told.filter((each) => !each.startsWith('POST /api/v1/admin/carriers/compare'))).toEqual([])
})

test('ORG-05 whoever works in a warehouse is let in to all of its work, and to nothing that concerns all of them', async () => {
  const refused: string[] = []
  for (const route of routes) {
    const { status, body } = await ask(keeper, route)
    if (status === 403 && closed.includes(body.code)) refused.push(nameOf(route))
  }
  expect(refused.sort()).toEqual([
    'POST /api/v1/admin/lots/:id/block',
    'POST /api/v1/admin/lots/:id/unblock',
    'POST /api/v1/admin/warehouses',
    'POST /api/v1/partner/orders/:id/shipments',
    'PUT /api/v1/admin/stock/:id/hot',
  ])
})

test('ORG-05 lists and counters show what lies in one’s own warehouses, and only that', async () => {
  const routeOf = (url: string) => door.routes.find((each) => nameOf(each) === `GET /api/v1/admin/${url}`)!
  const read = async (who: typeof stranger | typeof keeper, url: string) => (await ask(who, routeOf(url))).body
  for (const url of ['outbounds', 'stock', 'transfers']) {
    expect((await read(keeper, url)).rows.length, url).toBeGreaterThan(0)
    expect((await read(stranger, url)).rows, url).toEqual([])
  }
  expect(await read(stranger, 'warehouses')).toEqual([])
  expect((await read(stranger, 'outbounds/counts')).byStatus).toEqual({})
  const waiting = (await read(stranger, 'waiting')).rows as { key: string; count: number }[]
  expect(waiting.filter(({ key }) => /^to(Pick|Pack|HandOver)$/.test(key)).map(({ count }) => count)).toEqual([0, 0, 0])
})

test('ORG-05 the number of a box, scanned or typed, opens nothing of another warehouse', async () => {
  const { number } = await loadOutbound(door.ours.ctx, things.outbound as OutboundId)
  const found = (within?: readonly string[]) => outboundByNumber(door.ours.ctx, { number, within })

  expect(await found()).toBe(things.outbound)
  expect(await found(all.map(({ id }) => id))).toBe(things.outbound)
  expect(await found([newId<'Warehouse'>()])).toBeUndefined()
})

test.each(['stock', 'movements'])(
  'ORG-05 a sheet of %s that somebody takes along holds their own warehouses, also when a job writes it later',
  async (kind) => {
    const rowsFor = async (actor: typeof owner.actor) => {
      const asked = await requestExport({ ...door.ours.ctx, actor }, { kind, format: 'csv' })
      return (await runExport(door.ours.ctx, asked.id)).rows
    }
    expect(await rowsFor({ ...owner.actor, ...limitedTo(all.map(({ id }) => id)) })).toBeGreaterThan(0)
    expect(await rowsFor({ ...owner.actor, ...limitedTo([newId<'Warehouse'>()]) })).toBe(0)
  },
)
