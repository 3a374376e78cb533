import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { declaredApi } from '#apps/docs/declared'
import { newId } from '#kernel/id'
import { operationsOf, type Spot, spotsOf, withValue } from '#test/fuzz'
import { type AttackName, fuzzAddresses, fuzzBodies, fuzzQueries, mightyFor } from '#test/fuzz-run'
import type { Thing } from '#test/one-of-everything'
import { openDoor } from '#test/open-door'
import { nameOf, sampleOf } from '#test/route-table'
import { sampleBody, urlOf } from '#test/route-things'

const door = await openDoor()
const operations = operationsOf(await declaredApi())
const seed = 20_261_122
const fuzz = { door, operations, seed, perSpot: 1 }

/** How many rows each table holds that tells of changes. */
async function traces(): Promise<string> {
  const { rows } = await sql`select (select count(*) from platform.events) as events,
    (select count(*) from sales.orders) as orders, (select count(*) from supply.stock_movements) as movements,
    (select count(*) from office.accounts) as accounts, (select count(*) from platform.settings) as settings`.execute(
    door.db,
  )
  return JSON.stringify(rows)
}

async function refusedAtOnce(name: AttackName): Promise<void> {
  const before = await traces()
  const { asked, faults } = await fuzzBodies(name, fuzz)
  expect(faults).toEqual([])
  expect(asked).toBeGreaterThan(200)
  expect(await traces()).toBe(before)
}

test('S20 the fuzzer reads every operation of the published document', () => {
  expect(operations.map(nameOf).sort()).toEqual(
    door.routes
      .filter(({ url }) => url.startsWith('/api/v1'))
      .map(nameOf)
      .sort(),
  )
})

test('S10 D21 a value of another kind, one beyond its edges or one no arithmetic is exact with is refused at once, everywhere', async () => {
  await refusedAtOnce('kinds')
  await refusedAtOnce('edges')
})

test('D20 text with NUL or half a character is refused at once, in every text of every body', () =>
  refusedAtOnce('impossible'))

test('S20 S32 text that databases, pages and shells could take for their own changes nothing but its own field and brings no error to light', async () => {
  const bodies = await fuzzBodies('hostile', fuzz)
  const queries = await fuzzQueries({ ...fuzz, perSpot: 3 })
  const addresses = await fuzzAddresses({ ...fuzz, perSpot: 2 })
  expect([...bodies.faults, ...queries.faults, ...addresses.faults]).toEqual([])
  expect(queries.asked).toBeGreaterThan(200)
  expect(addresses.asked).toBeGreaterThan(200)
})

test('S10 whole numbers at the ends of their columns never bring down a route', async () => {
  expect((await fuzzBodies('extremes', fuzz)).faults).toEqual([])
})

/** Maps, such as a category's attributes, take names of their own choice; `access.test.ts` counts what else is open. */
const isClosed = ({ schema }: Spot): boolean => schema.type === 'object' && schema.additionalProperties === false

/** What nobody may set from outside, whatever a body is for. */
const covetedNames = [
  'price',
  'total',
  'state',
  'status',
  'shop_id',
  'shopId',
  'customer_id',
  'role',
  'captured',
  'created_at',
  'id',
]

test('S06 S09 nobody slips in a price, a state, an owner or a role: no body, nor any part of one, takes a property it does not declare', async () => {
  const wrong: string[] = []
  for (const route of operations.filter(({ body }) => body)) {
    const sample = sampleBody(route, door.things)
    for (const { path, schema } of spotsOf(route.body!).filter(isClosed)) {
      const extra = covetedNames.filter((name) => !(name in (schema.properties ?? {})))[path.length]!
      const { status, text } = await door.ask(mightyFor(route), route, {
        body: withValue(sample, [...path, extra], 1),
      })
      if (status !== 400) wrong.push(`${nameOf(route)} ${path.join('.')}.${extra}: ${status} ${text}`)
    }
  }
  expect(wrong).toEqual([])
})

test('S25 F07 a prototype, ten thousand levels, a hundred thousand keys and a number of a megabyte are refused, and no object changes', async () => {
  const posts = operations.filter(({ body }) => body)
  const canary = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))
  const wrong: string[] = []
  for (const [index, route] of posts.entries())
    for (const body of index % 20 === 0 ? [...pollution, ...bombs] : pollution) {
      const { status, text } = await door.ask(mightyFor(route), route, { body })
      if (status !== 400 && status !== 413) wrong.push(`${nameOf(route)} ${body.slice(0, 30)}: ${status} ${text}`)
    }
  expect(wrong).toEqual([])
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(canary)
})

const pollution = ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']
const bombs = [
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  JSON.stringify(Object.fromEntries(Array.from({ length: 90_000 }, (_, index) => [`k${index}`, 1]))),
  `{"quantity":${'9'.repeat(1_000_000)}}`,
  JSON.stringify({ text: 'x'.repeat(10_000_000) }),
]

/** Ways of saying "this is JSON" that have led validators past a body. Sources: CVE-2025-32442, CVE-2026-25223, CVE-2026-3419, CVE-2026-33806. */
const contentTypes = [
  'application/json\ta',
  'application/json a',
  ' application/json',
  'application/json;',
  'application/json ; charset=utf-8',
  'application/json;charset=utf-8;x="',
  'APPLICATION/JSON',
  'application/vnd.api+json',
  'text/plain',
  'text/json',
  'application/x-www-form-urlencoded',
  'application/json, text/plain',
]

test('S08 however its type is written, no body passes unread by its schema', async () => {
  const wrong: string[] = []
  for (const [index, route] of operations.filter(({ body }) => body).entries())
    for (const type of index % 10 === 0 ? contentTypes : contentTypes.slice(0, 4)) {
      const headers = { 'x-who': mightyFor(route), 'idempotency-key': newId(), 'content-type': type }
      const { status, text } = await door.ask('', route, { body: '{"surprise":1}', headers })
      if (status !== 400 && status !== 415) wrong.push(`${nameOf(route)} as ${type}: ${status} ${text}`)
    }
  expect(wrong).toEqual([])
})

test('S08 a method is the one of the request line, whatever a header or a parameter says', async () => {
  const wrong: string[] = []
  for (const route of operations.filter(
    ({ method, url }) => method === 'DELETE' || /disable|revoke|discard/.test(url),
  )) {
    const headers = {
      'x-who': mightyFor(route),
      'x-http-method-override': route.method,
      'x-method-override': route.method,
    }
    const { status, text } = await door.call(
      '',
      { ...route, method: 'GET' },
      `${urlOf(route, door.things)}?_method=${route.method}`,
      { headers },
    )
    const isOtherRoute = operations.some(({ method, url }) => method === 'GET' && url === route.url)
    if (status !== 405 && !isOtherRoute) wrong.push(`${nameOf(route)}: ${status} ${text}`)
  }
  expect(wrong).toEqual([])
})

test('F08 no list gives more than a hundred rows, is read from an offset, or is sorted or filtered by what is not declared', async () => {
  const lists = operations.filter(({ method, query, url }) => method === 'GET' && query && !url.endsWith('/failures')) // 1,000 lines of a sheet
  const wrong: string[] = []
  for (const route of lists) {
    const names = Object.keys(route.query!.properties!)
    if (names.length > 24) {
      const all = Object.fromEntries(names.map((name) => [name, '1']))
      const { text } = await door.ask(mightyFor(route), route, { query: all })
      if (!text.includes('maxProperties')) wrong.push(`${nameOf(route)} takes ${names.length} filters at once`)
    }
    const asked = [
      ...(names.includes('limit') ? [{ limit: '101' }, { limit: '1e9' }, { limit: '0' }] : []),
      ...(names.includes('sort') ? [{ sort: 'cost' }, { sort: 'name; drop' }] : []),
      ...(names.includes('offset') ? [{ offset: '1000000000' }] : []),
    ]
    for (const query of asked) {
      const { status } = await door.ask(mightyFor(route), route, { query })
      if (status !== 400) wrong.push(`${nameOf(route)} ${JSON.stringify(query)}: ${status}`)
    }
  }
  expect(lists.filter(({ query }) => query!.properties!.limit).length).toBeGreaterThan(20)
  expect(wrong).toEqual([])
})

test('F08 a filter repeated ten thousand times is refused or answered, and never breaks a list', async () => {
  const wrong: string[] = []
  for (const route of operations.filter(({ method, query }) => method === 'GET' && query))
    for (const [name, schema] of Object.entries(route.query!.properties!).filter(([, one]) => one.type === 'array')) {
      const value = String(sampleOf(schema.items!, (id) => door.things[id as Thing] ?? newId(), { [name]: '1' }, name))
      const url = `${urlOf(route, door.things)}?${Array(10_000)
        .fill(`${name}=${encodeURIComponent(value)}`)
        .join('&')}`
      const { status } = await door.call(mightyFor(route), route, url, { query: {} })
      if (status !== 400) wrong.push(`${nameOf(route)} ${name}: ${status}`)
    }
  expect(wrong).toEqual([])
})
