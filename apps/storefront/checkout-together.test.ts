import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { actorOf } from '#office/accounts'
import { loadShop } from '#office/shops'
import { listMessages } from '#platform/messages'
import { ownOrders } from '#sales/orders'
import { anApi } from '#test/api'
import { as } from '#test/context'
import { testDatabase } from '#test/database'
import { aFormBrowser, fieldOf } from '#test/forms'
import { anOrder, aProduct, aSellingShop, notice } from '#test/orders'
import { aCart, anAddress, type ShopperContext } from '#test/people'
import { buildPages } from '../build.ts'
import { storefrontPages } from './serve.ts'

await buildPages()
const { db } = await testDatabase()
const now = Temporal.Now.instant()
const tea = await aSellingShop(db, { now })
const books = await aSellingShop(db, { now, outside: { payments: tea.ctx.outside.payments } })
const [teaShop, bookShop] = [await loadShop(tea.ctx), await loadShop(books.ctx)]
const home = `/s/${teaShop.code}`
const house = { db, outside: tea.ctx.outside }
const app = await anApi(db, {
  outside: tea.ctx.outside,
  routes: [(server) => void server.register(async (scope) => storefrontPages(scope as typeof server, house))],
})
let last = 0

/** Somebody who has signed up in the browser, with an address and something of both shops in the carts. */
async function aShopperOfBoth() {
  const browser = aFormBrowser(app)
  const phone = `136${String(10_000_000 + ++last)}`
  await browser.post(`${home}/sign-up`, { do: 'code', phone })
  const sms = (await listMessages(tea.ctx, {})).rows.find(({ recipient }) => recipient.endsWith(phone))!
  const userName = `both_${last}`
  const fields = { userName, password: 'tea-in-the-morning', phone, code: /\d{6}/.exec(sms.body)![0], next: '/cart' }
  await browser.post(`${home}/sign-up`, fields)
  const { id } = await db
    .selectFrom('office.accounts')
    .select('id')
    .where('user_name', '=', userName)
    .executeTakeFirstOrThrow()
  const shopper = as(tea.ctx, actorOf({ id: id as never, kind: 'shopper', displayName: userName })) as ShopperContext
  const there = { ...shopper, shopId: books.ctx.shopId }
  await anAddress(shopper)
  await aCart(shopper, { of: await aProduct(tea, { name: '龙井茶', price: money(3_000) }) })
  const novel = await aProduct(books, { name: '长篇小说', price: money(4_500), onHand: 1 })
  await aCart(there, { of: novel })
  return { browser, shopper, there, novel }
}

const partsOn = (html: string): string[] => [...html.matchAll(/name="part" value="([^"]*)"/g)].map(([, part]) => part!)
const ownIn = async (ctx: ShopperContext) => (await ownOrders(ctx, { customerId: ctx.actor.id })).rows

test('BIZ-04 what lies in the carts of two shops is confirmed on one page and paid at one cashier, an order in each', async () => {
  const { browser, shopper, there } = await aShopperOfBoth()
  const cart = await browser.get(`${home}/cart`)
  for (const part of ['龙井茶', '长篇小说', '来自 2 家店', '/checkout/together', '75'])
    expect(cart.text).toContain(part)

  const page = await browser.get(`${home}/checkout/together`)
  for (const part of ['2 家店，一次付款', '¥38.00', '¥53.00', '91', '提交订单']) expect(page.text).toContain(part)
  const sent = {
    key: fieldOf(page.text, 'key'),
    address: fieldOf(page.text, 'address'),
    part: partsOn(page.text),
    [`memo-${bookShop.code}`]: '请包书皮',
  }
  const answers = await Promise.all([0, 1].map(() => browser.post(`${home}/checkout/together`, sent)))
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  const [mine, theirs] = [await ownIn(shopper), await ownIn(there)]
  expect([mine.length, theirs.map(({ memo }) => memo)]).toEqual([1, ['请包书皮']])

  const cashier = await browser.get(answers[0]!.to!)
  for (const part of ['收银台', '91', teaShop.name, '¥53.00']) expect(cashier.text).toContain(part)
  const leaving = await browser.post(answers[0]!.to!, {})
  const number = /pay\.example\/([A-Z0-9-]+)/.exec(leaving.text)![1]!
  tea.gateway.pay(number)
  await notice(tea, number)
  await books.tell()
  expect((await ownIn(shopper))[0]).toMatchObject({ payment: 'paid' })
  expect((await ownIn(there))[0]).toMatchObject({ payment: 'paid' })
})

test('CHK-05 when a shop has sold out meanwhile, nothing is ordered and the line is named', async () => {
  const { browser, shopper, there, novel } = await aShopperOfBoth()
  const page = await browser.get(`${home}/checkout/together`)
  await anOrder(books, { lines: [{ of: novel }], name: 'Bob' })

  const refused = await browser.post(`${home}/checkout/together`, {
    key: newId(),
    address: fieldOf(page.text, 'address'),
    part: partsOn(page.text),
  })
  expect([refused.status, refused.text.includes('长篇小说')]).toEqual([409, true])
  expect([await ownIn(shopper), await ownIn(there)]).toEqual([[], []])
})

test('a part that is nobody’s cart here is no page', async () => {
  const { browser } = await aShopperOfBoth()
  const page = await browser.get(`${home}/checkout/together`)
  const forged = await browser.post(`${home}/checkout/together`, {
    key: newId(),
    address: fieldOf(page.text, 'address'),
    part: [`${books.ctx.shopId} ${newId()} 100`],
  })
  expect(forged.status).toBe(404)
})
