import { expect, test } from 'vitest'
import {
  emptyForm,
  htmlOf,
  moved,
  newVariant,
  requestOf,
  withCombinations,
  withOptions,
  wordsOf,
} from './product-form.ts'

const colour = { key: 'colour', name: { zh: '颜色', en: 'Colour' } }
const size = { key: 'size', name: { zh: '尺码', en: 'Size' } }
const red = { zh: '红', en: 'Red' }
const blue = { zh: '蓝', en: 'Blue' }
const price = { minor: 1990, currency: 'CNY' }

test('CAT-02 every combination of two options becomes a variant with the first one’s price', () => {
  const form = withOptions({ ...emptyForm(), variants: [{ ...newVariant(0), list: price }] }, [colour, size])

  const { variants } = withCombinations(form, [
    [red, blue],
    [
      { zh: 'S', en: 'S' },
      { zh: 'L', en: 'L' },
    ],
  ])

  expect(variants.map(({ values }) => values.map(({ zh }) => zh).join(' / '))).toEqual([
    '红 / S',
    '红 / L',
    '蓝 / S',
    '蓝 / L',
  ])
  expect(variants.map(({ list }) => list)).toEqual([price, price, price, price])
})

test('CAT-02 variants that exist already are kept with their codes when combinations are added', () => {
  const kept = { ...newVariant(1), id: 'v1', sku: 'A-RED', values: [red] }
  const form = { ...emptyForm(), options: [colour], variants: [kept] }

  const { variants } = withCombinations(form, [[red, blue]])

  expect(variants.map(({ sku, values }) => [sku, values[0]?.zh])).toEqual([
    ['A-RED', '红'],
    ['', '蓝'],
  ])
})

test('an option that is taken away takes its values along and leaves those of the others', () => {
  const variant = { ...newVariant(2), values: [red, { zh: 'L', en: 'L' }] }
  const form = withOptions({ ...emptyForm(), options: [colour, size], variants: [variant] }, [size])

  expect(form.variants[0]?.values).toEqual([{ zh: 'L', en: 'L' }])
})

test('CAT-01 a draft needs only a name: what is empty is sent as nothing', () => {
  const form = emptyForm()
  const request = requestOf({ ...form, variants: [], texts: { ...form.texts, zh: { ...form.texts.zh, name: '茶' } } })

  expect(request).toMatchObject({
    texts: { zh: { name: '茶', description: '', sellingPoints: [] } },
    variants: [],
    categoryId: null,
  })
  expect(request.texts).not.toHaveProperty('en')
  expect(request).not.toHaveProperty('slug')
})

test('a description typed as plain words becomes paragraphs; one with tags stays', () => {
  expect(htmlOf('手工茶\n\n产地 < 安溪 & 武夷')).toBe('<p>手工茶</p>\n<p>产地 &lt; 安溪 &amp; 武夷</p>')
  expect(htmlOf('<p>好</p>')).toBe('<p>好</p>')
})

test('a description of plain paragraphs is shown as the words that were typed', () => {
  const typed = '手工茶\n产地 < 安溪 & 武夷'

  expect(wordsOf(htmlOf(typed))).toBe(typed)
  expect(wordsOf('<p>好<b>茶</b></p>')).toBe('<p>好<b>茶</b></p>')
})

test('a price nobody touched is not sent, so that hidden costs stay as they are', () => {
  const stored = { ...emptyForm(), variants: [{ ...newVariant(0), id: 'v1', sku: 'A', list: price }] }
  const dearer = { ...stored, variants: [{ ...stored.variants[0]!, list: { ...price, minor: 2_990 } }] }

  expect(requestOf(stored, stored).variants[0]).not.toHaveProperty('price')
  expect(requestOf(dearer, stored).variants[0]).toMatchObject({ price: { list: { minor: 2_990 } } })
})

test('pictures move one place and stop at the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
})
