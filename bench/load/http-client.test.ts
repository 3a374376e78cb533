import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { callerOf, readAnswer } from './http-client.ts'

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('answers of known length and in chunks are read whole, one after the other on one connection', async () => {
  const ports = new Set<number | undefined>()
  const url = await serving((request, response) => {
    ports.add(request.socket.remotePort)
    if (request.url === '/chunks') {
      response.write('一'.repeat(50_000))
      response.end('end')
    } else response.end(`${request.method} ${request.url}`)
  })
  const caller = callerOf(url)

  const answers = [
    await caller.ask({ path: '/a' }),
    await caller.ask({ path: '/chunks' }),
    await caller.ask({ path: '/b' }),
  ]
  caller.close()

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.map(({ body }) => body.toString())).toEqual(['GET /a', `${'一'.repeat(50_000)}end`, 'GET /b'])
  expect(ports.size).toBe(1)
})

test('a body is sent as it is, and several cookies of an answer are kept apart', async () => {
  const url = await serving((request, response) => {
    response.setHeader('set-cookie', ['a=1', 'b=2']).writeHead(201)
    request.pipe(response)
  })
  const caller = callerOf(url)

  const { status, headers, body } = await caller.ask({ method: 'POST', path: '/', body: '{"name":"杯"}' })
  caller.close()

  expect([status, headers.get('set-cookie'), body.toString()]).toEqual([201, 'a=1\nb=2', '{"name":"杯"}'])
})

test('a connection that breaks fails the request and is opened anew for the next one', async () => {
  let requests = 0
  const url = await serving((request, response) => {
    requests += 1
    if (requests === 1) request.socket.destroy()
    else response.end('back')
  })
  const caller = callerOf(url)

  await expect(caller.ask({ path: '/' })).rejects.toThrow()
  expect((await caller.ask({ path: '/' })).body.toString()).toBe('back')
  caller.close()
})

test('half an answer is no answer', () => {
  const whole = 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nabcd'
  for (let length = 0; length < whole.length; length++)
    expect(readAnswer(Buffer.from(whole.slice(0, length)))).toBeUndefined()
  expect(readAnswer(Buffer.from(whole))?.body.toString()).toBe('abcd')
})
