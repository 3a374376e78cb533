import { once } from 'node:events'
import { request as ask } from 'node:http'
import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { frontDoor } from './front-door.ts'
import type { Routes } from './shapes.ts'
import { openSharedAnswers } from './shared-answers.ts'
import { shareAnswers, strangersFirst } from './strangers.ts'

async function aServer(routes: (app: Routes, made: () => { made: number }) => void) {
  const answers = openSharedAnswers(60)
  const app = fastify({ serverFactory: frontDoor(strangersFirst(answers)) })
  shareAnswers(app as unknown as Routes, answers)
  let made = 0
  routes(app as unknown as Routes, () => ({ made: ++made }))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())

  /** Node's own client, because it sends no header that was not asked for. */
  async function answerTo(path: string, headers: Record<string, string> = {}, method = 'GET') {
    const asked = ask(`${address}${path}`, { method, headers }).end()
    const [response] = await once(asked, 'response')
    const chunks: Buffer[] = await response.toArray()
    const text = Buffer.concat(chunks).toString()
    return { status: response.statusCode, headers: response.headers, text, made: text && JSON.parse(text).made }
  }
  const madeOf = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
    (await answerTo(path, headers)).made
  return { answers, app, answerTo, madeOf }
}

const shared = { config: { needs: 'anyone', shared: true } } as const
const cups = '/api/v1/store/cups'

const aShop = () =>
  aServer((app, made) => {
    app.get(cups, shared, async (_, reply) => reply.header('x-request-id', 'of the first').send(made()))
    app.get('/page', shared, async () => made())
    app.get('/own', { config: { needs: 'anyone' } }, async () => made())
    app.get('/greeting', shared, async (_, reply) => reply.header('set-cookie', 'a=1').send(made()))
    app.get('/gone', shared, async (_, reply) => reply.code(404).send(made()))
  })

test('strangers who ask the same get the same answer until somebody changes something', async () => {
  const { answers, madeOf } = await aShop()
  expect([await madeOf(cups), await madeOf(cups), await madeOf(`${cups}?page=2`)]).toEqual([1, 1, 2])

  answers.forget()

  expect([await madeOf(cups), await madeOf(cups)]).toEqual([3, 3])
  expect(answers.given).toBe(2)
})

test('of the API another language or shop is another answer, however the headers are written', async () => {
  const { madeOf } = await aShop()
  const asked: Record<string, string>[] = [
    {},
    { 'accept-language': 'en' },
    { 'x-shop': 'tea' },
    { 'x-locale': 'en' },
    { 'x-shop': 'tea en' },
    { 'x-shop': 'tea', 'x-locale': 'en' },
  ]
  const made: number[] = []
  for (const headers of asked) made.push(await madeOf(cups, headers))
  expect(made).toEqual([1, 2, 3, 4, 5, 6])
})

test('a page is one answer whatever language a browser prefers, for its address says which one it is in', async () => {
  const { madeOf } = await aShop()
  expect([await madeOf('/page', { 'accept-language': 'en' }), await madeOf('/page')]).toEqual([1, 1])
})

test('whoever is known, whatever is not shared, failed or sets a cookie is answered anew', async () => {
  const { madeOf } = await aShop()
  const ann = { cookie: 'zg_shop=1' }
  const key = { authorization: 'Bearer zg_1' }
  expect([await madeOf(cups, ann), await madeOf(cups, ann), await madeOf(cups, key)]).toEqual([1, 2, 3])
  expect(await madeOf(cups)).toBe(4)
  expect([await madeOf(cups, ann), await madeOf(cups, key)]).toEqual([5, 6])
  expect([await madeOf('/own'), await madeOf('/own')]).toEqual([7, 8])
  expect([await madeOf('/greeting'), await madeOf('/greeting')]).toEqual([9, 10])
  expect([await madeOf('/gone'), await madeOf('/gone')]).toEqual([11, 12])
})

test('a kept answer has the head of the first, but nothing that was the first caller’s alone', async () => {
  const { answerTo } = await aShop()
  const [first, second] = [await answerTo(cups), await answerTo(cups)]
  const { 'x-request-id': id, date: _, ...head } = first.headers
  expect(id).toBe('of the first')
  expect(second).toMatchObject({ status: 200, text: first.text, headers: head })
  expect(second.headers).not.toHaveProperty('x-request-id')
})

test('HEAD is told what GET would be, without the body; an earlier HEAD keeps nothing', async () => {
  const { answerTo, madeOf } = await aShop()
  expect((await answerTo('/page', {}, 'HEAD')).text).toBe('')
  const made = await madeOf('/page')
  const head = await answerTo('/page', {}, 'HEAD')
  expect(head).toMatchObject({ status: 200, text: '', headers: { 'content-length': `${`{"made":${made}}`.length}` } })
  expect(await madeOf('/page')).toBe(made)
})

test('each stranger’s copy bears a key of its own, and is given what is theirs', async () => {
  let asked = 0
  const { answerTo } = await aServer((app) =>
    app.get('/form', shared, async (request, reply) => {
      request.keep?.({
        head: ['content-type', 'application/json'],
        pieces: [Buffer.from('{"made":"'), Buffer.from('","name":"杯"}')],
        own: () => ['set-cookie', `guest=${++asked}`],
      })
      return reply.header('set-cookie', 'guest=0').send({ made: 'first' })
    }),
  )
  const answers = [await answerTo('/form'), await answerTo('/form'), await answerTo('/form')]
  expect(answers.map(({ headers }) => headers['set-cookie'])).toEqual([['guest=0'], ['guest=1'], ['guest=2']])
  const keys = answers.map(({ made }) => made)
  expect(new Set(keys).size).toBe(3)
  expect(keys[1]).toMatch(/^[0-9a-f-]{36}$/)
})

test('what was being answered while something changed is not kept', async () => {
  const change = { done: () => {} }
  let price = 1
  const { answers, madeOf } = await aServer((app) =>
    app.get('/price', shared, async () => {
      const made = price
      price = 2
      if (made === 1) change.done()
      return { made }
    }),
  )
  change.done = answers.forget

  expect([await madeOf('/price'), await madeOf('/price')]).toEqual([1, 2])
})

test('a process that stops answers nothing from memory any more', async () => {
  const { answers, madeOf } = await aShop()
  expect([await madeOf(cups), await madeOf(cups)]).toEqual([1, 1])
  answers.close()
  expect([await madeOf(cups), await madeOf(cups)]).toEqual([2, 3])
})
