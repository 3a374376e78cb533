import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { testDatabase } from '#test/database'
import { aShop, aVariant, aWarehouse } from '#test/stock'
import { availabilityOf, explainStock, type ReceiveFirstStock, receiveFirstStock } from './index.ts'

const { db } = await testDatabase()

test('INV-01 stock that an import brings is taken over once, with movements and books, however often it is told', async () => {
  const shop = await aShop(db)
  const { warehouseId, shelf: binId } = await aWarehouse(shop)
  const [cup, pot] = [await aVariant(shop), await aVariant(shop)]
  const lines = [
    { variantId: pot.variantId, quantity: 4 },
    { variantId: cup.variantId, quantity: 2 },
  ]
  const take = (input: Partial<ReceiveFirstStock>) =>
    transaction(shop, (tx) =>
      receiveFirstStock(tx, { warehouseId, binId, lotNumber: 'IM1', lines, reason: 'import', ...input }),
    )
  await take({ lines: lines.slice(0, 1) })
  await Promise.all([take({}), take({})])

  expect(await availabilityOf(shop, [cup.variantId, pot.variantId])).toEqual(
    new Map([
      [cup.variantId, 2],
      [pot.variantId, 4],
    ]),
  )
  expect(await balanceOf(shop, 'goods_in_stock')).toEqual(money(6 * 800))
  const { movements } = await explainStock(shop, { variantId: pot.variantId, warehouseId })
  expect(movements.rows.map(({ kind, quantity }) => [kind, quantity])).toEqual([['receive', 4]])
})
