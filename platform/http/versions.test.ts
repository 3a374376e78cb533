import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf, publish } from '#platform/events'
import { createServer, IdParams } from '#platform/http'
import { openLog } from '#platform/log'
import { aContext, as, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const ctx = aContext(db)

const rename = (context: Context, id: string, times = 1) =>
  transaction(context, async (tx) => {
    for (let count = 0; count < times; count++)
      await publish(tx, { type: 'test.renamed', aggregate: 'thing', id, data: {} })
    return {}
  })

async function aServer() {
  const app = createServer({
    log: openLog({ level: 'silent' }),
    publicUrl: 'http://shop.example',
    version: '0',
    texts: { 'request.changed_meanwhile': { zh: '{by} 已改为第 {version} 版', en: '{by} made version {version}' } },
    identify: async () => ({ actor: lin, shopId: ctx.shopId, locale: 'zh' }),
    contextFor: (identity, origin) => ({ ...ctx, ...identity, origin }),
  })
  await app.after()
  const schema = { params: IdParams, response: { 200: Type.Object({}) } }
  const config = { needs: 'anyone', versioned: true } as const
  app.get('/api/things/:id', { config, schema }, async () => ({}))
  app.patch('/api/things/:id', { config, schema }, ({ context, params }) => rename(context, params.id))
  app.post('/api/things/:id/twice', { config: { ...config, once: true }, schema }, ({ context, params }) =>
    rename(context, params.id, 2),
  )
  app.put('/api/things/:id/name', { config: { needs: 'anyone' }, schema }, async () => ({}))
  await app.ready()
  return app
}

const app = await aServer()
const read = async (id: string) => String((await app.inject(`/api/things/${id}`)).headers.etag)
const write = (id: string, ifMatch: string) =>
  app.inject({ method: 'PATCH', url: `/api/things/${id}`, headers: { 'if-match': ifMatch } })

test('who has seen the present version may change it, and is given the next', async () => {
  const id = newId()
  expect(await read(id)).toBe('"0"')
  const first = await write(id, '"0"')
  expect([first.statusCode, first.headers.etag, await read(id)]).toEqual([200, '"1"', '"1"'])
  expect((await app.inject({ method: 'PATCH', url: `/api/things/${id}` })).headers.etag).toBe('"2"')
})

test('who has seen an older version is refused and told who changed it', async () => {
  const id = newId()
  const seen = await read(id)
  await rename(as(ctx, mei), id)

  const answer = await write(id, seen)

  expect(answer.statusCode).toBe(412)
  expect(answer.json()).toMatchObject({
    code: 'request.changed_meanwhile',
    detail: 'Mei 已改为第 1 版',
    details: { field: 'If-Match', seen: 0, version: 1, by: 'Mei' },
  })
  expect(await historyOf(ctx, id)).toHaveLength(1)
})

test('of ten who saw the same version and change it at once, one does', async () => {
  const id = newId()
  const answers = await Promise.all(Array.from({ length: 10 }, () => write(id, '"0"')))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, ...Array(9).fill(412)])
  expect(await historyOf(ctx, id)).toHaveLength(1)
})

test('a change that tells of several steps passes as one, and its repeat is answered as before', async () => {
  const id = newId()
  const headers = { 'if-match': '"0"', 'idempotency-key': newId() }
  const twice = () => app.inject({ method: 'POST', url: `/api/things/${id}/twice`, headers })
  expect([(await twice()).statusCode, (await twice()).statusCode]).toEqual([200, 200])
  expect(await historyOf(ctx, id)).toHaveLength(2)
})

test('a precondition that cannot be kept is refused, never passed over', async () => {
  const id = newId()
  expect((await write(id, 'W/"0"')).json()).toMatchObject({ status: 422, code: 'request.if_match_invalid' })
  const url = `/api/things/${id}/name`
  const answer = await app.inject({ method: 'PUT', url, headers: { 'if-match': '"0"' } })
  expect(answer.json()).toMatchObject({ status: 422, code: 'request.not_versioned' })
})

test('an address that takes other methods says which, one that does not exist says so, and each answer has its id', async () => {
  const wrong = await app.inject({ method: 'DELETE', url: `/api/things/${newId()}` })
  expect([wrong.statusCode, wrong.headers.allow, wrong.json().code]).toEqual([
    405,
    'GET, HEAD, PATCH',
    'request.method',
  ])
  const missing = await app.inject('/api/nothing')
  expect([missing.statusCode, missing.json().code, missing.json().requestId]).toEqual([
    404,
    'request.no_such_page',
    missing.headers['x-request-id'],
  ])
  const malformed = await app.inject({
    method: 'PATCH',
    url: `/api/things/${newId()}`,
    payload: '{"a":',
    headers: { 'content-type': 'application/json' },
  })
  expect([malformed.statusCode, malformed.headers['content-type']]).toEqual([
    400,
    expect.stringContaining('application/problem+json'),
  ])
})
