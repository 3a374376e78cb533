import { expect, test } from 'vitest'
import { headOf } from './head.ts'
import { asScript } from './structured.ts'
import type { View } from './view.ts'

/** As much of a view as a head asks. */
function aView(path: string, findable = true) {
  const query = new URLSearchParams(path.split('?')[1])
  const address: View['address'] = (to, locale) => `https://shop.example${locale === 'en' ? '/en' : ''}${to}`
  return { path, query, findable, shopName: '山前', address } as View
}

const headAt = (path: string, findable?: boolean) => headOf(aView(path, findable), { title: '杯', status: 200 })

test('STO-12 a page names its one address in each language, without what sorts or chooses', () => {
  expect(headAt('/products/cup?v=1')).toMatchObject({
    title: '杯 · 山前',
    robots: undefined,
    canonical: 'https://shop.example/products/cup',
    languages: [
      { lang: 'zh-CN', href: 'https://shop.example/products/cup' },
      { lang: 'en', href: 'https://shop.example/en/products/cup' },
      { lang: 'x-default', href: 'https://shop.example/products/cup' },
    ],
  })
  expect(headAt('/c/cups?page=3').canonical).toBe('https://shop.example/c/cups?page=3')
  expect(headAt('/c/cups?page=1').canonical).toBe('https://shop.example/c/cups')
})

test.each([
  ['a list that somebody sorted', '/c/cups?sort=price_up', true],
  ['a list that somebody filtered', '/c/cups?a.colour=red', true],
  ['a page of somebody’s own', '/cart', false],
])('STO-12 search engines are asked not to keep %s', (_, path, findable) => {
  expect(headAt(path, findable)).toMatchObject({ robots: 'noindex', canonical: undefined, languages: [] })
})

test('STO-12 search engines are asked not to keep a page that is not there', () => {
  expect(headOf(aView('/products/gone'), { status: 410 }).robots).toBe('noindex')
})

test('STO-12 no text of a product can end the element that describes it', () => {
  const script = asScript({ name: '</script><script>alert(1)</script>' })
  expect(script).not.toContain('</')
  expect(JSON.parse(script).name).toBe('</script><script>alert(1)</script>')
})
