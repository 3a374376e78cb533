import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { busyPage } from './busy-page.ts'

const asked = (given: Partial<IncomingMessage>) =>
  ({ method: 'GET', url: '/', headers: {}, ...given }) as IncomingMessage

test('F04 the page of the waiting room says the place in the visitor’s language and asks again by itself, without a script', () => {
  const waiting = busyPage(asked({ url: '/en/checkout?cart=7' }), 'en', { place: 12, retryAfterSeconds: 4 })
  expect(waiting.body).toContain('You are number 12 in line')
  expect(waiting.body).toContain('content="4;url=/en/checkout?cart=7"')
  expect(waiting.body).not.toContain('<script')
  expect(waiting.policy).toMatch(/^default-src 'none'; style-src 'sha256-/)
  expect(busyPage(asked({}), 'zh', { retryAfterSeconds: 4 }).body).toContain('4 秒后自动再试')
})

test('F04 a form is not sent twice by itself: its page is asked for again, whoever named it', () => {
  const post = asked({ method: 'POST', url: '/checkout', headers: { referer: 'https://shop.example/checkout?cart=7' } })
  expect(busyPage(post, 'zh', { place: 1, retryAfterSeconds: 1 }).body).toContain('url=/checkout?cart=7"')
  const elsewhere = busyPage(asked({ url: '//evil.example/checkout' }), 'zh', { retryAfterSeconds: 1 })
  expect(elsewhere.body).toContain('url=/checkout"')
  const evil = asked({ url: '/checkout?"><script>' })
  expect(busyPage(evil, 'zh', { place: 1, retryAfterSeconds: 1 }).body).not.toContain('<script')
})
