import { test } from 'vitest'
import { money } from '#kernel/money'
import { buyNow } from '#sales/carts'
import { aBuyer, anOrder, aProduct } from '#test/orders'
import { aCart, aGuest, aShopper } from '#test/people'
import { linesOfCart, openCartsOf } from './support/carts.ts'
import { aRaceShop, courseOf, distinct, firstOf } from './support/courses.ts'
import { move } from './support/race.ts'
import { aRaceTrack, type Race } from './support/track.ts'

const track = await aRaceTrack()
const many = { onHand: 9_000 }

/** Two tabs confirm one cart, each with a key of its own. */
const confirmedTwice: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, many)
  const { ctx, address, total } = await aBuyer(shop, [{ of: goods }])
  return courseOf(shop, async () => {
    const cartId = await buyNow(ctx, { variantId: goods.variantId, quantity: 1 })
    const order = { cartId, addressId: address.id, expectedTotal: total }
    const confirm = (key: string) =>
      move('placeOrder', { ...ctx, repeat: { scope: 'race', key: `${cartId} ${key}`, fingerprint: key } }, order)
    return { calls: [confirm('one tab'), confirm('the other')], count: distinct('id') }
  })
}

const oncePerCart = ['sales.orders.orders_cart_once']

test('B02 two tabs that confirm one cart make one order', () => track.holds(confirmedTwice))
test('B02 guard off: without “lock the cart” and “order an open cart” they make two', () =>
  track.breaks(confirmedTwice, ['lock the cart', 'order an open cart'], oncePerCart))
test('B02 guard off: without “lock the cart” “order an open cart” alone keeps the order single', () =>
  track.survives(confirmedTwice, 'lock the cart', oncePerCart))
test('B02 guard off: without both guards the key of the table keeps the order single', () =>
  track.survives(confirmedTwice, ['lock the cart', 'order an open cart']))

/** The price changes while a buyer confirms what the last page said. */
const priceMoves: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, { ...many, price: money(2_500) })
  const { variantId } = goods
  const { ctx, address, total } = await aBuyer(shop, [{ of: goods }])
  let minor = 2_500
  let turn = 0
  return courseOf(shop, async () => {
    const cartId = await buyNow(ctx, { variantId, quantity: 1 })
    const expectedTotal = { ...total, minor: total.minor - 2_500 + minor }
    minor = minor === 2_500 ? 2_600 : 2_500
    return {
      calls: [
        move('placeOrderAfter', ctx, { cartId, addressId: address.id, expectedTotal, after: (turn++ % 8) * 20 }),
        move('changePrice', shop.ctx, { variantId, list: money(minor), was: null, cost: null }),
      ],
      winners: [1, 2],
      refused: ['orders.total_changed'],
      harm: async ({ outcomes: [placed] }) => {
        const order = placed?.ok ? (placed.value as { total: { minor: number } }) : undefined
        return order && order.total.minor !== expectedTotal.minor ? 'charged another total than was seen' : undefined
      },
    }
  })
}

test('B17 the price changes while a buyer confirms: the total that was seen, or a refusal', () =>
  track.holds(priceMoves))
test('B17 guard off: without “charge what was seen” the buyer pays another total', () =>
  track.breaks(priceMoves, 'charge what was seen'))

/** Ten changes of one cart from several devices. */
const tenEdits: Race = async (db) => {
  const shop = await aRaceShop(db)
  const [tea, cup, tray, pot] = await Promise.all([1, 2, 3, 4].map(() => aProduct(shop)))
  return courseOf(shop, async () => {
    const ctx = await aShopper(shop.ctx)
    await aCart(ctx, { of: tea!, quantity: 5 }, { of: cup!, quantity: 1 }, { of: tray!, quantity: 1 })
    const lineId = (await linesOfCart(ctx)).find(({ variantId }) => variantId === tray!.variantId)!.id
    const add = ({ variantId }: typeof tea & object) => move('addToCart', ctx, { variantId, quantity: 1 })
    return {
      calls: [
        ...[tea!, cup!, tea!, pot!, tea!, pot!, tea!, cup!].map(add),
        move('changeLine', ctx, { lineId, quantity: 7 }),
        move('changeLine', ctx, { lineId, selected: false }),
      ],
      winners: 10,
      harm: async () => {
        const lines = new Map((await linesOfCart(ctx)).map(({ variantId, quantity }) => [variantId, quantity]))
        const found = [tea, cup, tray, pot].map((goods) => lines.get(goods!.variantId)).join(' ')
        return found === '9 3 7 2' ? undefined : `9 3 7 2 became ${found}`
      },
    }
  })
}

test('B19 ten changes of one cart at once are all in it', () => track.holds(tenEdits))
test('B19 guard off: without “add to what lies there” some are lost', () =>
  track.breaks(tenEdits, 'add to what lies there'))

/** Two people change the order that both have on their screen. */
const sameVersion: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, many)
  return courseOf(shop, async () => {
    const { order } = await anOrder(shop, { lines: [{ of: goods }] })
    const seen = { id: order.id as string, version: 1 }
    const note = (text: string) =>
      move('addRequest', { ...shop.ctx, origin: text, seen }, { orderId: order.id, kind: 'other', text })
    return { calls: [note('gift paper'), note('no invoice')], refused: ['request.changed_meanwhile'] }
  })
}

test('B19 of two who change what both have seen one does, the other is told', () => track.holds(sameVersion))
test('B19 guard off: without “change what was seen” the second change passes unseen', () =>
  track.breaks(sameVersion, 'change what was seen'))

/** The first two requests of a browser. */
const firstRequests: Race = async (db) => {
  const shop = await aRaceShop(db)
  const { variantId } = await aProduct(shop)
  return courseOf(shop, async () => {
    const ctx = aGuest(shop.ctx)
    return {
      calls: [1, 2].map(() => move('addToCart', ctx, { variantId, quantity: 1 })),
      winners: 2,
      harm: async () => {
        const [carts, lines] = [await openCartsOf(ctx), await linesOfCart(ctx)]
        return firstOf(carts !== 1 && `${carts} carts`, lines[0]?.quantity !== 2 && 'a piece is lost')
      },
    }
  })
}

test('B20 the first two requests of a browser share one cart', () => track.holds(firstRequests))
test('B20 guard off: without the key of open carts there are two', () =>
  track.breaks(firstRequests, [], ['sales.carts.carts_guest']))

/** Five sign-ins at once bring the same guest's cart. */
const fiveSignIns: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop)
  return courseOf(shop, async () => {
    const [guest, shopper] = [aGuest(shop.ctx), await aShopper(shop.ctx)]
    await aCart(guest, { of: goods, quantity: 3 })
    await aCart(shopper, { of: goods, quantity: 1 })
    return {
      calls: Array.from({ length: 5 }, () => move('joinGuestCart', shopper, { guestKey: guest.actor.guestKey! })),
      winners: 5,
      harm: async () => {
        const [line] = await linesOfCart(shopper)
        return line?.quantity === 4 ? undefined : `3 and 1 became ${line?.quantity}`
      },
    }
  })
}

test('B21 five sign-ins at once merge a guest’s cart once', () => track.holds(fiveSignIns))
test('B21 guard off: without “lock the guest’s cart” it is merged again', () =>
  track.breaks(fiveSignIns, 'lock the guest’s cart'))
