import { expect, test } from 'vitest'
import { blockOf } from './listing-blocks.ts'

const missing = { blocking: true }
const advice = { blocking: false }

test('CAT-12 a draft that lacks nothing needed can be submitted at once; approving waits for review', () => {
  const draft = { status: 'draft', isDirty: false, findings: [advice] } as const

  expect(blockOf('submit', draft)).toBeUndefined()
  expect(blockOf('approve', draft)).toBe('status')
})

test('CAT-15 nothing with missing data is submitted, approved or relisted, but it can be sent back', () => {
  expect(blockOf('submit', { status: 'draft', isDirty: false, findings: [missing] })).toBe('findings')
  expect(blockOf('approve', { status: 'in_review', isDirty: false, findings: [missing] })).toBe('findings')
  expect(blockOf('relist', { status: 'delisted', isDirty: false, findings: [missing] })).toBe('findings')
  expect(blockOf('reject', { status: 'in_review', isDirty: false, findings: [missing] })).toBeUndefined()
})

test('unsaved changes are saved before a step is taken', () => {
  expect(blockOf('delist', { status: 'on_sale', isDirty: true, findings: [] })).toBe('dirty')
})
