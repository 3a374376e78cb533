import { expect, test } from 'vitest'
import { delist } from '#goods/listing'
import { newId } from '#kernel/id'
import { ownOrders } from '#sales/orders'
import { createReduction } from '#sales/promotions'
import { fieldOf as field } from '#test/forms'
import { asHouse } from '#test/goods'
import { aCart, anAddress } from '#test/people'
import { aStorefront } from '#test/storefront'

const { db, ctx, home, cup, bowl, aBrowser, aPhone, codeSentTo, aSignedUp } = await aStorefront()

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

test('CHK-05 CHK-01 chosen goods that were taken off sale are left in the cart at one press, and the rest is ordered', async () => {
  const { browser, shopper } = await aSignedUp()
  await anAddress(shopper)
  await aCart(shopper, { of: bowl.variants[0]!.id, quantity: 1 }, { of: cup.variants[0]!.id, quantity: 2 })
  await delist(asHouse(ctx), cup.id)

  const blocked = await browser.get(`${home}/checkout`)
  expect(blocked.text).toContain('1 种商品已缺货或下架，不能一起下单')
  expect(blocked.text).toMatch(/formaction="[^"]*\/checkout\/leave-out"[^>]*>不买这些，继续/)
  const left = await browser.post(`${home}/checkout/leave-out`, { next: '/checkout' })
  expect([left.status, left.to]).toEqual([303, `${home}/checkout`])
  const page = await browser.get(`${home}/checkout`)
  expect([page.text.includes('不能一起下单'), field(page.text, 'expectedTotal')]).toEqual([false, '12000'])
  const fields = ['key', 'order', 'address', 'expectedTotal'].map((name) => [name, field(page.text, name)])
  expect((await browser.post(`${home}/checkout`, Object.fromEntries(fields))).to).toMatch(
    /\/orders\/[0-9a-f-]{36}\/pay$/,
  )
  expect((await browser.get(`${home}/cart`)).text).toContain('青瓷杯')
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
  const phone = aPhone()
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
  const code = await codeSentTo(phone)
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
    return codeSentTo(phone)
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
