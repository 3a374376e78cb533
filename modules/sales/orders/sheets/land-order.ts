import { hours } from '#kernel/day'
import { newId } from '#kernel/id'
import { subtract, sum, times } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import type { SaleItem } from '#model/goods/catalog'
import type { CartLineId } from '#model/sales/carts'
import type { FreightQuote } from '#model/supply/shipping'
import { ensureShopper } from '#office/accounts'
import { loadShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { ensureCustomer } from '#sales/customers'
import { recordPaidElsewhere } from '#sales/payments'
import { outOfStock } from '#supply/inventory'
import { carriersOfGoods, listCarriers, notReachable, quoteFreight } from '#supply/shipping'
import { insertOrder, type OrderDraft, type WrittenUp, writeUp } from '../insert-order.ts'
import type { Order, OrderId } from '../model.ts'
import { axesOf, tellOrder } from '../order-store.ts'
import { type LineToPrice, makeDaysIn, priceUp, promise, weightOf } from '../quote.ts'
import { setAside } from '../secure-stock.ts'
import { orderSettings } from '../settings.ts'
import { markPaid } from '../take-payment.ts'
import type { FileOrder } from './read-order.ts'

/**
 * Writes an order of another system as one of ours and sets its goods aside. Says too whether there were not enough of them: a
 * paid order is taken over all the same, and its validation asks a person.
 */
export async function landOrder(
  tx: Tx,
  file: FileOrder,
  items: ReadonlyMap<string, SaleItem>,
): Promise<{ readonly id: OrderId; readonly isShort: boolean }> {
  const written = writeUp(tx, await draftOf(tx, file, items))
  const { order, lines } = written
  await insertOrder(tx, written)
  const { source, number: externalNumber } = file
  await tellOrder(tx, 'order.placed', order, {
    before: null,
    after: axesOf(order),
    total: order.total,
    source,
    externalNumber,
  })
  if (file.paid) await pay(tx, order, file)
  return { id: order.id, isShort: !(await tryToSetAside(tx, order, lines, file)) }
}

async function draftOf(tx: Tx, file: FileOrder, items: ReadonlyMap<string, SaleItem>): Promise<OrderDraft> {
  const { currency, timeZone: zone } = await loadShop(tx)
  const settings = await readSettings(tx, orderSettings)
  const lines = file.lines.map(({ sku, quantity, price }): LineToPrice => {
    const id = newId<'CartLine'>() as CartLineId
    const item = items.get(sku)!
    return { id, quantity, item: { ...item, price, was: null, selling: { ...item.selling, joinsReductions: true } } }
  })
  const freight = await wayTo(tx, file, lines)
  const makeDays = makeDaysIn(lines)
  const promised = promise(tx.now, { dispatchHours: settings.dispatchWithin, makeDays, zone, freight })
  return {
    checkoutId: null,
    cart: { id: null, customerId: await buyerOf(tx, file) },
    external: { source: file.source, number: file.number, placedAt: file.placedAt ?? tx.now },
    recipient: file.recipient,
    reduction: undefined,
    freight,
    quote: priceUp(lines, { currency, off: file.discount, fee: file.freight }),
    promised,
    payBy: tx.now.add(hours(settings.importedPayWithin)),
    terms: {
      returnPolicy: settings.returnPolicy,
      returnDays: settings.returnWindow,
      dispatchHours: promised.dispatchHours,
    },
    zone,
    memo: file.memo,
    invoiceWish: null,
  }
}

async function buyerOf(tx: Tx, { buyer }: FileOrder) {
  const { account } = await ensureShopper(tx, { phone: buyer.phone, displayName: buyer.name })
  await ensureCustomer(tx, { id: account.id, displayName: account.displayName })
  return account.id
}

type Way = Pick<FreightQuote, 'carrier' | 'daysMin' | 'daysMax'> & Partial<Pick<FreightQuote, 'why'>>

/** The carrier our freight table chooses; one that reaches nobody there is left to the order's validation, which asks a person. */
async function wayTo(
  tx: Tx,
  { recipient, discount, lines: fileLines }: FileOrder,
  lines: readonly LineToPrice[],
): Promise<Way> {
  const goods = sum(
    fileLines.map(({ price, quantity }) => times(price, quantity)),
    discount.currency,
  )
  try {
    const { districtCode } = recipient
    return await quoteFreight(tx, {
      districtCode,
      weightGrams: weightOf(lines),
      goods: subtract(goods, discount),
      allowed: carriersOfGoods(lines.map(({ item }) => item)),
    })
  } catch (error) {
    if (!isRefusal(error, notReachable)) throw error
    const first = (await listCarriers(tx)).find(({ enabled }) => enabled)
    return { carrier: first?.code ?? '', daysMin: first?.daysMin ?? 0, daysMax: first?.daysMax ?? 0 }
  }
}

async function pay(tx: Tx, order: Order, { source, number, paidAt, placedAt }: FileOrder): Promise<void> {
  const at = paidAt ?? placedAt ?? tx.now
  if (order.total.minor > 0)
    await recordPaidElsewhere(tx, { orderId: order.id, amount: order.total, source, number, paidAt: at })
  await markPaid(tx, order, at)
}

type Lines = WrittenUp['lines']

/** Paid goods are kept, unpaid ones until the time to pay is over. False when there are not enough. */
async function tryToSetAside(tx: Tx, order: Order, lines: Lines, { paid }: FileOrder): Promise<boolean> {
  try {
    await setAside(tx, { order, lines, expiresAt: paid ? null : order.payBy })
    return true
  } catch (error) {
    if (isRefusal(error, outOfStock)) return false
    throw error
  }
}
