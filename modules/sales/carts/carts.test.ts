import { expect, test } from 'vitest'
import { moveListing } from '#goods/catalog'
import { changePrice } from '#goods/prices'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { ProductId } from '#model/goods/catalog'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { createReduction } from '#sales/promotions'
import { reserveStock } from '#supply/inventory'
import { as, later, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct as aCatalogProduct, aShop } from '#test/goods'
import { aBuyer, aProduct, aSellingShop, place } from '#test/orders'
import { aCart, aGuest, aShopper } from '#test/people'
import {
  activeCart,
  addToCart,
  buyNow,
  cartView,
  changeLine,
  clearInvalid,
  countPieces,
  loadCart,
  lockCart,
  removeLine,
  selectLines,
  swapVariant,
} from './index.ts'
import { abandonOldCarts, deleteAbandonedCarts } from './jobs.ts'

const { db } = await testDatabase()
const selling = await aSellingShop(db)
const shop = selling.ctx

/** A variant on sale with that many pieces on the shelf. */
async function aVariant({ onHand = 100, minor = 5_000 } = {}) {
  const { variantId, productId } = await aProduct(selling, { onHand, price: money(minor) })
  return { id: variantId, productId }
}

const delist = (productId: ProductId) =>
  transaction(shop, (tx) => moveListing(tx, { id: productId, status: 'on_sale' }, 'delist'))

test('CHK-01 a cart from which something is taken out is another one than its buyer saw; those of others stand still', async () => {
  const tea = await aVariant()
  const [ann, bob] = [await aShopper(shop), await aShopper(shop)]
  const carts = [await aCart(ann, { of: tea }), await aCart(bob, { of: tea })]
  const versions = async () =>
    new Map(
      (await db.selectFrom('sales.carts').select(['id', 'version']).where('id', 'in', carts).execute()).map((row) => [
        row.id,
        row.version,
      ]),
    )
  const before = await versions()

  await removeLine(ann, (await cartView(ann)).lines[0]!.id)

  const after = await versions()
  expect(carts.map((id) => after.get(id)! - before.get(id)!)).toEqual([1, 0])
})

test('CHK-01 adding the same article again adds to its line; lines can be changed, deselected and removed', async () => {
  const [tea, cup] = [await aVariant(), await aVariant({ minor: 3_000 })]
  const ann = await aShopper(shop)
  await aCart(ann, { of: tea, quantity: 2 }, { of: tea }, { of: cup, quantity: 4 })

  const before = await cartView(ann)
  expect(before).toMatchObject({
    pieces: 7,
    lines: [{ quantity: 3, subtotal: money(15_000) }, { quantity: 4 }],
    selected: { goods: money(27_000) },
  })

  await changeLine(ann, { lineId: before.lines[0]!.id, quantity: 1 })
  await changeLine(ann, { lineId: before.lines[1]!.id, selected: false })
  expect((await cartView(ann)).selected).toMatchObject({ pieces: 1, goods: money(5_000), total: money(5_000) })

  await removeLine(ann, before.lines[0]!.id)
  await selectLines(ann, { selected: true })
  expect(await cartView(ann)).toMatchObject({ pieces: 4, selected: { goods: money(12_000) } })
  await selectLines(ann, { lineIds: [], selected: false })
  await selectLines(ann, { lineIds: [before.lines[1]!.id], selected: false })
  expect((await cartView(ann)).selected).toMatchObject({ pieces: 0, goods: money(0) })
})

test('CHK-01 a guest has a cart without an account, and nobody sees the cart of another', async () => {
  const tea = await aVariant()
  const [guest, other, ann] = [aGuest(shop), aGuest(shop), await aShopper(shop)]
  const cartId = await aCart(guest, { of: tea })
  const { lines } = await cartView(guest)

  for (const stranger of [other, ann, as(shop, lin)]) {
    await expect(cartView(stranger, cartId)).rejects.toMatchObject({ code: 'carts.not_found' })
    await expect(transaction(stranger, (tx) => lockCart(tx, cartId))).rejects.toMatchObject({ code: 'carts.not_found' })
    expect(await activeCart(stranger)).toBeUndefined()
  }
  await expect(changeLine(ann, { lineId: lines[0]!.id, quantity: 9 })).rejects.toMatchObject({
    code: 'carts.line_not_found',
  })
  await expect(removeLine(other, lines[0]!.id)).rejects.toMatchObject({ code: 'carts.line_not_found' })
  const elsewhere = { ...guest, shopId: (await aShop(db)).shopId }
  await expect(loadCart(elsewhere, cartId)).rejects.toMatchObject({ code: 'carts.not_found' })
  await expect(addToCart(as(shop, lin), { variantId: tea.id, quantity: 1 })).rejects.toMatchObject({
    code: 'carts.guest_unknown',
  })
})

test.each([0, -1, 1.5, 10_000])('CHK-01 %s pieces are refused', async (quantity) => {
  const tea = await aVariant()
  await expect(addToCart(await aShopper(shop), { variantId: tea.id, quantity })).rejects.toMatchObject({
    code: 'quantity.out_of_range',
  })
})

test('CHK-01 a line holds at most 9,999 pieces, however they come', async () => {
  const tea = await aVariant()
  const ann = await aShopper(shop)
  await aCart(ann, { of: tea, quantity: 9_990 })

  await expect(addToCart(ann, { variantId: tea.id, quantity: 10 })).rejects.toMatchObject({
    code: 'quantity.out_of_range',
  })
  await addToCart(ann, { variantId: tea.id, quantity: 9 })

  expect((await cartView(ann)).pieces).toBe(9_999)
})

test('CHK-01 goods that are not on sale cannot be added', async () => {
  const tea = await aVariant()
  await delist(tea.productId)
  const ann = await aShopper(shop)
  for (const variantId of [tea.id, newId<'Variant'>()])
    await expect(addToCart(ann, { variantId, quantity: 1 })).rejects.toMatchObject({
      code: 'carts.not_for_sale',
      details: { field: 'variantId' },
    })
})

test('CHK-01 the cart says why a line cannot be ordered, leaves it out of the total, and clears such lines at once', async () => {
  const [gone, empty, few, good] = [
    await aVariant(),
    await aVariant({ onHand: 2 }),
    await aVariant({ onHand: 3 }),
    await aVariant(),
  ]
  const ann = await aShopper(shop)
  await aCart(ann, { of: gone }, { of: empty }, { of: few, quantity: 5 }, { of: good })
  await delist(gone.productId)
  await transaction(shop, (tx) =>
    reserveStock(tx, {
      holder: newId(),
      lines: [{ lineId: newId(), variantId: empty.id, quantity: 2 }],
      province: '33',
      expiresAt: null,
    }),
  )

  const view = await cartView(ann)
  expect(view.invalid.map(({ variantId, problem }) => [variantId, problem])).toEqual([
    [gone.id, 'delisted'],
    [empty.id, 'sold_out'],
  ])
  expect(view.lines.map(({ variantId, problem, available }) => [variantId, problem, available])).toEqual([
    [few.id, 'fewer_left', 3],
    [good.id, undefined, 100],
  ])
  expect(view.selected.goods).toEqual(money(30_000))

  expect(await clearInvalid(ann)).toBe(2)
  expect(await clearInvalid(ann)).toBe(0)
  expect(await cartView(ann)).toMatchObject({ invalid: [], lines: [{ variantId: few.id }, { variantId: good.id }] })
})

test('CHK-01 a price that changed since the line was added is shown beside the new one', async () => {
  const tea = await aVariant({ minor: 5_000 })
  const ann = await aShopper(shop)
  await aCart(ann, { of: tea, quantity: 2 })
  await changePrice(shop, { variantId: tea.id, list: money(4_500), was: null, cost: null })

  const [line] = (await cartView(ann)).lines
  expect(line).toMatchObject({ priceBefore: money(5_000), subtotal: money(9_000) })

  await changeLine(ann, { lineId: line!.id, quantity: 3 })
  expect((await cartView(ann)).lines[0]).toMatchObject({ priceBefore: undefined, subtotal: money(13_500) })
})

test('CHK-03 the cart shows the reduction it earns and how much is missing for the next', async () => {
  const ctx = shop
  const hour = { startsAt: ctx.now, endsAt: ctx.now.add({ hours: 1 }) }
  await createReduction(ctx, {
    name: '满199减20',
    nameEn: '20 off 199',
    thresholdMinor: 19_900,
    offMinor: 2_000,
    ...hour,
  })
  await createReduction(ctx, {
    name: '满299减40',
    nameEn: '40 off 299',
    thresholdMinor: 29_900,
    offMinor: 4_000,
    ...hour,
  })
  const tea = await aVariant({ minor: 10_000 })
  const ann = await aShopper(shop)
  await aCart(ann, { of: tea })

  expect((await cartView(ann)).selected).toMatchObject({
    reduction: undefined,
    next: { off: money(2_000), missing: money(9_900) },
    total: money(10_000),
  })
  await aCart(ann, { of: tea })
  expect((await cartView(ann)).selected).toMatchObject({
    reduction: { off: money(2_000) },
    next: { missing: money(9_900) },
    total: money(18_000),
  })
  await aCart(ann, { of: tea })
  expect((await cartView(ann)).selected).toMatchObject({
    reduction: { off: money(4_000) },
    next: undefined,
    total: money(26_000),
  })
})

test('CHK-01 buy now takes a cart of its own and leaves the other as it is', async () => {
  const [tea, cup] = [await aVariant(), await aVariant()]
  const ann = await aShopper(shop)
  await aCart(ann, { of: cup, quantity: 3 })

  const first = await buyNow(ann, { variantId: tea.id, quantity: 1 })
  const second = await buyNow(ann, { variantId: tea.id, quantity: 2 })

  expect(await cartView(ann, second)).toMatchObject({ purpose: 'buy_now', pieces: 2, lines: [{ variantId: tea.id }] })
  expect(await loadCart(ann, first)).toMatchObject({ status: 'abandoned' })
  expect(await countPieces(ann)).toBe(3)
})

test('a cart holds as many articles as the shop allows', async () => {
  const allow = (most: number) => transaction(shop, (tx) => changeSetting(tx, 'carts.mostLines', most))
  const [tea, cup] = [await aVariant(), await aVariant()]
  const ann = await aShopper(shop)
  await allow(1)
  await aCart(ann, { of: tea, quantity: 2 }, { of: tea })

  await expect(addToCart(ann, { variantId: cup.id, quantity: 1 })).rejects.toMatchObject({
    code: 'carts.too_many_lines',
    details: { most: 1 },
  })

  expect(await countPieces(ann)).toBe(3)
  await allow(200)
})

test('guest carts are given up after ninety days, purchases begun and left after two', async () => {
  const tea = await aVariant()
  const [guest, ann] = [aGuest(shop), await aShopper(shop)]
  await aCart(guest, { of: tea })
  const left = await buyNow(ann, { variantId: tea.id, quantity: 1 })
  await aCart(ann, { of: tea })

  await abandonOldCarts(later(shop, { days: 3 }))
  expect([await countPieces(guest), (await loadCart(ann, left)).status]).toEqual([1, 'abandoned'])
  await abandonOldCarts(later(shop, { days: 91 }))
  expect([await countPieces(guest), await countPieces(ann)]).toEqual([0, 1])
})

/** A product in two colours, each with that many pieces on the shelf. */
async function aTwoColoured({ prices = [5_000, 6_000] } = {}) {
  const product = await aCatalogProduct(shop, { colours: ['white', 'green'], price: prices[0]! })
  const [white, green] = product.variants.map(({ id }) => ({ id, productId: product.id }))
  await changePrice(shop, { variantId: green!.id, list: money(prices[1]!), was: null, cost: null })
  return { white: white!, green: green! }
}

test('CHK-01 a line takes another variant of its product, keeps its quantity and counts the price as seen', async () => {
  const { white, green } = await aTwoColoured()
  const ann = await aShopper(shop)
  await aCart(ann, { of: white, quantity: 3 })
  const [line] = await everyLine(ann)

  expect(await swapVariant(ann, { lineId: line!.id, variantId: green.id })).toBe(line!.id)
  expect(await everyLine(ann)).toMatchObject([
    { id: line!.id, variantId: green.id, quantity: 3, selected: true, subtotal: money(18_000), priceBefore: undefined },
  ])
})

test('CHK-01 where the cart holds the other variant already the lines become one, also when both are swapped at once', async () => {
  const { white, green } = await aTwoColoured()
  const ann = await aShopper(shop)
  await aCart(ann, { of: white, quantity: 3 }, { of: green, quantity: 2 })
  const [line] = await everyLine(ann)

  const both = [1, 2].map(() => swapVariant(ann, { lineId: line!.id, variantId: green.id }))
  const answers = await Promise.allSettled(both)
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await everyLine(ann)).toMatchObject([{ variantId: green.id, quantity: 5 }])
})

test('CHK-01 a line is not swapped for other goods, and nobody swaps in another cart', async () => {
  const { white, green } = await aTwoColoured()
  const tea = await aVariant()
  const [ann, bob] = [await aShopper(shop), await aShopper(shop)]
  await aCart(ann, { of: white })
  const [line] = await everyLine(ann)

  await expect(swapVariant(ann, { lineId: line!.id, variantId: tea.id })).rejects.toMatchObject({
    code: 'carts.not_for_sale',
  })
  await expect(swapVariant(bob, { lineId: line!.id, variantId: green.id })).rejects.toMatchObject({
    code: 'carts.line_not_found',
  })
  expect(await everyLine(ann)).toMatchObject([{ variantId: white.id }])
})

/** Lines with and without stock. */
async function everyLine(reader: Parameters<typeof cartView>[0]) {
  const { lines, invalid } = await cartView(reader)
  return [...lines, ...invalid]
}

test('a cart that was given up is thrown away after thirty days, one that is open or was ordered never', async () => {
  const own = await aSellingShop(db)
  const tea = await aProduct(own)
  const [guest, ann] = [aGuest(own.ctx), await aShopper(own.ctx)]
  await aCart(guest, { of: tea.variantId })
  await aCart(ann, { of: tea.variantId })
  await place(await aBuyer(own, [{ of: tea }]))
  const carts = async () => {
    const rows = await db.selectFrom('sales.carts').select('status').where('shop_id', '=', own.ctx.shopId).execute()
    return rows.map(({ status }) => status).sort()
  }
  const [soon, afterwards] = [later(own.ctx, { days: 29 }), later(own.ctx, { days: 200 })]

  await abandonOldCarts(later(own.ctx, { days: 91 }))
  expect(await carts()).toEqual(['abandoned', 'active', 'ordered'])
  await deleteAbandonedCarts(soon)
  expect(await carts()).toHaveLength(3)
  await deleteAbandonedCarts(afterwards)

  expect(await carts()).toEqual(['active', 'ordered'])
  expect(await countPieces(ann)).toBe(1)
})
