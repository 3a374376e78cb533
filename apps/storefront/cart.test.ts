import { expect, test } from 'vitest'
import { changePrice } from '#goods/prices'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { type FormBrowser, fieldOf as field } from '#test/forms'
import { aStorefront } from '#test/storefront'

const { ctx, home, cup, bowl, aBrowser, aSignedUp } = await aStorefront()

test('CHK-01 a guest fills, changes and empties a cart with plain forms, and a double click adds once', async () => {
  const browser = aBrowser()
  const address = `${home}/products/${cup.slug}`
  const key = field((await browser.get(address)).text, 'key')

  const wish = { key, o0: '松绿', quantity: '2', do: 'cart' }
  const [first, second] = [await browser.post(address, wish), await browser.post(address, wish)]
  expect([first.status, second.status, first.to]).toEqual([303, 303, second.to])
  const cart = await browser.get(`${home}/cart`)
  expect(cart.text).toContain('松绿')
  expect(cart.text).toMatch(/name="quantity"[^>]*value="2"/)
  const line = /cart\/lines\/([0-9a-f-]{36})/.exec(cart.text)![1]
  await browser.post(`${home}/cart/lines/${line}`, { quantity: '5' })
  await browser.post(`${home}/cart/lines/${line}`, { do: 'deselect' })
  expect((await browser.get(`${home}/cart`)).text).toContain('去结算（0）')
  const refused = await browser.post(`${home}/cart/lines/${line}`, { quantity: '0' })
  expect([refused.status, refused.text.includes('role="alert"')]).toEqual([422, true])
  await browser.post(`${home}/cart/lines/${line}`, { do: 'remove' })
  expect((await browser.get(`${home}/cart`)).text).toContain('购物车还是空的')
})

test('CHK-01 in the cart a guest swaps the variant, reads how much more makes the way free, and is told when a price has moved', async () => {
  const browser = aBrowser()
  await browser.post(`${home}/products/${cup.slug}`, { o0: '松绿', quantity: '1', do: 'cart' })
  await browser.post(`${home}/deliver-to`, { next: '/cart', districtCode: '330106' })

  const before = await browser.get(`${home}/cart`)
  expect(before.text).toContain('再买 ¥50.00 免运费，送至浙江省 杭州市 西湖区')
  const line = /cart\/lines\/([0-9a-f-]{36})/.exec(before.text)![1]
  const choice = await browser.get(`${home}/cart/lines/${line}/swap`)
  const [white] = cup.variants
  expect(choice.text).toMatch(new RegExp(`name="variant" value="${white!.id}"`))
  const swapped = await browser.post(`${home}/cart/lines/${line}/swap`, { variant: white!.id })
  expect([swapped.status, swapped.to]).toEqual([303, `${home}/cart#line-${line}`])
  const after = await browser.get(`${home}/cart`)
  expect([after.text.includes('米白'), after.text.includes('松绿')]).toEqual([true, false])

  await changePrice(ctx, { variantId: white!.id, list: money(4_500), was: null, cost: null })
  expect((await browser.get(`${home}/cart`)).text).toContain('比加入时降了 ¥4.00（原 ¥49.00）')
  await changePrice(ctx, { variantId: white!.id, list: money(5_200), was: null, cost: null })
  expect((await browser.get(`${home}/cart`)).text).toContain('比加入时涨了 ¥3.00（原 ¥49.00）')
  await changePrice(ctx, { variantId: white!.id, list: money(4_900), was: null, cost: null })
})

test('CHK-01 a shopper moves a line to the favourites, a stranger is asked to sign in first', async () => {
  const stranger = aBrowser()
  await stranger.post(`${home}/products/${bowl.slug}`, { quantity: '1', do: 'cart' })
  const lineOf = async (browser: FormBrowser) =>
    /cart\/lines\/([0-9a-f-]{36})/.exec((await browser.get(`${home}/cart`)).text)![1]
  const asked = await stranger.post(`${home}/cart/lines/${await lineOf(stranger)}/keep`, {})
  expect(asked.to).toContain('/sign-in')

  const { browser } = await aSignedUp()
  await browser.post(`${home}/products/${bowl.slug}`, { quantity: '1', do: 'cart' })
  expect((await browser.post(`${home}/cart/lines/${await lineOf(browser)}/keep`, {})).status).toBe(303)
  expect((await browser.get(`${home}/cart`)).text).toContain('购物车还是空的')
  expect((await browser.get(`${home}/account/favourites`)).text).toContain('粗陶碗')
})

test('CHK-01 options that nobody makes together are said so, and nothing is added', async () => {
  const browser = aBrowser()

  const answer = await browser.post(`${home}/products/${cup.slug}`, {
    key: newId(),
    o0: '天青',
    quantity: '1',
    do: 'cart',
  })

  expect(answer.to).toContain(`/products/${cup.slug}?o0=`)
  expect((await browser.get(`${home}/cart`)).text).toContain('购物车还是空的')
})
