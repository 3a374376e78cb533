import fastify from 'fastify'
import { expect, test } from 'vitest'
import { type KeptPage, keptUnder, listenIn, sendKept } from './kept-pages.ts'

test('a kept page is the same for the next stranger, but its forms bear a key of their own', async () => {
  const kept = new Map<string, KeptPage>()
  const app = fastify()
  app.get('/page', async (request, reply) => {
    const known = kept.get(keptUnder(request) ?? '')
    if (known) return sendKept(reply, known)
    reply.hijack()
    reply.raw.setHeader('content-type', 'text/html')
    listenIn(reply.raw, 'key-of-the-first', (page) => kept.set(request.url, page))
    reply.raw.write('<form><input value="key-of-the-first">')
    reply.raw.end('青瓷杯</form>')
  })

  const [first, second, third] = [await app.inject('/page'), await app.inject('/page'), await app.inject('/page')]

  const keyIn = (text: string) => /value="([^"]+)"/.exec(text)![1]!
  expect(second.body.replace(keyIn(second.body), 'key-of-the-first')).toBe(first.body)
  expect(new Set([first, second, third].map(({ body }) => keyIn(body))).size).toBe(3)
  expect(second.headers['content-type']).toBe('text/html')
})

test('whoever has a cookie, sends a form or is told good news gets a page of their own', () => {
  const asked = (method: string, url: string, headers = {}) => keptUnder({ method, url, headers } as never)
  expect(asked('GET', '/products/cup')).toBe('/products/cup')
  expect(asked('GET', '/products/cup', { cookie: 'zg_guest=1' })).toBeUndefined()
  expect(asked('POST', '/products/cup')).toBeUndefined()
  expect(asked('GET', '/products/cup?done=added')).toBeUndefined()
})
