import { expect, test } from 'vitest'
import { showVideo, videoOf } from '#goods/media'
import type { ProductId } from '#model/goods/catalog'
import { captionsPath, videoPath } from '#model/goods/media'
import { aStorefront } from '#test/storefront'

const { ctx, home, cup, bowl, aBrowser } = await aStorefront()

test('STO-04 a visitor finds goods by category, by words and by filters, in either language', async () => {
  const browser = aBrowser()

  const category = await browser.get(`${home}/c/cups`)
  expect([category.status, category.text.includes('青瓷杯'), category.text.includes('粗陶碗')]).toEqual([
    200,
    true,
    true,
  ])
  const cheap = await browser.get(`${home}/c/cups?to=100&sort=price_up`)
  expect([cheap.text.includes('青瓷杯'), cheap.text.includes('粗陶碗')]).toEqual([true, false])
  const found = await browser.get(`/en${home}/search?q=celadon`)
  expect(found.text).toContain('Celadon cup')
  expect(found.text).toContain('lang="en"')
  const nothing = await browser.get(`${home}/search?q=${encodeURIComponent('"><script>火箭')}`)
  expect(nothing.text).toContain('没有找到')
  expect(nothing.text).not.toContain('"><script>火箭')
})

test('STO-04 a list says what it is narrowed to, and each condition can be dropped by itself', async () => {
  const browser = aBrowser()

  const narrowed = await browser.get(`${home}/c/cups?from=40&to=60&stock=1`)
  const dropped = [...narrowed.text.matchAll(/href="([^"]*)" aria-label="去掉/g)].map(([, to]) =>
    to!.replace('&amp;', '&'),
  )
  expect(dropped).toEqual([`${home}/c/cups?stock=1`, `${home}/c/cups?from=40&to=60`])
  expect(narrowed.text).toMatch(
    /href="[^"]*\/c\/cups\?from=100&amp;to=199\.99&amp;stock=1"[^>]*>100–200<span class="n">1</,
  )
  const nothing = await browser.get(`${home}/c/cups?from=9000`)
  expect(nothing.text).toContain('没有符合条件的商品')
  expect(nothing.text).toContain('去掉“9000 以上”')
})

test('S33 every page says what may run on it, and an unknown one is told so in our own look', async () => {
  const browser = aBrowser()

  const page = await browser.get(`${home}/products/${cup.slug}`)
  expect(page.headers['content-security-policy']).toMatch(
    /default-src 'self'.*frame-ancestors 'none'.*script-src 'self' 'sha256-/,
  )
  expect(page.headers['content-security-policy']).not.toContain('unsafe')
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  for (const address of ['/no-such-page', '/products/no-such-thing', '/c/no-such-category']) {
    const missing = await browser.get(`${home}${address}`)
    expect([missing.status, missing.text.includes('没有这个页面')]).toEqual([404, true])
  }
  expect((await browser.get('/api/v1/nothing')).headers['content-type']).toContain('problem+json')
})

test('CHK-06 CHK-04 a visitor says where to deliver and reads on the product page what that costs, when it arrives and how the price comes about', async () => {
  const browser = aBrowser()
  const address = `${home}/products/${cup.slug}`

  const before = await browser.get(address)
  expect(before.text).toContain('到手价（不含运费）')
  const next = `/products/${cup.slug}`
  const wrong = await browser.post(`${home}/deliver-to`, { next, province: '33', districtCode: '33' })
  expect([wrong.status, wrong.text.includes('role="alert"') || wrong.text.includes('region-why')]).toEqual([422, true])
  const said = await browser.post(`${home}/deliver-to`, { next, districtCode: '330106' })
  expect([said.status, said.to]).toEqual([303, address])
  const after = await browser.get(address)
  expect(after.text).toMatch(/浙江省 杭州市 西湖区/)
  expect(after.text).toMatch(/运费 · 浙江省 杭州市 西湖区<\/dt><dd>¥[\d.]+</)
  expect(after.text).toMatch(/预计 [\d/月日]+–[\d/月日]+ 送达/)
  await browser.post(`${home}/deliver-to`, { next, do: 'forget' })
  expect((await browser.get(address)).text).not.toContain('西湖区')
})

test('STO-09 CAT-01 a film stands beside the pictures, plays only when asked, and is reached from the first picture by a link', async () => {
  const bytes = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom'), Buffer.alloc(500, 7)])
  const captions = 'WEBVTT\n\n00:00.000 --> 00:01.000\n粗陶'
  await showVideo(ctx, { productId: bowl.id as ProductId, bytes, words: '拉坯', wordsEn: 'Throwing a bowl', captions })
  const film = (await videoOf(ctx, bowl.id as ProductId))!

  const { text } = await aBrowser().get(`/en${home}/products/${bowl.slug}?film`)
  expect(text).toMatch(/<video controls preload="none" playsinline[^>]* aria-label="Throwing a bowl"/)
  for (const part of [videoPath(film), captionsPath(film, 'zh'), 'href="#film"']) expect(text).toContain(part)
  expect(text).not.toContain('autoplay')
})
