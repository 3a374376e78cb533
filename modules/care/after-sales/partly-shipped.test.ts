import { expect, test } from 'vitest'
import { balanceOf } from '#office/ledger'
import { findOrder, linesOf } from '#sales/orders'
import { outboundsOf } from '#supply/warehouse'
import { aCaringShop, aReturn } from '#test/cases'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, handOut, inAnotherWarehouse, pick } from '#test/orders'

const { db } = await testDatabase()

test('AFS-05 a piece comes back before the rest of its line has left: its money is revenue given back, and the rest still leaves', async () => {
  const shop = await aCaringShop(db)
  const goods = await aProduct(shop, { onHand: 1 })
  const second = await inAnotherWarehouse(shop, goods)
  const sold = await anOrder(shop, { status: 'paid', lines: [{ of: goods, quantity: 2 }] })
  const outbounds = await outboundsOf(shop.ctx, sold.order.id)
  const [here, there] = [false, true].map(
    (isThere) => outbounds.find((each) => (each.warehouseId === second) === isThere)!,
  )
  await pick(shop, here!.id)
  await shop.tell()
  await handOut(shop, sold.order.id, [here!.id])
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ fulfilment: 'partly_shipped' })
  const deposits = async () => Math.abs((await balanceOf(shop.ctx, 'customer_deposits')).minor)
  const before = await deposits()

  const of = { ...sold, lines: await linesOf(shop.ctx, sold.order) }
  expect(await aReturn(shop, { of, status: 'settled' })).toMatchObject({ status: 'settled', amount: { minor: 2_500 } })
  expect(await deposits()).toBe(before)

  await pick(shop, there!.id)
  await shop.tell()
  await handOut(shop, sold.order.id, [there!.id])
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ fulfilment: 'shipped', refunded: { minor: 2_500 } })
  expect([await deposits(), (await balanceOf(shop.ctx, 'refunds')).minor]).toEqual([0, 2_500])
})
