import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { testDatabase } from '#test/database'
import { aCategory, aDraft, aProduct, aShop, asHouse } from '#test/goods'
import {
  addressNow,
  categoryAddressNow,
  changeCategory,
  changeProduct,
  formerAddressesOf,
  loadProduct,
} from './index.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const aSlug = () => `cup-${newId().slice(-8)}`

test('STO-12 however often a product moves, each address it left leads straight to where it stands now', async () => {
  const [first, second, third] = [aSlug(), aSlug(), aSlug()]
  const { id } = await aProduct(shop, { slug: first })
  for (const slug of [second, third, second]) await changeProduct(shop, id, { slug })

  expect(await Promise.all([first, third].map((slug) => addressNow(shop, slug)))).toEqual([second, second])
  expect((await formerAddressesOf(shop, id)).map(({ slug }) => slug).sort()).toEqual([first, third].sort())
})

test('STO-12 an address that another product takes leads to the other, and to the last that left it', async () => {
  const [first, second, third] = [aSlug(), aSlug(), aSlug()]
  const left = await aProduct(shop, { slug: first })
  await changeProduct(shop, left.id, { slug: second })
  const taker = await aProduct(shop, { slug: first })

  expect((await loadProduct(shop, taker.id)).slug).toBe(first)
  expect(await formerAddressesOf(shop, left.id)).toEqual([])
  await changeProduct(shop, taker.id, { slug: third })
  expect(await addressNow(shop, first)).toBe(third)
})

test('STO-12 two who move a product at the same moment leave no address behind that leads nowhere', async () => {
  const [first, second, third] = [aSlug(), aSlug(), aSlug()]
  const { id } = await aProduct(shop, { slug: first })
  await Promise.all([changeProduct(shop, id, { slug: second }), changeProduct(shop, id, { slug: third })])

  const { slug: now } = await loadProduct(shop, id)
  const others = [first, second, third].filter((slug) => slug !== now)
  expect(await Promise.all(others.map((slug) => addressNow(shop, slug)))).toEqual([now, now])
})

test('STO-12 a former address is the shop’s own, and shows nothing that is not on show', async () => {
  const [first, second] = [aSlug(), aSlug()]
  const draft = await aDraft(shop, { slug: first })
  await changeProduct(shop, draft.id, { slug: second })

  expect(await addressNow(shop, first)).toBeUndefined()
  expect(await addressNow(asHouse(await aShop(db)), first)).toBeUndefined()
})

test('STO-12 the address that a category leaves leads to it, and one that is taken is refused', async () => {
  const [first, second, taken] = [aSlug(), aSlug(), aSlug()]
  const id = await aCategory(shop, { slug: first })
  await aCategory(shop, { slug: taken })
  await changeCategory(shop, id, { slug: second })

  expect(await categoryAddressNow(shop, first)).toBe(second)
  await expect(changeCategory(shop, id, { slug: taken })).rejects.toMatchObject({ code: 'catalog.category_slug_taken' })
  await expect(changeCategory(shop, id, { slug: 'No Address' })).rejects.toMatchObject({ code: 'catalog.slug_invalid' })
})
