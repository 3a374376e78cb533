import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { loadShop } from '#office/shops'
import { listMessages } from '#platform/messages'
import { aBrowser, anApi } from '#test/api'
import { testDatabase } from '#test/database'
import { aProduct, aSellingShop } from '#test/orders'
import { accountRoutes } from './accounts.ts'
import { cartRoutes } from './cart.ts'

const { db } = await testDatabase()
const selling = await aSellingShop(db)
const { code } = await loadShop(selling.ctx)
const tea = await aProduct(selling, { price: money(2_500), onHand: 10 })
const app = await anApi(db, { routes: [accountRoutes, cartRoutes] })
const aVisitor = () => aBrowser(app, { 'x-shop': code })

test('CHK-01 a guest fills a cart, signs in by code, and finds it there together with what was in it before', async () => {
  const phone = '13600136000'
  const signIn = async (browser: ReturnType<typeof aVisitor>) => {
    await browser.call('POST', '/api/v1/store/account/codes', { phone, purpose: 'sign_in' })
    const { rows } = await listMessages(selling.ctx, { limit: 1 })
    return browser.call('POST', '/api/v1/store/account/sign-in-by-code', {
      phone,
      code: /\d{6}/.exec(rows[0]!.body)![0],
    })
  }
  const ann = aVisitor()
  const added = await ann.call('POST', '/api/v1/store/cart/lines', { variantId: tea.variantId, quantity: 2 })
  expect(added).toMatchObject({
    status: 201,
    body: { pieces: 2, lines: [{ quantity: 2, available: 10, subtotal: money(5_000) }] },
  })
  expect((await signIn(ann)).status).toBe(200)

  expect((await ann.call('GET', '/api/v1/store/cart')).body).toMatchObject({
    pieces: 2,
    selected: { total: money(5_000) },
  })
  expect((await ann.call('GET', '/api/v1/store/carts')).body).toMatchObject([{ shop: { code }, cart: { pieces: 2 } }])
  await ann.call('POST', '/api/v1/store/account/sign-out')
  expect((await ann.call('GET', '/api/v1/store/cart/count')).body).toEqual({ pieces: 0 })
})

test('CHK-01 the same key adds once; a new key adds again', async () => {
  const guest = aVisitor()
  const wish = { variantId: tea.variantId, quantity: 1 }
  const key = { 'idempotency-key': newId() }
  await guest.call('POST', '/api/v1/store/cart/lines', wish)
  await Promise.all([1, 2, 3].map(() => guest.call('POST', '/api/v1/store/cart/lines', wish, key)))
  expect((await guest.call('GET', '/api/v1/store/cart')).body.pieces).toBe(2)
  expect(await guest.call('POST', '/api/v1/store/cart/lines', { ...wish, quantity: 5 }, key)).toMatchObject({
    status: 422,
    body: { code: 'idempotency.key_reused' },
  })
})

test('CHK-01 lines are changed, selected and removed, and a purchase of one article stands beside the cart', async () => {
  const guest = aVisitor()
  const { body } = await guest.call('POST', '/api/v1/store/cart/lines', { variantId: tea.variantId, quantity: 3 })
  const line = `/api/v1/store/cart/lines/${body.lines[0].id}`

  expect((await guest.call('PATCH', line, { quantity: 12 })).body.lines).toMatchObject([
    { quantity: 12, problem: 'fewer_left' },
  ])
  expect((await guest.call('PUT', '/api/v1/store/cart/selection', { selected: false })).body.selected).toMatchObject({
    pieces: 0,
  })
  const bought = await guest.call('POST', '/api/v1/store/cart/buy-now', { variantId: tea.variantId, quantity: 1 })
  expect(bought).toMatchObject({ status: 201, body: { purpose: 'buy_now', pieces: 1 } })
  expect((await guest.call('GET', `/api/v1/store/carts/${bought.body.id}`)).status).toBe(200)
  expect((await aVisitor().call('GET', `/api/v1/store/carts/${bought.body.id}`)).status).toBe(404)
  expect((await guest.call('DELETE', line)).body.lines).toEqual([])
  expect((await guest.call('DELETE', line)).status).toBe(404)
})

test('what the goods cost the house is in no cart', async () => {
  const { raw } = await aVisitor().call('POST', '/api/v1/store/cart/lines', { variantId: tea.variantId, quantity: 1 })
  expect(raw).toContain('"price"')
  expect(raw).not.toContain('cost')
})
