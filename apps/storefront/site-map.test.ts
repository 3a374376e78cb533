import { expect, test } from 'vitest'
import { indexOf, mapEntry, mapFoot, mapHead } from './site-map.ts'

test('STO-12 a page of the platform’s own shop stands in the map at its plain address, signs of any script written as addresses are', () => {
  const entry = mapEntry('https://shop.example', { path: '/products/青瓷&co' })
  const path = `/products/${encodeURIComponent('青瓷')}&amp;co`

  expect(entry.match(/<loc>.*?<\/loc>/g)).toEqual([
    `<loc>https://shop.example${path}</loc>`,
    `<loc>https://shop.example/en${path}</loc>`,
  ])
  expect(entry).toContain(`hreflang="x-default" href="https://shop.example${path}"`)
  expect(mapHead + entry + mapFoot).toMatch(/^<\?xml .*<\/urlset>\n$/s)
})

test('STO-12 the home page of a shop has no stroke at its end, as its links have none', () => {
  expect(mapEntry('https://shop.example', { path: '/' }, 'tea')).toContain('<loc>https://shop.example/s/tea</loc>')
  expect(mapEntry('https://shop.example', { path: '/' })).toContain('<loc>https://shop.example/</loc>')
  expect(indexOf(['https://shop.example/a&b.xml'])).toContain('<loc>https://shop.example/a&amp;b.xml</loc>')
})
