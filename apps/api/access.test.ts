import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { keyScopes } from '#model/office/accounts'
import { permissions } from '#model/office/roles'
import { answeredOtherwise, closedToTheRight } from '#test/access-matrix'
import type { Thing } from '#test/one-of-everything'
import { openDoor, type Who } from '#test/open-door'
import { realCallers } from '#test/real-callers'
import { nameOf, openObjects, type Route, type Schema } from '#test/route-table'
import { idsOf, isAboutAThing, sampleBody, thingOf, urlOf } from '#test/route-things'

const door = await openDoor()
const { things, people, routes, ask, here, there } = door

const isStaffs = ({ needs }: Route): boolean => typeof needs === 'object'
const isStaffSide = ({ url }: Route): boolean => /^\/api\/v1\/(admin|partner)\//.test(url)
const strangersTo = (route: Route): Who[] =>
  isStaffSide(route) ? ['owner elsewhere'] : ['guest', 'bob', 'ann elsewhere']
const ownerOf = (route: Route): Who => (isStaffSide(route) ? 'owner' : 'ann')

/** Every route that answers otherwise than `wanted`, as `route: status`. */
async function unlike(some: readonly Route[], wanted: number, asking: (route: Route) => ReturnType<typeof ask>) {
  const wrong: string[] = []
  for (const route of some) {
    const { status, text } = await asking(route)
    if (status !== wanted) wrong.push(`${nameOf(route)}: ${status} ${text.slice(0, 300)}`)
  }
  return wrong
}

test('S01 the table of routes is read whole, and every route in it says who may call it', () => {
  expect(routes.length).toBeGreaterThan(140)
  expect(routes.filter(isStaffs).length).toBeGreaterThan(90)
  const open = ['open', 'anyone', 'shopper', 'provider']
  expect(routes.filter(({ needs }) => typeof needs === 'string' && !open.includes(needs)).map(nameOf)).toEqual([])
})

test('whoever has not signed in is asked to, on every route that needs a shopper or staff', async () => {
  const closed = routes.filter(({ needs }) => needs === 'shopper' || typeof needs === 'object')
  expect(await unlike(closed, 401, (route) => ask('guest', route))).toEqual([])
  expect(await unlike(closed.filter(isStaffs), 401, (route) => ask('ann', route))).toEqual([])
  expect(
    await unlike(
      closed.filter((route) => !isStaffs(route)),
      401,
      (route) => ask('owner', route),
    ),
  ).toEqual([])
})

test('on the staff side only signing in and out is open to everybody', async () => {
  const open = routes.filter(({ url, needs }) => url.startsWith('/api/v1/admin') && needs === 'anyone')
  expect(open.map(nameOf)).toEqual([
    'POST /api/v1/admin/sign-in',
    'POST /api/v1/admin/sign-in/password',
    'POST /api/v1/admin/sign-out',
    'GET /api/v1/admin/me',
    'PUT /api/v1/admin/me/password',
    'GET /api/v1/admin/sign-in',
    'POST /api/v1/admin/sign-in/prove',
    'POST /api/v1/admin/sign-in/set-up',
    'POST /api/v1/admin/sign-in/set-up/confirm',
    'GET /api/v1/admin/me/second-factors',
    'POST /api/v1/admin/me/authenticator',
    'POST /api/v1/admin/me/authenticator/confirm',
    'POST /api/v1/admin/me/second-factors/remove',
    'GET /api/v1/admin/me/sessions',
    'POST /api/v1/admin/me/sessions/end',
    'POST /api/v1/admin/sign-in/passkey/options',
    'POST /api/v1/admin/sign-in/passkey',
    'POST /api/v1/admin/sign-in/set-up/passkey/options',
    'POST /api/v1/admin/sign-in/set-up/passkey',
    'POST /api/v1/admin/me/passkeys/options',
    'POST /api/v1/admin/me/passkeys',
    'PUT /api/v1/admin/me/passkeys/:id',
    'POST /api/v1/admin/me/passkeys/:id/remove',
    'GET /api/v1/admin/me/confidentiality',
    'POST /api/v1/admin/me/confidentiality',
  ])
  const forMembers = open.filter(({ url }) => url.startsWith('/api/v1/admin/me'))
  expect(await unlike(forMembers, 401, (route) => ask('guest', route))).toEqual([])
})

test('ORG-05 S04 every staff action asks for its permission: whoever holds all others is refused', async () => {
  const refused = await unlike(routes.filter(isStaffs), 403, (route) =>
    ask(`owner without ${(route.needs as { staff: string }).staff}`, route),
  )
  expect(refused).toEqual([])
})

test('an API key may do what its scopes allow and nothing else, and no scope lets it make people or keys', async () => {
  const refused = await unlike(routes.filter(isStaffs), 403, (route) =>
    ask(`key without ${(route.needs as { staff: string }).staff}`, route),
  )
  expect(refused).toEqual([])
  expect(
    await unlike(
      routes.filter(({ needs }) => needs === 'shopper'),
      401,
      (route) => ask('key', route),
    ),
  ).toEqual([])
  const forPeople = permissions.filter((permission) => !keyScopes.includes(permission))
  expect(forPeople).toEqual(['staff.manage', 'keys.manage'])
})

test('an API key reads what a member of staff with the same permissions reads', async () => {
  const readable = routes.filter((route) => isStaffs(route) && route.method === 'GET' && !isAboutAThing(route))
  const wrong: string[] = []
  for (const route of readable) {
    const [staff, key] = [await ask('owner', route), await ask('key', route)]
    if (staff.status !== key.status) wrong.push(`${nameOf(route)}: ${staff.status} for staff, ${key.status} for a key`)
  }
  expect(wrong).toEqual([])
})

test('ORG-05 a permission that a route names is one that a role can hold', () => {
  const named = routes.flatMap(({ needs }) => (typeof needs === 'object' ? [needs.staff] : []))
  expect(named.filter((permission) => !(permissions as readonly string[]).includes(permission))).toEqual([])
})

/** Lists about a thing, which are empty for a foreign one. */
const emptyLists = [
  'GET /api/v1/admin/history/:id',
  'GET /api/v1/admin/orders/:id/parcels',
  'GET /api/v1/admin/variants/:id/price/history',
]
/** These belong to a person, or to all shops of the house together. */
const shared: readonly Thing[] = ['address', 'customer', 'category', 'brand']
/** What somebody sees of their own in all shops. */
const acrossShops = [
  'GET /api/v1/store/carts',
  'GET /api/v1/store/checkout/together',
  'GET /api/v1/store/favourites',
  'GET /api/v1/store/follows',
  'GET /api/v1/store/privacy/data',
  'GET /api/v1/store/stock-waits',
]

test('S02 S03 a thing with an id does not exist for another shop, another shopper or a guest', async () => {
  const about = routes.filter((route) => isAboutAThing(route) && route.url.startsWith('/api/v1'))
  const wrong: string[] = []
  for (const route of about)
    for (const who of strangersTo(route)) {
      if (isOpenTo(who, route)) continue
      const wanted = who === 'guest' && route.needs === 'shopper' ? 401 : 404
      const { status, text } = await ask(who, route)
      const isEmpty = emptyLists.includes(nameOf(route)) && text === '[]'
      if (status !== wanted && !isEmpty) wrong.push(`${who}: ${nameOf(route)}: ${status} ${text.slice(0, 300)}`)
    }
  expect(wrong).toEqual([])
})

/** What is on sale is seen by everybody in the shop. */
const isOpenTo = (who: Who, { url }: Route): boolean =>
  people[who].shopId === here ? thingOf(url) === 'slug' : shared.includes(thingOf(url))

test('whose it is finds every one of those things: the ids of these tests exist', async () => {
  const about = routes.filter((route) => isAboutAThing(route) && route.method !== 'DELETE')
  const wrong: string[] = []
  for (const route of about) {
    const { status, text } = await ask(ownerOf(route), route)
    if ([400, 401, 403, 404, 500].includes(status)) wrong.push(`${nameOf(route)}: ${status} ${text.slice(0, 300)}`)
  }
  expect(wrong).toEqual([])
})

test('S02 lists, searches and figures of another shop or shopper hold nothing of ours', async () => {
  const lists = routes.filter(
    (route) => route.method === 'GET' && !isAboutAThing(route) && !acrossShops.includes(nameOf(route)),
  )
  const wrong: string[] = []
  for (const route of lists)
    for (const who of strangersTo(route).filter((one) => people[one].shopId === there))
      for (const query of [{}, idsIn(route)]) {
        const { status, text } = await ask(who, route, { query })
        const seen = Object.entries(things).filter(([, id]) => text.includes(id) && !idsEchoed(query).includes(id))
        if (status >= 500 || seen.length > 0) wrong.push(`${who}: ${nameOf(route)}: ${status} ${seen.join()}`)
      }
  expect(wrong).toEqual([])
})

/** What was asked for may be said back, and what all shops share is said to all. */
const idsEchoed = (query: object): string[] => [...Object.values(query), ...shared.map((thing) => things[thing])]

/** Our ids, in every filter that takes one. */
function idsIn({ url, query }: Route): Record<string, string> {
  const named = Object.entries(query?.properties ?? {}).filter(([, one]) => JSON.stringify(one).includes('"uuid"'))
  return Object.fromEntries(named.map(([name]) => [name, idsOf(url, things)(name, 'query')]))
}

test('S02 another shop, or another shopper, cannot hand in the id of a thing of ours', async () => {
  const taking = routes.filter((route) => !isAboutAThing(route) && /"uuid"/.test(JSON.stringify(route.body ?? {})))
  const wrong: string[] = []
  for (const route of taking.filter(({ url }) => !url.startsWith('/api/v1/store/cart/')))
    for (const who of strangersTo(route).filter((one) => one !== 'guest')) {
      const { status, text } = await ask(who, route)
      const isRefused = status === 404 || status === 409 || status === 422
      if (!isRefused && !isDeclined(text) && !harmless.includes(nameOf(route)))
        wrong.push(`${who}: ${nameOf(route)}: ${status} ${text.slice(0, 300)}`)
    }
  expect(wrong).toEqual([])
})

const isDeclined = (text: string): boolean => text.startsWith('{"accepted":false')

/** Categories are of the whole house; marking notes as printed passes over foreign ones, and so does what a page tells of a visit; a batch refuses row by row; a shopper waits for what anybody may buy. */
const harmless = [
  'POST /api/v1/admin/categories',
  'POST /api/v1/admin/outbounds/printed',
  'POST /api/v1/admin/product-batches',
  'POST /api/v1/store/events',
  'PUT /api/v1/store/stock-waits',
]

const withBody = routes.filter(({ body }) => body !== undefined)

test('S06 a body with a property nobody knows is refused, on every route', async () => {
  const wrong: string[] = []
  for (const route of withBody) {
    const { status, body } = await ask(ownerOf(route), route, {
      body: { ...(sampleBody(route, things) as object), surprise: 1 },
    })
    if (status !== 400 || !String(body.details?.field).endsWith('surprise')) wrong.push(`${nameOf(route)}: ${status}`)
  }
  expect(wrong).toEqual([])
  expect(withBody.flatMap((route) => openObjects(route.body as Schema, nameOf(route)))).toEqual([])
})

test('what must happen once is refused without an Idempotency-Key', async () => {
  const once = routes.filter((route) => route.once)
  const wrong: string[] = []
  for (const route of once) {
    const { status, body } = await ask('', route, { headers: { 'x-who': ownerOf(route) } })
    if (status !== 422 || body.details?.field !== 'Idempotency-Key') wrong.push(`${nameOf(route)}: ${status}`)
  }
  expect(once.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})

const real = await realCallers(door.db, { here, there })
/** One route for each rule, in each part of the API: `test/faults/s-access.test.ts` asks all of them. */
const oneOfEachRule = [
  ...new Map(routes.map((route) => [JSON.stringify([route.needs, route.url.split('/')[3]]), route])).values(),
]

test('S04 S16 by their real sessions and keys: whoever is nobody, over, disabled, of another shop or without the permission is answered as the route declares', async () => {
  expect(await answeredOtherwise(door, real, oneOfEachRule)).toEqual([])
})

test('S04 by their real sessions and keys: exactly the permission that a route names opens it', async () => {
  expect(await closedToTheRight(door, real, oneOfEachRule)).toEqual([])
})

test('S02 a thing of somebody else and one that does not exist are answered alike, word for word', async () => {
  const about = routes.filter(
    (route) => isAboutAThing(route) && route.url.startsWith('/api/v1') && thingOf(route.url) !== 'slug',
  )
  const wrong: string[] = []
  for (const route of about)
    for (const who of strangersTo(route).filter((one) => one !== 'guest' && !isOpenTo(one, route))) {
      const [foreign, missing] = [await ask(who, route), await door.call(who, route, urlOf(route, noThings))]
      if (foreign.status !== missing.status || said(foreign.text) !== said(missing.text))
        wrong.push(`${who}: ${nameOf(route)}: ${foreign.text.slice(0, 200)} ${missing.text.slice(0, 200)}`)
    }
  expect(wrong).toEqual([])
})

/** The same kinds of things, none of which exists. */
const noThings = { ...things, ...Object.fromEntries(Object.keys(things).map((name) => [name, newId()])) }
/** An answer without what names the request and the thing that was asked for. */
const said = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')

/** How a browser tells that a page of somebody else sends the request. */
const fromElsewhere: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://shop.test.evil.example' },
  { origin: 'http://evil.example', 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { referer: 'https://evil.example/?http://shop.test/' },
]

test('S17 no route changes anything for a page of another site, nor for a neighbour of the same site', async () => {
  const changing = routes.filter(({ method, needs }) => method !== 'GET' && needs !== 'provider')
  const wrong: string[] = []
  for (const route of changing)
    for (const sent of fromElsewhere) {
      const headers: Record<string, string> = { ...sent, 'x-who': ownerOf(route), 'idempotency-key': newId() }
      const { status, body } = await ask('', route, { headers })
      if (status !== 403 || body.code !== 'access.foreign_origin')
        wrong.push(`${nameOf(route)} ${JSON.stringify(sent)}: ${status}`)
    }
  expect(changing.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})

test('S17 who brings cookies and does not say from where changes nothing; the oldest browsers say it by Referer', async () => {
  const changing = routes.filter(({ method, needs }) => method !== 'GET' && needs !== 'provider' && needs !== 'open')
  const wrong: string[] = []
  for (const route of changing) {
    const said = { 'x-who': ownerOf(route), 'idempotency-key': newId(), cookie: 'zg_shop=x; zg_staff=x' }
    const unsaid = await ask('', route, { headers: said })
    const keyBeside = await ask('', route, { headers: { ...said, authorization: 'Basic eDp4' } })
    for (const { status, body } of [unsaid, keyBeside])
      if (status !== 403 || body.code !== 'access.origin_unsaid') wrong.push(`${nameOf(route)}: ${status}`)
  }
  expect(changing.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])

  const route = changing.find(({ url, method }) => method === 'POST' && url === '/api/v1/store/account/sign-in')!
  const known: Record<string, string>[] = [{ referer: 'http://shop.test/account' }, { authorization: 'Bearer zg_x' }]
  for (const own of known) {
    const { body } = await ask('', route, { headers: { cookie: 'zg_shop=x', 'x-who': 'guest', ...own } })
    expect(body.code).not.toMatch(/^access\.(foreign_origin|origin_unsaid)$/)
  }
})
