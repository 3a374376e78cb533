import sharp from 'sharp'
import { expect, test } from 'vitest'
import { showVideo, videoOf } from '#goods/media'
import { changePrice } from '#goods/prices'
import { reindexProducts } from '#goods/search'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { ProductId, VariantId } from '#model/goods/catalog'
import { captionsPath, videoPath } from '#model/goods/media'
import { actorOf } from '#office/accounts'
import { publishPolicy } from '#office/privacy'
import { loadShop, openShop } from '#office/shops'
import { transaction } from '#platform/database'
import { listMessages } from '#platform/messages'
import { ownOrders } from '#sales/orders'
import { createReduction } from '#sales/promotions'
import { receiveStock } from '#supply/inventory'
import { saveFreightRule } from '#supply/shipping'
import { anApi } from '#test/api'
import { as } from '#test/context'
import { testDatabase } from '#test/database'
import { aFormBrowser, type FormBrowser, fieldOf as field } from '#test/forms'
import { aCategory, aProduct } from '#test/goods'
import { aSellingShop, type Buyer, payFor, place, ship, track } from '#test/orders'
import { aCart, anAddress, type ShopperContext } from '#test/people'
import { buildPages } from '../build.ts'
import { storefrontPages } from './serve.ts'

await buildPages()
const { db } = await testDatabase()
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const { ctx } = shop
const { code } = await loadShop(ctx)
const home = `/s/${code}`
const house = { db, outside: ctx.outside }
const app = await anApi(db, {
  outside: ctx.outside,
  routes: [(server) => void server.register(async (scope) => storefrontPages(scope as typeof server, house))],
})

const categoryId = await aCategory(ctx, { slug: 'cups', name: { zh: '杯子', en: 'Cups' } })
const cup = await aSold('celadon', '青瓷杯', 'Celadon cup', ['米白', '松绿'], 4_900)
const bowl = await aSold('bowl', '粗陶碗', 'Stoneware bowl', undefined, 12_000)

async function aSold(
  slug: string,
  name: string,
  nameEn: string,
  colours: readonly string[] | undefined,
  price: number,
) {
  const product = await aProduct(ctx, {
    slug: `${slug}-${newId().slice(-6)}`,
    categoryId,
    name,
    nameEn,
    colours,
    price,
  })
  const { warehouseId, binId } = shop
  await transaction(ctx, async (tx) => {
    for (const { id } of product.variants)
      await receiveStock(tx, {
        warehouseId,
        binId,
        variantId: id as VariantId,
        quantity: 20,
        lot: { number: 'L1' },
        cause: 'test',
        causeId: newId(),
      })
    await reindexProducts(tx, [product.id])
  })
  await shop.tell()
  return product
}

const aBrowser = () => aFormBrowser(app)
let last = 0

/** A shopper who has signed up on the page, with the context of their account. */
async function aSignedUp(
  browser: FormBrowser = aBrowser(),
  next = '/account',
  phone = `137${String(10_000_000 + ++last)}`,
) {
  await browser.post(`${home}/sign-up`, { do: 'code', phone })
  const { rows } = await listMessages(ctx, {})
  const sms = rows.find(({ recipient }) => recipient.endsWith(phone))!
  const userName = `ann_${phone}`
  const fields = { userName, password: 'tea-in-the-morning', phone, code: /\d{6}/.exec(sms.body)![0], next }
  const answer = await browser.post(`${home}/sign-up`, fields)
  const { id, display_name } = await db
    .selectFrom('office.accounts')
    .select(['id', 'display_name'])
    .where('user_name', '=', userName)
    .executeTakeFirstOrThrow()
  const shopper = as(ctx, actorOf({ id: id as never, kind: 'shopper', displayName: display_name })) as ShopperContext
  return { browser, shopper, answer, phone }
}

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

test('ACC-01 a shopper signs up with name, password and a confirmed number, and what the guest chose goes along', async () => {
  const browser = aBrowser()
  await browser.get(`${home}/products/${cup.slug}`)
  const bought = await browser.post(`${home}/products/${cup.slug}`, {
    key: newId(),
    o0: '米白',
    quantity: '1',
    do: 'buy',
  })
  const guarded = await browser.get(bought.to!)

  expect([guarded.status, decodeURIComponent(guarded.to!)]).toEqual([
    302,
    `${home}/sign-in?next=${bought.to!.slice(home.length)}`,
  ])
  const { answer } = await aSignedUp(browser, bought.to!.slice(home.length))
  expect([answer.status, answer.to]).toEqual([303, bought.to])
  const checkout = await browser.get(bought.to!)
  expect(checkout.status).toBe(200)
  expect(checkout.text).toContain('米白')
})

test('ACC-01 a wrong code is named beside its field and what was typed stays', async () => {
  const browser = aBrowser()

  const answer = await browser.post(`${home}/sign-up`, {
    userName: 'carol',
    password: 'tea-in-the-morning',
    phone: '13600000001',
    code: '000000',
  })

  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="code-why"')
  expect(answer.text).toContain('value="13600000001"')
  expect(answer.text).not.toContain('tea-in-the-morning')
})

test('S18 a sign-in leads back into the shop and never anywhere else', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\t/evil.example', '/sign-out']) {
    const { answer } = await aSignedUp(aBrowser(), next)
    expect(answer.to).toBe(`${home}/account`)
  }
})

test('S17 a form of a foreign page is refused', async () => {
  const answer = await aBrowser().post(
    `${home}/cart/clear`,
    {},
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  )
  expect(answer.status).toBe(403)
})

test('ACC-02 news is never ticked beforehand, and is chosen and dropped in the account', async () => {
  const { browser } = await aSignedUp()
  const isTicked = async () => /name="wantsNews"[^>]* checked/.test((await browser.get(`${home}/account/news`)).text)

  expect((await browser.get(`${home}/sign-up`)).text).not.toMatch(/wantsNews"[^>]* checked/)
  expect(await isTicked()).toBe(false)
  await browser.post(`${home}/account/news`, { wantsNews: 'yes' })
  expect(await isTicked()).toBe(true)
  await browser.post(`${home}/account/news`, {})
  expect(await isTicked()).toBe(false)
})

test('ACC-04 addresses are added step by step without JavaScript, changed and removed', async () => {
  const { browser } = await aSignedUp()
  const address = `${home}/account/addresses/new`
  const typed = { key: newId(), name: '安小姐', phone: '13800138000', street: '文三路 90 号' }

  const cities = await browser.post(address, { ...typed, do: 'region', province: '33' })
  expect(cities.text).toContain('杭州市')
  const districts = await browser.post(address, { ...typed, do: 'region', province: '33', city: '3301' })
  expect(districts.text).toContain('西湖区')
  expect(districts.text).toContain('value="安小姐"')
  const incomplete = await browser.post(address, { ...typed, province: '33', city: '3301', districtCode: '' })
  expect([incomplete.status, incomplete.text.includes('region-why')]).toEqual([422, true])
  const saved = await browser.post(address, {
    ...typed,
    key: newId(),
    province: '33',
    city: '3301',
    districtCode: '330106',
  })
  expect(saved.status).toBe(303)
  const book = await browser.get(`${home}/account/addresses`)
  expect(book.text).toContain('浙江省 杭州市 西湖区 文三路 90 号')
  const id = /addresses\/([0-9a-f-]{36})\/remove/.exec(book.text)![1]
  await browser.post(`${home}/account/addresses/${id}/remove`, {})
  expect((await browser.get(`${home}/account/addresses`)).text).toContain('还没有收货地址')
})

test('ACC-04 an address abroad is asked for in the form of its country, and says in the visitor’s language what is wrong with it', async () => {
  const { browser } = await aSignedUp()
  const address = `/en${home}/account/addresses/new`
  expect((await browser.get(address)).text).not.toContain('name="country"')
  const goesTo = {
    provinces: ['GB'],
    firstGrams: 1_000,
    firstFee: money(16_800),
    stepGrams: 500,
    stepFee: money(3_000),
  }
  await transaction(ctx, (tx) =>
    saveFreightRule(tx, { ...goesTo, name: '英国', carrier: 'ZTO', reachable: true, freeFrom: null, priority: 200 }),
  )
  expect((await browser.get(address)).text).toContain('United Kingdom')

  const form = await browser.post(address, { key: newId(), country: 'GB', do: 'region', name: 'Ann Lee' })
  for (const part of ['Postcode', 'Town', 'Street address', 'value="Ann Lee"']) expect(form.text).toContain(part)
  expect(form.text).not.toContain('name="districtCode"')
  const typed = { country: 'GB', name: 'Ann Lee', phone: '020 7946 0958', street: '10 Long Lane', town: 'London' }
  const refused = await browser.post(address, { ...typed, key: newId(), postcode: '1234' })
  expect([refused.status, refused.text.includes('This is no postcode there')]).toEqual([422, true])

  expect((await browser.post(address, { ...typed, key: newId(), postcode: 'EC1A 9HF' })).status).toBe(303)
  const book = (await browser.get(`/en${home}/account/addresses`)).text
  expect(book).toContain('+44 20 7946 0958')
  expect(book).toMatch(/10 Long Lane<br\s*\/?>London<br\s*\/?>EC1A 9HF<br\s*\/?>United Kingdom/)
})

test('ACC-04 a pasted address fills the form, and what it does not say stays to be filled in', async () => {
  const { browser } = await aSignedUp()
  const address = `${home}/account/addresses/new`
  const paste = (text: string) => browser.post(address, { key: newId(), do: 'read', paste: text, street: '旧内容' })

  const read = await paste('张三 13800000000 浙江省杭州市西湖区文三路 1 号')
  for (const filled of ['value="张三"', 'value="13800000000"', 'value="文三路 1 号"', '已按粘贴的内容填写'])
    expect(read.text).toContain(filled)
  expect(read.text).toMatch(/value="330106"[^>]*selected|selected[^>]*value="330106"/)

  const part = await paste('张三 13800000000 江苏鼓楼区中山路 1 号')
  expect(part.text).toContain('请把空着的补上')
  const nothing = await paste('你好')
  expect([nothing.status, nothing.text.includes('没有认出地址或电话')]).toEqual([422, true])
  expect(nothing.text).toContain('value="旧内容"')
})

test('CHK-02 CHK-03 the last confirmation shows each part and places one order however often it is sent', async () => {
  const soon = { startsAt: ctx.now, endsAt: ctx.now.add({ hours: 24 }) }
  await createReduction(ctx, {
    name: '满200减30',
    nameEn: '30 off from 200',
    thresholdMinor: 20_000,
    offMinor: 3_000,
    ...soon,
  })
  const { browser, shopper } = await aSignedUp()
  await anAddress(shopper)
  await aCart(shopper, { of: bowl.variants[0]!.id, quantity: 2 })

  const page = await browser.get(`${home}/checkout`)
  for (const part of ['¥240.00', '−¥30.00', '包邮', '210', '提交订单']) expect(page.text).toContain(part)
  const fields = Object.fromEntries(
    ['key', 'order', 'address', 'expectedTotal'].map((name) => [name, field(page.text, name)]),
  )
  const sent = { ...fields, memo: '请先打电话', invoice: 'personal', title: '听檐' }
  const answers = await Promise.all([browser.post(`${home}/checkout`, sent), browser.post(`${home}/checkout`, sent)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(answers[0]!.to).toBe(answers[1]!.to)
  const { rows } = await ownOrders(ctx, { customerId: shopper.actor.id })
  expect(rows.map(({ total, memo }) => [total.minor, memo])).toEqual([[21_000, '请先打电话']])
  expect((await browser.get(answers[0]!.to!)).text).toContain('收银台')
})

const guestAddress = (phone: string) => ({
  ...{ name: '过客', phone, districtCode: '330106', street: '文三路 90 号' },
  key: newId(),
})

/** Somebody who bought a bowl without an account. */
async function aGuestOrder() {
  const browser = aBrowser()
  const bought = await browser.post(`${home}/products/${bowl.slug}`, { quantity: '1', do: 'buy' })
  const door = await browser.get(`${home}/sign-in?next=${encodeURIComponent(bought.to!.slice(home.length))}`)
  expect(door.text).toContain('游客下单')
  expect((await browser.get(`${home}/sign-in?next=/account`)).text).not.toContain('游客下单')
  const entered = await browser.post(`${home}/sign-in/guest`, { next: bought.to!.slice(home.length) })
  expect([entered.status, entered.to]).toEqual([303, bought.to])
  const phone = `136${String(10_000_000 + ++last)}`
  const address = guestAddress(phone)
  const cart = new URLSearchParams(bought.to!.split('?')[1]).get('cart')!
  const checkout = await browser.get((await browser.post(`${home}/checkout/address`, { ...address, cart })).to!)
  const fields = ['key', 'order', 'address', 'expectedTotal'].map((name) => [name, field(checkout.text, name)])
  const placed = await browser.post(`${home}/checkout`, Object.fromEntries(fields))
  const orderId = /orders\/([0-9a-f-]{36})\/pay/.exec(placed.to!)![1]!
  const { number } = await db
    .selectFrom('sales.orders')
    .select('number')
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  return { browser, phone, orderId, number }
}

test('CHK-02 ORD-16 a guest buys without number or password, follows the order by its number and phone, and keeps it once the number is confirmed', async () => {
  const { browser, phone, orderId, number } = await aGuestOrder()
  const elsewhere = aBrowser()
  const found = await elsewhere.post(`${home}/track`, { number: number.toLowerCase(), phone })
  expect([found.status, found.text.includes(number), found.text.includes('待付款')]).toEqual([200, true, true])
  for (const hidden of ['过客', '文三路', '粗陶碗']) expect(found.text).not.toContain(hidden)
  for (const wrong of [
    { number, phone: phone.slice(-4) },
    { number, phone: '13600000000' },
    { number: 'SO-1', phone },
  ])
    expect((await elsewhere.post(`${home}/track`, wrong)).text).not.toContain('待付款')

  const next = `/orders/${orderId}`
  expect((await browser.get(`${home}/sign-in?next=${next}`)).status).toBe(200)
  await browser.post(`${home}/sign-in`, { do: 'code', phone })
  const code = /\d{6}/.exec((await listMessages(ctx, {})).rows.find((sms) => sms.recipient.endsWith(phone))!.body)![0]
  expect((await browser.post(`${home}/sign-in`, { phone, code, next })).to).toBe(`${home}${next}`)
  const known = await browser.get(`${home}/sign-in?next=${next}`)
  expect([known.status, known.headers.location]).toEqual([302, `${home}${next}`])
})

test('AFS-02 ACC-01 a guest whose number has an account opens what was bought as a guest by a code, on any device; nobody else does', async () => {
  const { phone, orderId, number, browser: guest } = await aGuestOrder()
  const { browser: named } = await aSignedUp(undefined, '/account', phone)
  await db.deleteFrom('platform.throttles').execute()
  const path = `${home}/track/enter`
  const elsewhere = aBrowser()
  const code = async () => {
    const sent = await elsewhere.post(path, { number, phone, do: 'code' })
    expect(sent.text).toContain('name="code"')
    return /\d{6}/.exec((await listMessages(ctx, {})).rows.find((sms) => sms.recipient.endsWith(phone))!.body)![0]
  }
  expect((await named.get(`${home}/orders/${orderId}`)).status).toBe(404)

  const wrong = await elsewhere.post(path, { number, phone, code: '000000x' })
  expect([wrong.status, wrong.text.includes('id="code-why"')]).toEqual([422, true])
  const unknown = await elsewhere.post(path, { number, phone: '13600000000', code: '1' })
  expect([unknown.text.includes('name="code"'), unknown.status]).toEqual([false, 422])

  const entered = await elsewhere.post(path, { number, phone, code: await code() })
  expect([entered.status, entered.to]).toEqual([303, `${home}/orders/${orderId}`])
  expect((await elsewhere.get(entered.to!)).text).toContain('粗陶碗')

  await guest.post(`${home}/account/addresses/new`, { ...guestAddress(phone), key: newId(), phone: '13700009999' })
  const closed = await aBrowser().post(path, { number, phone, code: '1' })
  expect([closed.status, closed.text.includes('请登录下单时的账号')]).toEqual([409, true])
})

test('CHK-05 a total that has moved is shown anew, and a line that cannot be served is named', async () => {
  const { browser, shopper } = await aSignedUp()
  await anAddress(shopper)
  await aCart(shopper, { of: bowl.variants[0]!.id, quantity: 1 })
  const page = await browser.get(`${home}/checkout`)
  const fields = Object.fromEntries(['key', 'order', 'address'].map((name) => [name, field(page.text, name)]))

  const moved = await browser.post(`${home}/checkout`, { ...fields, expectedTotal: '1' })
  expect([moved.status, moved.text.includes('最新应付 ¥120.00')]).toEqual([409, true])
  await aCart(shopper, { of: bowl.variants[0]!.id, quantity: 900 })
  const short = await browser.get(`${home}/checkout`)
  expect(short.text).toMatch(/库存不足，还剩 \d+ 件/)
  const refused = await browser.post(`${home}/checkout`, {
    ...fields,
    key: newId(),
    expectedTotal: field(short.text, 'expectedTotal'),
  })
  expect([refused.status, refused.text.includes('role="alert"')]).toEqual([409, true])
  expect((await ownOrders(ctx, { customerId: shopper.actor.id })).rows).toEqual([])
})

async function aBought(status: 'placed' | 'paid' | 'delivered') {
  const { browser, shopper } = await aSignedUp()
  const address = await anAddress(shopper)
  const cartId = await aCart(shopper, { of: bowl.variants[0]!.id, quantity: 1 })
  const buyer: Buyer = { ctx: shopper, address, cartId, total: money(12_000) }
  const order = await place(buyer)
  if (status !== 'placed') await payFor(shop, buyer, order.id)
  if (status === 'delivered') {
    await ship(shop, order.id)
    await track(shop, order.id, 'signed')
  }
  return { browser, order }
}

test('ORD-16 ORD-17 AFS-16 the buyer follows an order to the door, is told to look before signing, and confirms receipt; nobody else sees it', async () => {
  const { browser, order } = await aBought('delivered')
  const stranger = await aSignedUp()

  const page = await browser.get(`${home}/orders/${order.id}`)
  for (const part of ['已签收', order.number, 'signed', '文三路 90 号', '签收前请当面验货', '确认收货'])
    expect(page.text).toContain(part)
  expect((await stranger.browser.get(`${home}/orders/${order.id}`)).status).toBe(404)
  expect((await stranger.browser.post(`${home}/orders/${order.id}/receive`, {})).status).toBe(404)
  const list = (await browser.get(`${home}/orders?q=${encodeURIComponent('粗陶')}`)).text
  expect(list).toContain(order.number)
  for (const action of ['确认收货', '查看物流', '申请售后', '延长收货', '再次购买']) expect(list).toContain(action)
  expect((await browser.get(`${home}/orders?q=nothing`)).text).toContain('没有找到“nothing”')
  await browser.post(`${home}/orders/${order.id}/extend`, {})
  expect((await browser.get(`${home}/orders/${order.id}`)).text).toContain('您已延长收货')
  expect((await stranger.browser.get(`${home}/orders`)).text).not.toContain(order.number)
  const received = await browser.post(`${home}/orders/${order.id}/receive`, {})
  expect(received.to).toBe(`${home}/orders/${order.id}?done=received`)
  expect((await browser.get(received.to!)).text).toContain('已确认收货，谢谢。')
  const toReview = (await browser.get(`${home}/orders?tab=to_review`)).text
  expect(toReview).toContain(order.number)
  expect(toReview).toContain(`/orders/${order.id}/review`)
})

test('ORD-10 an order is cancelled on its page with a reason', async () => {
  const { browser, order } = await aBought('paid')

  await browser.post(`${home}/orders/${order.id}/cancel`, { reason: 'ordered_twice' })
  await shop.tell()

  expect((await browser.get(`${home}/orders/${order.id}`)).text).toMatch(/退款中|已取消|已退款/)
})

test('AFS-02 the buyer applies for a return in two steps, sees what it gives back and its clock, and may withdraw', async () => {
  const { browser, order } = await aBought('delivered')
  const here = `${home}/orders/${order.id}/return`
  const page = await browser.get(here)
  const lineId = field(page.text, 'line')
  const wish = { kind: 'return', [`quantity.${lineId}`]: '1', do: 'check' }

  const nothing = await browser.post(here, { ...wish, key: newId(), reason: 'damaged' })
  expect([nothing.status, nothing.text.includes('请选择要退的商品')]).toEqual([422, true])
  const silent = await browser.post(here, { ...wish, key: newId(), line: lineId, reason: 'other' })
  expect(silent.text).toContain('id="description-why"')
  const complete = { ...wish, key: newId(), line: lineId, reason: 'damaged', description: '碗口有裂纹' }
  const check = await browser.post(here, complete)
  for (const part of ['预计退款', '120', '原路退回：微信支付', '碗口有裂纹', '返回修改'])
    expect(check.text).toContain(part)
  expect((await browser.get(`${home}/cases`)).text).toContain('没有售后记录')
  const applied = await browser.post(here, { ...complete, do: 'send' })
  expect(applied.to).toMatch(/\/cases\/[0-9a-f-]{36}\?done=applied$/)
  expect((await browser.post(here, { ...complete, do: 'send' })).to).toBe(applied.to)
  const found = await browser.get(applied.to!)
  for (const part of ['待审核', '碗口有裂纹', '商品破损', '前处理', '原路退回 微信支付'])
    expect(found.text).toContain(part)
  await browser.post(applied.to!.replace(/\?.*/, ''), { do: 'withdraw' })
  expect((await browser.get(`${home}/cases`)).text).toContain('已撤销')
})

test('AFS-02 S19 evidence is taken as pictures that can be drawn and kept without what their file said; anything else is refused, and another’s order is not found', async () => {
  const { browser, order } = await aBought('delivered')
  const stranger = await aSignedUp()
  const here = `${home}/orders/${order.id}/return`
  const lineId = field((await browser.get(here)).text, 'line')
  const wish = {
    kind: 'return',
    [`quantity.${lineId}`]: '1',
    line: lineId,
    reason: 'damaged',
    description: 'x',
    do: 'check',
  }
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#963' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'where-it-was-taken' } })
    .toBuffer()

  for (const [name, bytes] of [
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a.png', Buffer.from('<html><script>alert(1)</script>')],
    ['a.jpg', photo.subarray(0, 60)],
    ['../../a.php', Buffer.from('<?php system($_GET[0]);')],
  ] as const) {
    const refused = await browser.upload(here, { ...wish, key: newId() }, { pictures: { name, bytes } })
    expect([name, refused.status, /role="alert"/.test(refused.text)]).toEqual([name, 422, true])
  }
  const many = Array.from({ length: 13 }, (_, at) => ({ name: `${at}.jpg`, bytes: photo }))
  const tooMany = await browser.upload(here, { ...wish, key: newId(), description: '碗口有裂纹' }, { pictures: many })
  expect(tooMany.status).toBe(422)
  for (const part of ['id="pictures-why"', '一次最多上传 12 张图片', '碗口有裂纹']) expect(tooMany.text).toContain(part)
  const check = await browser.upload(here, { ...wish, key: newId() }, { pictures: { name: 'a.jpg', bytes: photo } })
  const pictureId = field(check.text, 'picture')
  expect([check.status, pictureId]).toEqual([200, expect.stringMatching(/^[0-9a-f-]{36}$/)])
  const shown = await browser.get(`/pictures/${pictureId}/480.webp`, { 'x-shop': code })
  expect(shown.text).not.toContain('where-it-was-taken')
  const left = await browser.post(here, { ...wish, key: newId(), picture: pictureId, without: pictureId })
  expect(field(left.text, 'picture')).toBe('')
  for (const answer of [
    await stranger.browser.upload(here, { ...wish, key: newId() }, { pictures: { name: 'a.jpg', bytes: photo } }),
    await stranger.browser.get(here),
  ])
    expect(answer.status).toBe(404)
})

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

test('ORD-21 CHK-02 the buyer reads what the shop told, and asks for an invoice with a name that is kept; a wrong tax number is named', async () => {
  const { browser, order } = await aBought('delivered')
  const stranger = await aSignedUp()

  expect((await browser.get(`${home}/account`)).text).toMatch(/条未读/)
  const messages = await browser.get(`${home}/account/messages`)
  for (const part of ['已发货', '新', `/orders?q=${order.number}`]) expect(messages.text).toContain(part)
  expect((await browser.get(`${home}/account`)).text).not.toMatch(/条未读/)
  expect((await stranger.browser.get(`${home}/account/messages`)).text).not.toContain(order.number)

  const here = `${home}/orders/${order.id}/invoice`
  const company = { kind: 'company', title: '半日闲有限公司', taxNumber: '91350100M000100Y44' }
  const wrong = await browser.post(here, company)
  expect([wrong.status, wrong.text.includes('id="taxNumber-why"')]).toEqual([422, true])
  await browser.post(here, { ...company, taxNumber: '91350100M000100Y43' })
  expect((await browser.get(here)).text).toMatch(/已申请的抬头.*91350100M000100Y43/s)
  expect((await browser.get(`${home}/account/invoices`)).text).toContain('半日闲有限公司')
  expect((await stranger.browser.get(here)).status).toBe(404)
  expect((await stranger.browser.post(here, { kind: 'personal', title: 'Bob' })).status).toBe(404)
})

test('SEC-03 whoever signs up ticks the policies in force, reads them first, downloads the own data and closes the account', async () => {
  const now = Temporal.Now.instant()
  const platformId = await db
    .transaction()
    .execute((tx) => openShop(tx, now, { code: 'platform', name: '平台', nameEn: 'Platform', isDefault: true }))
  const version = await publishPolicy(
    { ...ctx, shopId: platformId, now },
    {
      kind: 'privacy',
      title: { zh: '隐私政策', en: 'Privacy policy' },
      body: { zh: '# 收集什么\n\n只要收货信息<b>', en: '# What\n\nOnly addresses' },
    },
  )
  const browser = aBrowser()
  const page = await browser.get(`${home}/policies/privacy`)
  expect(page.text).toContain('只要收货信息&lt;b&gt;')
  expect((await browser.get(`${home}/policies/terms`)).status).toBe(404)

  const phone = '13800771122'
  await browser.post(`${home}/sign-up`, { do: 'code', phone })
  const [message] = (await listMessages(ctx, { limit: 1 })).rows
  const typed = {
    phone,
    code: /\d{6}/.exec(message!.body)![0],
    userName: 'buer_seven',
    password: 'tea-in-the-morning',
    'version.privacy': String(version),
  }
  expect((await browser.post(`${home}/sign-up`, typed)).text).toContain('请先阅读并勾选同意')
  expect((await browser.post(`${home}/sign-up`, { ...typed, agrees: 'yes' })).status).toBe(303)

  const account = await browser.get(`${home}/account/privacy`)
  expect(account.text).toContain('/api/v1/store/privacy/data')
  await browser.post(`${home}/account/privacy/close`, {})
  expect((await browser.get(`${home}/account/privacy`)).text).toContain('撤回注销')
  await browser.post(`${home}/account/privacy/stay`, {})
  expect((await browser.get(`${home}/account/privacy`)).text).toContain('申请注销')
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
