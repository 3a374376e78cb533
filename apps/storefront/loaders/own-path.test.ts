import { expect, test } from 'vitest'
import { ownPath } from './account.ts'

test.each([
  '//evil.example',
  'https://evil.example',
  'https:evil.example',
  'https:/evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '@evil.example',
  '.evil.example',
  ':80',
  'javascript:alert(1)',
  'data:text/html,x',
  '/sign-out',
  '/x/../sign-out',
  '/%2e%2e/sign-in?next=/',
  '',
  null,
])('S18 %j leads nowhere but to the account', (next) => {
  expect(ownPath(next)).toBe('/account')
})

test.each([
  ['/', '/'],
  ['/orders?tab=paid#top', '/orders?tab=paid#top'],
  ['/search?q=茶', '/search?q=%E8%8C%B6'],
  ['/products/../cart', '/cart'],
])('S18 %j leads to %j', (next, path) => {
  expect(ownPath(next)).toBe(path)
})
