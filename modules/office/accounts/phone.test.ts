import { expect, test } from 'vitest'
import { networkOf } from './limits.ts'
import { maskPhone, readPhone } from './phone.ts'

test.each([
  ['13800138000', '+8613800138000'],
  ['+86 138 0013 8000', '+8613800138000'],
  ['0086-19912345678', '+8619912345678'],
  ['8613800138000', '+8613800138000'],
  ['１３８００１３８０００', '+8613800138000'],
  ['+44 20 7946 0958', '+442079460958'],
])('ACC-01 %s is the number %s', (text, phone) => {
  expect(readPhone(text)).toBe(phone)
})

test.each([
  '12800138000',
  '1380013800',
  '138001380000',
  '+861280013800',
  '+86',
  'ann',
  '',
  '+0123456789',
  '13800138000x',
])('ACC-01 %s is no mobile number', (text) => {
  expect(readPhone(text)).toBeUndefined()
})

test('SEC-04 a number is shown with its middle hidden', () => {
  expect(maskPhone('+8613800135678')).toBe('138****5678')
  expect(maskPhone('+442079460958')).toBe('+44******0958')
})

test.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.200', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('SEC-04 the address %s belongs to the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})
