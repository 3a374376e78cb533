import { expect, test } from 'vitest'
import { cutAt } from './render.ts'

test('a page is kept without the key of its forms, and is whole again with any other', () => {
  const page = Buffer.from('<form><input value="key">青瓷杯</form><form><input value="key"></form>')

  const pieces = cutAt(page, 'key').map(String)

  expect(pieces).toEqual(['<form><input value="', '">青瓷杯</form><form><input value="', '"></form>'])
  expect(pieces.join('other')).toBe(page.toString().replaceAll('key', 'other'))
})
