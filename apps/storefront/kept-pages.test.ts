import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { listenIn, type WholePage } from './kept-pages.ts'

test('a page is heard whole while it goes out, cut where its forms bear their key', async () => {
  const heard: WholePage[] = []
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.setHeader('set-cookie', 'zg_guest=of-the-first')
    listenIn(response, 'key-of-the-first', (page) => heard.push(page))
    response.write('<form><input value="key-of-the-first">')
    response.end('青瓷杯</form>')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')

  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)

  const whole = await answer.text()
  expect(heard[0]!.pieces.map(String)).toEqual(['<form><input value="', '">青瓷杯</form>'])
  expect(heard[0]!.pieces.map(String).join('key-of-the-first')).toBe(whole)
  expect(heard[0]!.head).toEqual(['content-type', 'text/html'])
})
