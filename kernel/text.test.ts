import { expect, test } from 'vitest'
import { type Locale, say, texts } from './text.ts'

const catalogue = texts({
  sum: { zh: '{count} 条评价，来自 {shop}', en: '{count} {count|review|reviews} from {shop}' },
})

test('one is said in the singular, none and several in the plural, and a language without either says neither', () => {
  const said = (count: number) => say(catalogue, 'en', 'sum', { count, shop: 'Tingyan' })
  expect([0, 1, 2, 21].map(said)).toEqual([
    '0 reviews from Tingyan',
    '1 review from Tingyan',
    '2 reviews from Tingyan',
    '21 reviews from Tingyan',
  ])
  expect(say(catalogue, 'zh', 'sum', { count: 1, shop: '听檐' })).toBe('1 条评价，来自 听檐')
})

test('a value that has words in both languages is said in the reader’s, and in the other where it lacks them', () => {
  const said = (locale: Locale, shop: object) => say(catalogue, locale, 'sum', { count: 2, shop })
  const shop = { zh: '听檐', en: 'Tingyan' }
  expect([said('zh', shop), said('en', shop)]).toEqual(['2 条评价，来自 听檐', '2 reviews from Tingyan'])
  expect([said('en', { zh: '听檐', en: '' }), said('zh', { en: 'Tingyan' })]).toEqual([
    '2 reviews from 听檐',
    '2 条评价，来自 Tingyan',
  ])
})
