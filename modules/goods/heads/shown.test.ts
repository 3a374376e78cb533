import { expect, test } from 'vitest'
import { asShown, plainWords, widthOf } from './model.ts'

test('STO-12 a description is plain words on one line, cut between words', () => {
  expect(plainWords('<p>Fired&nbsp;at\n 1,280 °C</p><p>by hand</p>', 160)).toBe('Fired at 1,280 °C by hand')
  expect(plainWords('Fired at a high heat', 16)).toBe('Fired at a high…')
  expect(plainWords('高温烧制的青瓷杯', 6)).toBe('高温烧制的…')
})

test('STO-12 what search engines show is a width: a Chinese sign counts two', () => {
  expect([widthOf('青瓷杯'), widthOf('Celadon cup'), widthOf('（青）')]).toEqual([6, 11, 6])
  expect(asShown('青瓷杯', 6)).toBe('青瓷杯')
  expect(asShown('青瓷杯', 5)).toBe('青瓷…')
  expect(asShown('青 cup', 6)).toBe('青 cup')
})
