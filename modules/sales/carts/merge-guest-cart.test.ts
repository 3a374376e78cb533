import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { transaction } from '#platform/database'
import { testDatabase } from '#test/database'
import { aShop } from '#test/goods'
import { aProduct, aSellingShop } from '#test/orders'
import { aCart, aGuest, aShopper } from '#test/people'
import { ownerOf } from './cart.ts'
import { lockActiveCart } from './cart-store.ts'
import {
  activeCart,
  addToCart,
  buyNow,
  cartsByShop,
  cartView,
  changeLine,
  countPieces,
  joinGuestCart,
  loadCart,
  lockCart,
  markOrdered,
  mergeGuestCart,
  selectLines,
} from './index.ts'
import { addLine } from './line-store.ts'

const { db } = await testDatabase()
const selling = await aSellingShop(db)
const shop = selling.ctx

/** A variant on sale with that many pieces on the shelf. */
async function aVariant({ onHand = 100, minor = 5_000 } = {}) {
  const { variantId, productId } = await aProduct(selling, { onHand, price: money(minor) })
  return { id: variantId, productId }
}

test('CHK-01 two first requests of one browser make one cart', async () => {
  const tea = await aVariant()
  const guest = aGuest(shop)

  await Promise.all(Array.from({ length: 6 }, () => addToCart(guest, { variantId: tea.id, quantity: 1 })))

  const rows = await db
    .selectFrom('sales.carts')
    .select('id')
    .where('guest_hash', '=', Buffer.from(guest.actor.guestKey!, 'base64url'))
    .execute()
  expect(rows).toHaveLength(1)
  expect(await countPieces(guest)).toBe(6)
})

test('CHK-01 ten edits of one cart at once lose nothing', async () => {
  const variants = await Promise.all(Array.from({ length: 4 }, () => aVariant()))
  const ann = await aShopper(shop)
  await aCart(ann, { of: variants[0]!, quantity: 5 }, { of: variants[1]!, quantity: 1 })
  const { lines, version } = await cartView(ann)

  await Promise.all([
    ...Array.from({ length: 3 }, () => addToCart(ann, { variantId: variants[0]!.id, quantity: 2 })),
    ...Array.from({ length: 3 }, () => addToCart(ann, { variantId: variants[2]!.id, quantity: 1 })),
    addToCart(ann, { variantId: variants[3]!.id, quantity: 7 }),
    changeLine(ann, { lineId: lines[0]!.id, selected: false }),
    changeLine(ann, { lineId: lines[1]!.id, quantity: 4 }),
    selectLines(ann, { lineIds: [lines[1]!.id], selected: false }),
  ])

  const after = await cartView(ann)
  const quantityOf = (index: number) => after.lines.find((line) => line.variantId === variants[index]!.id)?.quantity
  expect([0, 1, 2, 3].map(quantityOf)).toEqual([11, 4, 3, 7])
  expect(after.lines.find((line) => line.variantId === variants[1]!.id)?.selected).toBe(false)
  expect(after.version).toBe(version + 10)
})

test('CHK-01 five sign-ins at once merge the guest cart once, and no piece is lost', async () => {
  const [tea, cup, pot] = [await aVariant(), await aVariant(), await aVariant()]
  const [guest, ann] = [aGuest(shop), await aShopper(shop)]
  await aCart(guest, { of: tea, quantity: 3 }, { of: cup, quantity: 9_999 })
  await aCart(ann, { of: cup, quantity: 2 }, { of: pot, quantity: 1 })

  await Promise.all(Array.from({ length: 5 }, () => joinGuestCart(ann, { guestKey: guest.actor.guestKey! })))
  await joinGuestCart(ann, { guestKey: guest.actor.guestKey! })

  const view = await cartView(ann)
  const pieces = Object.fromEntries(view.lines.map((line) => [line.variantId, line.quantity]))
  expect(pieces).toEqual({ [tea.id]: 3, [cup.id]: 9_999, [pot.id]: 1 })
  expect(await activeCart(guest)).toBeUndefined()
})

test('CHK-01 carts stand side by side by shop, this one first, and all of them merge at sign-in', async () => {
  const [tea, cup] = [await aVariant(), await aVariant()]
  const [guest, ann, elsewhere] = [aGuest(shop), await aShopper(shop), await aShop(db)]
  await aCart(guest, { of: tea, quantity: 2 })
  const there = { ...guest, shopId: elsewhere.shopId }
  const { id } = await transaction(there, (tx) => lockActiveCart(tx, ownerOf(there.actor)!))
  await transaction(there, (tx) =>
    addLine(tx, id, { variantId: cup.id, productId: cup.productId, quantity: 1, seenMinor: 1 }),
  )

  expect(await countPieces(guest)).toBe(3)
  await joinGuestCart(ann, { guestKey: guest.actor.guestKey! })

  expect(await cartsByShop(guest)).toEqual([])
  expect(await countPieces(ann)).toBe(3)
  expect(
    (await cartsByShop({ ...ann, shopId: elsewhere.shopId })).map(({ shop: one, cart }) => [
      one.id,
      cart.pieces,
      cart.invalid.length,
    ]),
  ).toEqual([
    [elsewhere.shopId, 0, 1],
    [shop.shopId, 2, 0],
  ])
})

test('CHK-01 a merge that fails on its way leaves both carts as they were', async () => {
  const [tea, cup] = [await aVariant(), await aVariant()]
  const [guest, ann] = [aGuest(shop), await aShopper(shop)]
  await aCart(guest, { of: tea, quantity: 3 })
  await aCart(ann, { of: cup, quantity: 2 })

  const broken = transaction(ann, async (tx) => {
    await mergeGuestCart(tx, { guestKey: guest.actor.guestKey!, customerId: ann.actor.id })
    throw new Error('the process died here')
  })

  await expect(broken).rejects.toThrow('died')
  expect([await countPieces(guest), await countPieces(ann)]).toEqual([3, 2])
})

test('CHK-01 a purchase begun as a guest goes on after signing in', async () => {
  const tea = await aVariant()
  const [guest, ann] = [aGuest(shop), await aShopper(shop)]
  const cartId = await buyNow(guest, { variantId: tea.id, quantity: 2 })

  await joinGuestCart(ann, { guestKey: guest.actor.guestKey! })

  expect(await loadCart(ann, cartId)).toMatchObject({
    purpose: 'buy_now',
    customerId: ann.actor.id,
    lines: [{ quantity: 2 }],
  })
  await expect(loadCart(guest, cartId)).rejects.toMatchObject({ code: 'carts.not_found' })
})

test('CHK-01 an ordered cart names its order and takes no further edit; what was not selected stays in a new one', async () => {
  const [tea, cup] = [await aVariant(), await aVariant()]
  const ann = await aShopper(shop)
  const cartId = await aCart(ann, { of: tea, quantity: 2 }, { of: cup, quantity: 3 })
  const [teaLine, cupLine] = (await cartView(ann)).lines
  await changeLine(ann, { lineId: cupLine!.id, selected: false })
  const orderId = newId<'Order'>()

  await transaction(ann, async (tx) => {
    const cart = await lockCart(tx, cartId)
    expect(cart.lines).toEqual([{ id: teaLine!.id, variantId: tea.id, productId: tea.productId, quantity: 2 }])
    await markOrdered(tx, { cartId, orderId, lineIds: cart.lines.map((line) => line.id) })
  })

  expect(await loadCart(ann, cartId)).toMatchObject({ status: 'ordered', orderId })
  expect(await cartView(ann)).toMatchObject({ lines: [{ id: cupLine!.id, quantity: 3 }] })
  await expect(changeLine(ann, { lineId: teaLine!.id, quantity: 1 })).rejects.toMatchObject({
    code: 'carts.line_not_found',
  })
  await expect(
    transaction(ann, (tx) => markOrdered(tx, { cartId, orderId: newId(), lineIds: [] })),
  ).rejects.toMatchObject({ code: 'carts.not_open' })
})

test('CHK-01 an article added while the cart is being ordered lands in the next cart', async () => {
  const [tea, cup] = [await aVariant(), await aVariant()]
  const ann = await aShopper(shop)
  const cartId = await aCart(ann, { of: tea })
  const locked = Promise.withResolvers<void>()
  const adding = locked.promise.then(() => addToCart(ann, { variantId: cup.id, quantity: 1 }))

  await transaction(ann, async (tx) => {
    const cart = await lockCart(tx, cartId)
    locked.resolve()
    await markOrdered(tx, { cartId, orderId: newId(), lineIds: cart.lines.map((line) => line.id) })
  })
  await adding

  expect(await cartView(ann)).toMatchObject({ pieces: 1, lines: [{ variantId: cup.id }] })
})
