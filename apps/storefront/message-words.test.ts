import { expect, test } from 'vitest'
import { messageWords } from './message-words.ts'

const shop = { name: '听檐', nameEn: 'Tingyan' }
const cancelled = {
  template: 'order.cancelled',
  locale: 'zh',
  body: '【听檐】订单 SO-1 已取消：超时未付款。',
  values: {
    shop: '听檐',
    number: 'SO-1',
    reason: '超时未付款',
    'reason.zh': '超时未付款',
    'reason.en': 'not paid in time',
  },
} as const

test('ACC-04 a message sent in Chinese is told in English to whoever reads English, and stays as it was sent otherwise', () => {
  expect(messageWords(cancelled, 'zh', shop)).toBe(cancelled.body)
  const said = messageWords(cancelled, 'en', shop)
  expect(said).toMatch(/^\[Tingyan\] Order SO-1/)
  expect(said).toContain('not paid in time')
  expect(said).not.toMatch(/\p{Script=Han}/u)
})

test('ACC-04 a message of a case is known by its room; one whose words are not kept is shown as it was sent', () => {
  const settled = { template: 'case.settled', locale: 'zh', body: '【听檐】完成', values: { number: 'AS-1' } } as const
  expect(messageWords(settled, 'en', shop)).toBe('[Tingyan] Case AS-1 is settled.')
  expect(messageWords({ ...cancelled, values: {} }, 'en', shop)).toBe(cancelled.body)
  expect(messageWords({ ...cancelled, template: 'news.of_the_shop' }, 'en', shop)).toBe(cancelled.body)
})
