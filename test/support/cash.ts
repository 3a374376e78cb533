import type { Money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import type { Database } from '#platform/database'
import { transaction } from '#platform/database'
import { findOrder, payOnDelivery } from '#sales/orders'
import { type SaveMethod, saveMethod } from '#sales/payments'
import { applyTracking, parcelsOf, saveCarrier } from '#supply/shipping'
import { anOrder, aSellingShop, type SellingShop, type Sold } from './orders.ts'

export const zto = {
  code: 'ZTO',
  name: { zh: '中通', en: 'ZTO' },
  phone: '95311',
  inquiryUrl: '',
  service: 'standard',
  enabled: true,
  daysMin: 2,
  daysMax: 4,
}

/** Switches cash on delivery on, without limits unless said. */
export const offerCash = ({ ctx }: Pick<SellingShop, 'ctx'>, more: Partial<SaveMethod> = {}) =>
  saveMethod(ctx, {
    method: 'cod',
    enabled: true,
    position: 9,
    label: { zh: '', en: '' },
    leastMinor: null,
    mostMinor: null,
    ...more,
  })

/** The shop's carrier collects cash in Zhejiang, and the shop offers it. */
export async function sellForCash(shop: Pick<SellingShop, 'ctx'>, more: Partial<SaveMethod> = {}): Promise<void> {
  await transaction(shop.ctx, (tx) => saveCarrier(tx, { ...zto, collectsCash: true, cashRegions: ['33'] }))
  await offerCash(shop, more)
}

/** A shop that offers cash on delivery with a carrier that collects cash in Zhejiang. */
export async function aCashShop(db: Database, more: Partial<SaveMethod> = {}): Promise<SellingShop> {
  const shop = await aSellingShop(db)
  await sellForCash(shop, more)
  return shop
}

/** An order that its buyer pays on delivery: two pieces at 25.00 and 8.00 freight unless said otherwise. */
export async function onDelivery(shop: SellingShop, wanted: Parameters<typeof anOrder>[1] = {}): Promise<Sold> {
  const sold = await anOrder(shop, wanted)
  await payOnDelivery(sold.buyer.ctx, sold.order.id)
  await shop.tell()
  return { ...sold, order: (await findOrder(shop.ctx, sold.order.id))! }
}

/** The courier brings all boxes of an order and is given what is owed, or what is said; told twice, as carriers do. */
export async function signed(shop: SellingShop, { id }: Pick<Order, 'id'>, collected?: Money): Promise<void> {
  const live = (await parcelsOf(shop.ctx, id)).filter(({ status }) => status !== 'cancelled')
  for (const { carrier, waybillNumber } of live)
    await applyTracking(shop.ctx, [
      { carrier, waybillNumber: waybillNumber!, at: shop.ctx.now, state: 'signed', text: '签收', collected },
    ])
  await shop.tell({ twice: true })
}
