import { saleItemsOf } from '#goods/catalog'
import { type Money, subtract } from '#kernel/money'
import type { CarrierOption, CarrierWhy, FreightQuote } from '#model/supply/shipping'
import type { Reader, Tx } from '#platform/context'
import {
  carrierDoesNotReach,
  carrierReaches,
  carriersOfGoods,
  carrierTakesNoCash,
  compareCarriers,
  districtName,
  refuseBarred,
  type Shipment,
  takesCash,
} from '#supply/shipping'
import type { Order, OrderId, OrderLine } from './model.ts'
import { type ActingReader, linesOf, loadOrder } from './order-store.ts'
import { needsOf } from './quote.ts'

type ToSend = Pick<Order, 'districtCode' | 'items' | 'discount' | 'payment'>

/** What of an order has to be carried, as the choice of its carrier looks at it. */
export async function shipmentOf(reader: Reader, order: ToSend, lines: readonly OrderLine[]): Promise<Shipment> {
  const carried = lines.filter((line) => line.requiresShipping)
  const items = await saleItemsOf(
    reader,
    carried.map((line) => line.variantId),
  )
  return {
    districtCode: order.districtCode,
    weightGrams: carried.reduce((all, line) => all + line.weightGrams * line.quantity, 0),
    goods: subtract(order.items, order.discount),
    needs: { ...needsOf(items.values()), cash: order.payment === 'on_delivery' },
    allowed: carriersOfGoods(items.values()),
  }
}

/** Every carrier for an order's address and goods: freight and days, or why it cannot. @throws orderNotFound */
export async function carriersFor(reader: ActingReader, orderId: OrderId): Promise<readonly CarrierOption[]> {
  const order = await loadOrder(reader, orderId)
  return (await compareCarriers(reader, await shipmentOf(reader, order, await linesOf(reader, order)))).options
}

export interface AskedCarrier {
  readonly carrier: string
  readonly why: CarrierWhy
  /** By its own rules; null where none says it. */
  readonly fee: Money | null
}

/** A carrier that staff named, which goes because they did, if it goes there at all, may bring the goods and collects what is to be collected. @throws carrierDoesNotReach, carrierNotForGoods, carrierTakesNoCash */
export async function askedCarrier(tx: Tx, shipment: Shipment, carrier: string): Promise<AskedCarrier> {
  const { districtCode, needs } = shipment
  refuseBarred(shipment, carrier)
  const refused = { field: 'carrier', carrier, district: districtName(districtCode, tx.locale) }
  if (!(await carrierReaches(tx, carrier, districtCode))) throw carrierDoesNotReach(refused)
  if (needs?.cash && !(await takesCash(tx, carrier, districtCode))) throw carrierTakesNoCash(refused)
  const { quote, why } = await compareCarriers(tx, { ...shipment, asked: carrier })
  const rejected = why.rejected.filter((each) => each.carrier !== carrier)
  return { carrier, why: { code: 'asked', choice: null, rejected }, fee: feeOf(quote, carrier) }
}

/** What sending costs by the rules of one carrier; null where none says it. */
export async function feeBy(reader: Reader, shipment: Shipment, carrier: string): Promise<Money | null> {
  const { quote } = await compareCarriers(reader, { ...shipment, asked: carrier })
  return feeOf(quote, carrier)
}

const feeOf = (quote: Omit<FreightQuote, 'why'> | undefined, carrier: string): Money | null =>
  quote?.carrier === carrier ? quote.fee : null
