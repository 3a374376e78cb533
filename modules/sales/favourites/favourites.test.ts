import { expect, test } from 'vitest'
import { changePrice } from '#goods/prices'
import { money } from '#kernel/money'
import type { ProductId } from '#model/goods/catalog'
import { eraseAccount, handOutData, registerPersonalData } from '#office/privacy'
import { transaction } from '#platform/database'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse, aVariant } from '#test/goods'
import { aGuest, aShopper } from '#test/people'
import {
  countOwn,
  dropFavourite,
  favouritesPersonalData,
  followingOf,
  followShop,
  keepFavourite,
  keptOf,
  likingOf,
  ownFavourites,
  ownFollows,
  unfollowShop,
} from './index.ts'

const { db } = await testDatabase()
const shop = await aShop(db)
registerPersonalData([favouritesPersonalData])

test('STO-08 a product kept twice, and twice at once, is kept once and counted once', async () => {
  const [ann, bob] = [await aShopper(shop), await aShopper(shop, 'Bob')]
  const { id } = await aProduct(shop)

  await Promise.all([keepFavourite(ann, id), keepFavourite(ann, id)])
  await keepFavourite(ann, id)
  await keepFavourite(bob, id)

  expect(await likingOf(ann, id)).toEqual({ count: 2, mine: true })
  expect(await likingOf(aGuest(shop), id)).toEqual({ count: 2, mine: false })
  await dropFavourite(ann, id)
  await dropFavourite(ann, id)
  expect(await likingOf(ann, id)).toEqual({ count: 1, mine: false })
  expect((await ownFavourites(bob)).rows).toHaveLength(1)
  await followShop(bob)
  expect(await countOwn(ann, ann.actor.id)).toEqual({ products: 0, shops: 0 })
  expect(await countOwn(bob, bob.actor.id)).toEqual({ products: 1, shops: 1 })
})

test('STO-08 questions about several products and people at the same moment are each answered for their own', async () => {
  const [ann, bob] = [await aShopper(shop), await aShopper(shop, 'Bob')]
  const [cup, bowl] = [await aProduct(shop), await aProduct(shop)]
  await keepFavourite(ann, cup.id)

  const answers = await Promise.all([
    likingOf(ann, cup.id),
    likingOf(bob, cup.id),
    likingOf(ann, bowl.id),
    likingOf(aGuest(shop), cup.id),
  ])
  expect(answers).toEqual([
    { count: 1, mine: true },
    { count: 1, mine: false },
    { count: 0, mine: false },
    { count: 1, mine: false },
  ])
  expect(await keptOf(ann, [cup.id, bowl.id])).toEqual(new Set([cup.id]))
  expect(await keptOf(aGuest(shop), [cup.id])).toEqual(new Set())
})

test('ACC-04 the list of favourites says what has become cheaper since, and what is no longer sold', async () => {
  const ann = await aShopper(shop)
  const cup = await aVariant(shop, { price: 5_000 })
  const bowl = await aVariant(shop, { price: 3_000 })
  await keepFavourite(ann, cup.product.id)
  await keepFavourite({ ...ann, now: ann.now.add({ seconds: 1 }) }, bowl.product.id)
  await changePrice(asHouse(shop), { variantId: cup.id, list: money(4_200), was: null, cost: null })
  await db.deleteFrom('goods.search_documents').where('product_id', '=', bowl.product.id).execute()

  const { rows } = await ownFavourites(ann)

  expect(rows).toMatchObject([
    { productId: bowl.product.id, price: null, cheaperBy: null, priceThen: money(3_000) },
    { productId: cup.product.id, price: money(4_200), cheaperBy: money(800), priceThen: money(5_000) },
  ])
  const first = await ownFavourites(ann, { limit: 1 })
  expect((await ownFavourites(ann, { limit: 1, cursor: first.next! })).rows).toMatchObject([
    { productId: cup.product.id },
  ])
})

test('STO-08 a product of another shop is kept there only, a draft nowhere, and a guest keeps nothing', async () => {
  const elsewhere = await aShop(db)
  const ann = await aShopper(shop)
  const theirs = await aProduct(elsewhere)

  await expect(keepFavourite(ann, theirs.id)).rejects.toMatchObject({ code: 'catalog.product_not_found' })
  await expect(keepFavourite(aGuest(shop), theirs.id)).rejects.toMatchObject({ code: 'accounts.sign_in_needed' })
  await keepFavourite({ ...ann, shopId: elsewhere.shopId }, theirs.id)
  expect((await ownFavourites(ann)).rows).toMatchObject([{ productId: theirs.id, shop: { id: elsewhere.shopId } }])
  expect(await likingOf(ann, theirs.id as ProductId)).toEqual({ count: 0, mine: false })
})

test('STO-08 a shop is followed once however often the button is pressed, and both sides see it', async () => {
  const here = await aShop(db)
  const [ann, bob] = [await aShopper(here), await aShopper(here, 'Bob')]

  await Promise.all([followShop(ann), followShop(ann), followShop(bob)])
  expect(await followingOf(ann)).toEqual({ count: 2, mine: true })
  expect(await ownFollows(ann)).toMatchObject([{ shop: { id: here.shopId } }])
  await unfollowShop(ann)
  expect(await followingOf(ann)).toEqual({ count: 1, mine: false })
  expect(await ownFollows(ann)).toEqual([])
})

test('SEC-03 what a person likes is handed out, and goes with the account', async () => {
  const ann = await aShopper(shop)
  const { id } = await aProduct(shop)
  await keepFavourite(ann, id)
  await followShop(ann)

  const { favourites } = (await handOutData(ann)) as { favourites: { products: object[]; shops: object[] } }
  expect(favourites).toMatchObject({ products: [{ product_id: id }], shops: [{ shop_id: shop.shopId }] })
  await transaction(ann, (tx) => eraseAccount(tx, ann.actor.id))
  expect((await ownFavourites(ann)).rows).toEqual([])
  expect(await ownFollows(ann)).toEqual([])
})
