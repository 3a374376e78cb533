import { expect, test } from 'vitest'
import { openVault } from '#platform/vault'

const vault = openVault(Buffer.alloc(32, 1))

test('what was sealed opens again, and the same text is never sealed the same way', () => {
  const [first, second] = [vault.seal('13800000001'), vault.seal('13800000001')]
  expect(vault.open(first)).toBe('13800000001')
  expect(first.equals(second)).toBe(false)
})

test('sealed bytes that were changed, or sealed with another secret, do not open', () => {
  const sealed = vault.seal('王小雨')
  sealed[sealed.length - 1]! ^= 1
  expect(() => vault.open(sealed)).toThrow()
  expect(() => openVault(Buffer.alloc(32, 2)).open(vault.seal('王小雨'))).toThrow()
})

test('an index finds the same text again, and is another one for another purpose or secret', () => {
  expect(vault.index('phone', '1').equals(vault.index('phone', '1'))).toBe(true)
  expect(vault.index('phone', '1').equals(vault.index('last4', '1'))).toBe(false)
  expect(vault.index('phone', '1').equals(openVault(Buffer.alloc(32, 2)).index('phone', '1'))).toBe(false)
})
