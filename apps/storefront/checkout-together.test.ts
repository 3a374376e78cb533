import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { actorOf } from '#office/accounts'
import { loadShop } from '#office/shops'
import { listMessages } from '#platform/messages'
import { addInvoiceTitle } from '#sales/customers'
import { ownOrders } from '#sales/orders'
import { anApi } from '#test/api'
import { as } from '#test/context'
import { testDatabase } from '#test/database'
import { aFormBrowser, fieldOf } from '#test/forms'
import { addSf, anOrder, aProduct, aSellingShop, notice } from '#test/orders'
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

test('CHK-02 each shop sends with a carrier of its own, one makes out an invoice to a name of the account, and what was typed outlasts another address', async () => {
  await addSf(books, money(1_500))
  const { browser, shopper, there } = await aShopperOfBoth()
  const titleId = await addInvoiceTitle(shopper, {
    kind: 'company',
    title: '听檐茶舍',
    taxNumber: '91350100M000100Y43',
  })
  const path = `${home}/checkout/together`
  const first = await browser.get(path)
  expect(first.text).toContain('听檐茶舍')
  const sent = (html: string) => ({
    key: newId(),
    address: fieldOf(html, 'address'),
    part: partsOn(html),
    [`invoice-${bookShop.code}`]: titleId,
    [`memo-${bookShop.code}`]: '请包书皮',
    [`carrier-${bookShop.id}`]: 'SF',
  })

  const faster = await browser.post(path, { ...sent(first.text), way: `${bookShop.id} SF` })
  for (const part of ['¥60.00', '¥38.00', '已更换配送方式', '请包书皮']) expect(faster.text).toContain(part)
  const asked = await browser.post(path, { ...sent(faster.text), do: 'new_address' })
  expect(asked.text).toContain('name="street"')
  const written = await browser.post(`${path}/address`, {
    ...sent(asked.text),
    ...{ name: '公司前台', phone: '13800138001', districtCode: '330106', street: '文三路 1 号' },
  })
  for (const part of ['公司前台', '请包书皮', '¥60.00']) expect(written.text).toContain(part)
  expect(written.text).toMatch(new RegExp(`value="${titleId}" checked`))
  await browser.post(path, sent(written.text))

  const [[mine], [theirs]] = [await ownIn(shopper), await ownIn(there)]
  expect([mine!.carrier, theirs!.carrier, theirs!.memo]).toEqual(['ZTO', 'SF', '请包书皮'])
  const company = { kind: 'company', title: '听檐茶舍', taxNumber: '91350100M000100Y43' }
  expect([mine!.invoiceWish, theirs!.invoiceWish]).toEqual([null, company])
  const ownPage = await browser.get(`${home}/orders/${mine!.id}`)
  expect(ownPage.text).toContain(`href="/s/${bookShop.code}/orders/${theirs!.id}"`)
})

test('CHK-02 a company’s invoice without a right tax number is refused beside its field, and another’s name is no name of one’s own', async () => {
  const [{ browser, shopper }, other] = [await aShopperOfBoth(), await aShopperOfBoth()]
  const path = `${home}/checkout/together`
  const page = await browser.get(path)
  const sent = { key: newId(), address: fieldOf(page.text, 'address'), part: partsOn(page.text) }
  const of = `-${bookShop.code}`
  const typed = { [`invoice${of}`]: 'company', [`title${of}`]: '听檐茶舍', [`taxNumber${of}`]: '91350100M000100Y44' }
  const refused = await browser.post(path, { ...sent, ...typed })
  expect([refused.status, refused.text.includes(`id="taxNumber${of}-why"`)]).toEqual([422, true])

  const titleId = await addInvoiceTitle(other.shopper, { kind: 'personal', title: '别人' })
  expect((await browser.post(path, { ...sent, [`invoice${of}`]: titleId })).status).toBe(404)
  expect(await ownIn(shopper)).toEqual([])
})
