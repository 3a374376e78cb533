import fastify from 'fastify'
import { expect, test } from 'vitest'
import type { Routes } from './shapes.ts'
import { openSharedAnswers, shareAnswers } from './shared-answers.ts'

async function aServer(seconds: number) {
  const answers = openSharedAnswers(seconds)
  const app = fastify()
  shareAnswers(app as unknown as Routes, answers)
  let made = 0
  const answer = async () => ({ made: ++made })
  app.get('/shared', { config: { shared: true } }, answer)
  app.get('/own', answer)
  app.get('/greeting', { config: { shared: true } }, async (_, reply) =>
    reply.header('set-cookie', 'a=1').send({ made: ++made }),
  )
  const ask = async (url: string, headers: Record<string, string> = {}) =>
    (await app.inject({ url, headers })).json<{ made: number }>().made
  return { answers, ask }
}

test('strangers who ask the same get the same answer until somebody changes something', async () => {
  const { answers, ask } = await aServer(60)
  expect([await ask('/shared'), await ask('/shared'), await ask('/shared?page=2')]).toEqual([1, 1, 2])

  answers.forget()

  expect([await ask('/shared'), await ask('/shared')]).toEqual([3, 3])
})

test('another language or shop is another answer', async () => {
  const { ask } = await aServer(60)
  const asked: Record<string, string>[] = [{}, { 'accept-language': 'en' }, { 'x-shop': 'tea' }, { 'x-locale': 'en' }]
  expect(await Promise.all(asked.map((headers) => ask('/shared', headers)))).toEqual([1, 2, 3, 4])
})

test('whoever is known, whatever is not shared and whatever sets a cookie is answered anew', async () => {
  const { ask } = await aServer(60)
  expect([await ask('/shared', { cookie: 'zg_shop=1' }), await ask('/shared', { cookie: 'zg_shop=1' })]).toEqual([1, 2])
  expect([await ask('/own'), await ask('/own')]).toEqual([3, 4])
  expect([await ask('/greeting'), await ask('/greeting')]).toEqual([5, 6])
})

test('zero seconds keep nothing', async () => {
  const { ask } = await aServer(0)
  expect([await ask('/shared'), await ask('/shared')]).toEqual([1, 2])
})

test('what was being answered while something changed is not kept', async () => {
  const answers = openSharedAnswers(60)
  const app = fastify()
  shareAnswers(app as unknown as Routes, answers)
  let price = 1
  app.get('/price', { config: { shared: true } }, async () => {
    const read = price
    if (read === 1) {
      price = 2
      answers.forget()
    }
    return { price: read }
  })
  expect((await app.inject('/price')).json()).toEqual({ price: 1 })
  expect((await app.inject('/price')).json()).toEqual({ price: 2 })
})
