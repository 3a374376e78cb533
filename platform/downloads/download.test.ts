import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { downloader } from './index.ts'

const server = createServer((request, response) => {
  const way = request.url ?? ''
  if (way === '/picture') response.writeHead(200, { 'content-type': 'image/png' }).end('pixels')
  else if (way === '/moved') response.writeHead(302, { location: '/picture' }).end()
  else if (way === '/inward') response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end()
  else if (way === '/round') response.writeHead(302, { location: '/round' }).end()
  else if (way === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
  else if (way === '/endless') endless()
  else if (way === '/silent') return
  else response.writeHead(404).end()

  function endless() {
    response.writeHead(200, { 'content-type': 'image/png' })
    const more = () => response.write(Buffer.alloc(10_000), () => !response.destroyed && setImmediate(more))
    more()
  }
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
afterAll(() => server.close().closeAllConnections())
const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const local = downloader({ privateHosts: ['127.0.0.1'], totalMillis: 500 })
const outcome = async (url: string, downloads = local) => {
  const found = await downloads.picture(url, 1_000_000)
  return 'bytes' in found ? found.bytes.toString() : [found.problem, found.said].filter(Boolean).join(' ')
}

test('a picture is brought, also from where it has moved to', async () => {
  expect([await outcome(`${here}/picture`), await outcome(`${here}/moved`)]).toEqual(['pixels', 'pixels'])
})

test('S21 nobody makes us call inward: not by address, not by name, not by a redirect', async () => {
  const outward = downloader()

  expect(await outcome(`${here}/picture`, outward)).toBe('private')
  expect(await outcome('http://[::1]/picture', outward)).toBe('private')
  expect(await outcome('https://db.internal/picture', outward)).toBe('private')
  expect(await outcome(`${here}/inward`)).toBe('private')
  expect(await outcome('file:///etc/passwd')).toBe('address')
  expect(await outcome('http://me:secret@shop.example/a.png')).toBe('address')
})

test('S21 what is no picture, has no end or does not answer is given up with its reason', async () => {
  expect(await outcome(`${here}/page`)).toBe('type text/html')
  expect(await outcome(`${here}/gone`)).toBe('status 404')
  expect(await outcome(`${here}/round`)).toBe('redirects')
  expect(await outcome(`${here}/endless`)).toBe('too_large')
  expect(await outcome(`${here}/silent`)).toBe('no_answer 500 ms')
})
