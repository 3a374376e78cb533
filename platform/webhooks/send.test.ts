import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { isInner } from '#platform/outbound'
import { webhookSender } from './index.ts'

const received: string[] = []
const server: Server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    received.push(`${request.method} ${request.url} ${request.headers['webhook-id']} ${body}`)
    if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end()
    else response.writeHead(200).end('x'.repeat(10_000))
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo

const outward = webhookSender({ privateHosts: [], mayCallItself: false })
const local = webhookSender({ privateHosts: [], mayCallItself: true })
const message = (url: string) => ({ url, headers: { 'webhook-id': 'm1' }, body: '{"a":"茶"}' })

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:a9fe:a9fe',
  '::7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  'fec0::1',
  '224.0.0.1',
])('S21 %s is never called from outside', (address) => {
  expect(isInner(address)).toBe(true)
})

test.each(['8.8.8.8', '223.5.5.5', '172.32.0.1', '2400:3200::1'])('%s is on the open internet', (address) => {
  expect(isInner(address)).toBe(false)
})

test.each([
  ['https://erp.example.com/in', undefined],
  ['http://erp.example.com/in', 'https'],
  ['https://127.0.0.1/in', 'private'],
  ['https://[::1]/in', 'private'],
  ['https://2130706433/in', 'private'],
  ['https://0x7f.1/in', 'private'],
  ['https://0177.0.0.1/in', 'private'],
  ['https://127.1/in', 'private'],
  ['https://[::ffff:127.0.0.1]/in', 'private'],
  ['https://[::ffff:169.254.169.254]/in', 'private'],
  ['https://１２７.０.０.１/in', 'private'],
  ['https://127.0.0.1./in', 'private'],
  ['https://localhost./in', 'private'],
  ['https://LOCALHOST/in', 'private'],
  ['https://metadata.google.internal/in', 'private'],
  ['file:///etc/passwd', 'address'],
  ['gopher://erp.example.com/', 'address'],
  ['https://localhost/in', 'private'],
  ['https://db.internal/in', 'private'],
  ['https://user:pass@erp.example.com/in', 'address'],
  ['ftp://erp.example.com/in', 'address'],
  ['nonsense', 'address'],
])('S21 %s is refused because of: %s', (url, because) => {
  expect(outward.refuses(url)).toBe(because)
})

test('a house on somebody’s own machine may call that machine; hosts that the installation names may be called too', () => {
  expect(local.refuses('http://localhost:4000/in')).toBeUndefined()
  expect(local.refuses('http://10.0.0.5/in')).toBe('private')
  const bridged = webhookSender({ privateHosts: ['10.0.0.5', 'erp.internal'], mayCallItself: false })
  expect([bridged.refuses('http://10.0.0.5/in'), bridged.refuses('http://erp.internal/')]).toEqual([
    undefined,
    undefined,
  ])
  expect(bridged.refuses('http://10.0.0.6/in')).toBe('private')
})

test('a message arrives as it is, and of the answer the first 2,000 characters are kept', async () => {
  const reply = await local.send(message(`http://127.0.0.1:${port}/in`))
  expect(reply).toMatchObject({ status: 200, excerpt: 'x'.repeat(2_000) })
  expect(received.at(-1)).toBe('POST /in m1 {"a":"茶"}')
})

test('S21 a redirect is an answer and not followed', async () => {
  const before = received.length
  expect((await local.send(message(`http://localhost:${port}/moved`))).status).toBe(302)
  expect(received).toHaveLength(before + 1)
})

test('S21 an address that was allowed once and leads inside now is not called', async () => {
  const before = received.length
  expect(await outward.send(message(`http://127.0.0.1:${port}/in`))).toMatchObject({
    problem: 'address refused: private',
  })
  expect(await outward.send(message('https://localtest.me.invalid/'))).toMatchObject({ excerpt: '' })
  expect(received).toHaveLength(before)
})

test('nobody at home is said in a word', async () => {
  expect(await local.send(message('http://127.0.0.1:1/'))).toMatchObject({ problem: 'ECONNREFUSED' })
})
