import { changeSelling } from '#goods/listing'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { type Database, openDatabase, transaction } from '#platform/database'
import { prepareJobs } from '#platform/jobs'
import { createReduction } from '#sales/promotions'
import { receiveStock } from '#supply/inventory'
import { sellForCash } from '#test/cash'
import { addSf, aProduct, aSellingShop, type SellingShop } from '#test/orders'
import { anAddress, aShopper } from '#test/people'
import { aSecondWarehouse } from '#test/transfers'

/** When every program begins: a Monday noon in Shanghai. */
export const opening = Temporal.Instant.from('2026-03-02T04:00:00Z')

/**
 * The shop as every program finds it, built once and cloned for each: two warehouses, five things to buy (one of them perishable, one made to order,
 * one with little stock), four shoppers, ten yuan off a hundred, cash on delivery in Zhejiang.
 */
export async function buildMarket(url: string): Promise<void> {
  await prepareJobs(url)
  const db = openDatabase({ url, maxConnections: 1, poolWaitMillis: 120_000, statementTimeoutMillis: 120_000 })
  const shop = await aSellingShop(db, { now: opening })
  await addSf(shop, money(1_200))
  await sellForCash(shop)
  await goods(shop)
  for (const name of ['Ann', 'Bob', 'Cas', 'Dan']) await anAddress(await aShopper(shop.ctx, name))
  await createReduction(shop.ctx, {
    name: '满100减10',
    nameEn: '10 off 100',
    thresholdMinor: 10_000,
    offMinor: 1_000,
    startsAt: opening,
    endsAt: opening.add({ hours: 24 * 5 }),
  })
  await asIfTold(db)
  await db.destroy()
}

async function goods(shop: SellingShop): Promise<void> {
  await aProduct(shop, { price: money(3_333), onHand: 12 })
  await aProduct(shop, { price: money(5_000), onHand: 3, name: '茶杯' })
  await aProduct(shop, { price: money(990), onHand: 30, name: '书签' })
  const made = await aProduct(shop, { price: money(8_800), onHand: 6, name: '刻字杯' })
  const { productId } = made
  await changeSelling(shop.ctx, { productId, joinsReductions: true, carriers: [], makeDays: 2 })
  const cake = await aProduct(shop, { price: money(2_500), onHand: 0, name: '桃酥' })
  const { warehouseId, binId, ctx } = shop
  const today = opening.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const lot = { number: 'C1', producedOn: today.subtract({ days: 2 }), expiresOn: today.add({ days: 6 }) }
  const cause = { cause: 'test', causeId: newId() }
  await transaction(ctx, (tx) =>
    receiveStock(tx, { warehouseId, binId, variantId: cake.variantId, quantity: 8, lot, ...cause }),
  )
  const second = await aSecondWarehouse(shop)
  const { variantId } = await aProduct(shop, { price: money(6_000), onHand: 4, name: '茶盘' })
  const more = { variantId, quantity: 5, lot: { number: 'L2' }, cause: 'test', causeId: newId() }
  await transaction(ctx, (tx) => receiveStock(tx, { ...second, ...more }))
}

/** What was said while the shop was built is of no interest. */
const asIfTold = (db: Database) => db.deleteFrom('platform.outbox').execute()
