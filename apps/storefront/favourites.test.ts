import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import { transaction } from '#platform/database'
import { tellWhoWaits } from '#sales/favourites'
import { receiveStock } from '#supply/inventory'
import { aProduct } from '#test/goods'
import { aStorefront } from '#test/storefront'

const { shop, ctx, home, cup, aBrowser, aSignedUp } = await aStorefront()

test('STO-08 ACC-04 a stranger who wants to keep a product signs in and comes back to it; a shopper keeps it, finds it in the list and lets it go', async () => {
  const stranger = aBrowser()
  const page = `${home}/products/${cup.slug}`
  const away = await stranger.post(`${page}/favourite`, { do: 'keep' }, { referer: `http://local${page}` })
  expect([away.status, away.headers.location]).toEqual([303, `${home}/sign-in?next=%2Fproducts%2F${cup.slug}`])

  const { browser } = await aSignedUp()
  await browser.post(`${page}/favourite`, { do: 'keep' })
  await browser.post(`${page}/favourite`, { do: 'keep' })
  expect((await browser.get(page)).text).toMatch(/已收藏.*1 人收藏/s)
  expect((await browser.get(`${home}/account/favourites`)).text).toContain('青瓷杯')
  expect((await aBrowser().get(page)).text).toMatch(/value="keep".*1 人收藏/s)

  const onCard = await browser.post(`${page}/favourite`, { do: 'keep', next: '/c/cups?page=1' })
  expect(onCard.headers.location).toBe(`${home}/c/cups?page=1&done=kept`)
  expect((await browser.get(`${home}/c/cups`)).text).toMatch(/class="heart"[^>]*aria-pressed="true"/)
  expect((await aBrowser().get(`${home}/c/cups`)).text).not.toMatch(/class="heart"[^>]*aria-pressed="true"/)

  await browser.post(`${home}/account/favourites/${cup.id}/drop`, {})
  expect((await browser.get(`${home}/account/favourites`)).text).toContain('还没有收藏的商品')

  await browser.post(`${home}/follow`, { next: '//elsewhere.example' })
  expect((await browser.get(`/en${home}/account/follows`)).text).toContain('value="end"')
  await browser.post(`${home}/follow`, { do: 'end' })
  expect((await browser.get(`/en${home}/account/follows`)).text).toContain('You follow no shop yet')
})

test('ACC-04 a stranger who wants to be told when a colour is back signs in and finds it chosen; the shopper asks, finds it in the list, and reads the message once it is there', async () => {
  const { slug, variants } = await aProduct(ctx, { slug: `vase-${newId().slice(-6)}`, colours: ['天青', '月白'] })
  const [blue, white] = [variants[0]!, variants[1]!]
  const comesIn = (variantId: VariantId) =>
    transaction(ctx, (tx) =>
      receiveStock(tx, {
        ...{ warehouseId: shop.warehouseId, binId: shop.binId, variantId, quantity: 2, lot: { number: 'L1' } },
        ...{ cause: 'test', causeId: newId() },
      }),
    )
  await comesIn(blue.id)
  const page = `/products/${slug}?v=${white.id}`
  const wish = { o0: '月白', do: 'wait' }

  expect((await aBrowser().get(`${home}${page}`)).text).toMatch(/value="wait"[^>]*>到货通知我/)
  const away = await aBrowser().post(`${home}/products/${slug}/wait`, wish)
  expect(decodeURIComponent(away.to!)).toBe(`${home}/sign-in?next=${page}`)

  const { browser } = await aSignedUp()
  const asked = await browser.post(`${home}/products/${slug}/wait`, wish)
  expect(asked.to).toBe(`${home}${page}&done=waiting`)
  expect((await browser.get(asked.to!)).text).toMatch(/到货后会发消息通知您一次.*value="stop"[^>]*>取消通知/s)
  expect((await browser.get(`${home}/account/favourites`)).text).toMatch(/等待到货.*月白/s)
  const there = await browser.post(`${home}/products/${slug}/wait`, { o0: '天青', do: 'wait' })
  expect([there.status, there.text.includes('这款现在有货，可以直接购买')]).toEqual([409, true])

  await comesIn(white.id)
  await tellWhoWaits(ctx)
  const messages = (await browser.get(`/en${home}/account/messages`)).text
  expect(messages).toContain('is back in stock')
  expect(messages).toContain(`/products/${slug}?v=${white.id}`)
  expect((await browser.get(`${home}/account/favourites`)).text).not.toContain('等待到货')
})
