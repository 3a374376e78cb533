import { expect, test } from 'vitest'
import { newAttribute, optionsOf, ownOf, slipOf } from './category-form.ts'

const name = { zh: '材质', en: 'Material' }
const form = { name, parentId: null, position: 0, slug: 'cups' }

test('CAT-03 the options of a choice are read one a line, missing words from what stands before', () => {
  expect(optionsOf('cotton=棉=Cotton\nsilk=丝\n\nlinen')).toEqual([
    { code: 'cotton', zh: '棉', en: 'Cotton' },
    { code: 'silk', zh: '丝', en: '丝' },
    { code: 'linen', zh: 'linen', en: 'linen' },
  ])
})

test('CAT-03 a category’s own attributes are those that the category above does not ask for', () => {
  const material = { code: 'material', kind: 'text', required: true, name, options: [] } as const
  const size = { ...material, code: 'size' }

  expect(ownOf([material, size], [material])).toEqual([size])
  expect(ownOf([{ ...material, required: false }], [material])).toHaveLength(1)
})

test('an attribute without a code, a name or options is found before it is sent', () => {
  const good = { ...newAttribute(), code: 'material', name }

  expect(slipOf({ ...form, attributes: [good] })).toBeUndefined()
  expect(slipOf({ ...form, attributes: [good, good] })).toEqual({ at: 1, code: 'code.invalid' })
  expect(slipOf({ ...form, attributes: [{ ...good, name: { zh: '材质', en: ' ' } }] })).toEqual({
    at: 0,
    code: 'name.invalid',
  })
  expect(slipOf({ ...form, attributes: [{ ...good, kind: 'choice' }] })).toEqual({ at: 0, code: 'options.invalid' })
})
