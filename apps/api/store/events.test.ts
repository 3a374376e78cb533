import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { openShop } from '#office/shops'
import { aBrowser, anApi } from '#test/api'
import { noon } from '#test/context'
import { testDatabase } from '#test/database'
import { eventRoutes } from './events.ts'

const { db } = await testDatabase()
await db
  .transaction()
  .execute((trx) => openShop(trx, noon, { code: 'visits', name: '半日闲', nameEn: 'Banrixian', isDefault: true }))
const api = await anApi(db, { routes: [eventRoutes] })
const tell = (payload: object, headers: Record<string, string> = {}) =>
  aBrowser(api).call('POST', '/api/v1/store/events', payload, headers)
const kept = (id: string) =>
  db.selectFrom('insight.behaviour_events').selectAll().where('id', '=', id).executeTakeFirst()

test('ANA-13 a page tells what happened on it; without consent nobody stands beside it, with the cookie of consent the visitor does', async () => {
  const [first, second, visitorId, sessionId] = [newId(), newId(), newId(), newId()]
  const message = (id: string) => ({
    page: 'search',
    sessionId,
    events: [{ id, kind: 'search', ago: 20, query: '茶', results: 4 }],
  })

  expect((await tell(message(first))).status).toBe(204)
  expect((await tell(message(second), { cookie: `zg_visits=${visitorId}` })).status).toBe(204)

  expect(await kept(first)).toMatchObject({ kind: 'search', query: '茶', visitor_id: null, session_id: null })
  expect(await kept(second)).toMatchObject({ visitor_id: visitorId, session_id: sessionId })
})

test('ANA-13 STO-11 the address of a private page is not kept, of a public one without what stands behind the question mark', async () => {
  const load = () => ({ id: newId(), pixels: 390, firstByte: 80, largestPaint: 640, loaded: 900, shift: 0.003 })
  const [order, home] = [load(), load()]
  await tell({ page: 'order', path: '/orders/4711', events: [], load: order })
  await tell({ page: 'home', path: '/en?token=secret', events: [], load: home })
  const pathOf = (id: string) =>
    db.selectFrom('insight.page_loads').select(['path', 'width']).where('id', '=', id).executeTakeFirst()
  expect([await pathOf(order.id), await pathOf(home.id)]).toEqual([
    { path: '', width: 'phone' },
    { path: '/en', width: 'phone' },
  ])
})

test('ANA-13 what is not asked for is refused: other fields, other kinds, too many steps, too much', async () => {
  const step = () => ({ id: newId(), kind: 'view', ago: 0 })
  const refused = [
    { page: 'home', events: [{ ...step(), name: 'Ann' }] },
    { page: 'home', events: [{ ...step(), kind: 'order_paid' }] },
    { page: 'home', events: [{ ...step(), ago: -5 }] },
    { page: 'home', events: Array.from({ length: 41 }, step) },
    { page: '<script>', events: [] },
    { page: 'home', visitorId: newId(), events: [] },
  ]
  for (const message of refused) expect([400, 422]).toContain((await tell(message)).status)
  expect((await tell({ page: 'home', events: [], path: 'x'.repeat(30_000) })).status).toBe(413)
})

test('ANA-13 a machine that reads pages is not counted, and an address that tells too much is asked to come later', async () => {
  const id = newId()
  await tell(
    { page: 'home', events: [{ id, kind: 'list', ago: 0 }] },
    { 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0)' },
  )
  expect(await kept(id)).toBeUndefined()

  const message = { page: 'home', events: [] }
  const statuses: number[] = []
  for (let count = 0; count < 125; count++) statuses.push((await tell(message)).status)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5)
})
