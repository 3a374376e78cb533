import { expect, test } from 'vitest'
import { pastedNumbers } from './paste.ts'

test('order numbers pasted from a sheet or a chat are found whatever stands between them', () => {
  expect(pastedNumbers('SO2611220483917\nSO2611220483925, SO2611220483933；13800138000、SF1234')).toEqual([
    'SO2611220483917',
    'SO2611220483925',
    'SO2611220483933',
    '13800138000',
    'SF1234',
  ])
})

test('a number pasted twice is asked for once', () => {
  expect(pastedNumbers(' SO1\tSO2 SO1\r\n')).toEqual(['SO1', 'SO2'])
  expect(pastedNumbers('  \n ')).toEqual([])
})
