import { decimalText } from '#kernel/money'
import { say } from '#kernel/text'
import {
  dayOf,
  type ExportColumn,
  type ExportFilter,
  type ExportKind,
  type ExportReader,
  type ExportRow,
  eachPage,
} from '#platform/exports'
import { pathOfPlace } from '#platform/regions'
import { openRecipient } from '#supply/shipping'
import { findOrders, type MarkedOrderRow, type OrderFilter, type OrderRow } from '../find-orders.ts'
import { headlines, orderFlags, requestKinds } from '../model.ts'
import { sealedRecipientsOf } from '../recipient-store.ts'
import { ordersText } from '../text.ts'
import { ownSource } from './known-orders.ts'
import { orderColumns } from './order-columns.ts'

const personal = ['buyer', 'buyerPhone', 'recipient', 'phone', 'street', 'memo']
const unused = ['cancelledAt', 'lineDiscount', 'taxes', 'street2', 'country']

const columnOf = ({ field, label }: { field: string; label: ExportColumn['label'] }): ExportColumn => ({
  field,
  label,
  ...(personal.includes(field) ? { personal: true } : {}),
})

/**
 * Orders as the desk lists them, a line a row, under the heads that `orderImport` reads: another house takes them over with it. What
 * belongs to the order stands in its first row, so that a column sums up.
 */
export const orderExport = (): ExportKind => ({
  kind: 'orders',
  label: { zh: '订单', en: 'Orders' },
  permission: 'orders.read',
  personal: 'customers.reveal',
  columns: [
    ...orderColumns.filter(({ field }) => !unused.includes(field)).map(columnOf),
    { field: 'state', label: { zh: '状态', en: 'State' } },
    { field: 'ourNumber', label: { zh: '掌柜订单号', en: 'Zhanggui number' } },
    { field: 'tags', label: { zh: '标签', en: 'Tags' } },
    { field: 'note', label: { zh: '备注', en: 'Note of staff' }, personal: true },
  ],
  filters: {
    headline: headlines,
    status: 'text',
    review: 'text',
    payment: 'text',
    fulfilment: 'text',
    afterSales: 'text',
    number: 'text',
    phone: 'text',
    text: 'text',
    customerId: 'id',
    from: 'day',
    to: 'day',
    late: 'yes',
    dueWithin: 'text',
    outOfStock: 'yes',
    abnormal: 'yes',
    packed: 'yes',
    mergeable: 'yes',
    cashOnDelivery: 'yes',
    memo: 'yes',
    noted: 'yes',
    flag: orderFlags,
    tagsAny: 'ids',
    tagsAll: 'ids',
    tagsNone: 'ids',
    warehouseId: 'id',
    request: requestKinds,
    weightFrom: 'text',
    weightTo: 'text',
    carrier: 'text',
    sku: 'text',
    amountFrom: 'text',
    amountTo: 'text',
  },
  rows: async function* (reader, filter) {
    const wanted = filterOf(filter)
    for await (const page of eachPage((cursor) => findOrders(reader, { ...wanted, cursor, limit: 200 }))) {
      const sealed = await sealedRecipientsOf(
        reader,
        page.map(({ id }) => id),
      )
      yield page.flatMap((order) => rowsOf(reader, order, sealed.get(order.id)!))
    }
  },
})

/** `checkFilter` has looked at every word; days and yes become what the list's function takes. */
const filterOf = (filter: ExportFilter): OrderFilter => ({
  ...(filter as Partial<Record<keyof OrderFilter, string>> as OrderFilter),
  from: dayOf(filter, 'from'),
  to: dayOf(filter, 'to'),
  ...Object.fromEntries(switches.map((name) => [name, filter[name] === 'true' ? true : undefined])),
  ...Object.fromEntries(numbers.map((name) => [name, numberOf(filter[name])])),
  ...Object.fromEntries(tagLists.map((name) => [name, filter[name]?.split(',')])),
})

const switches = ['late', 'outOfStock', 'abnormal', 'packed', 'mergeable', 'cashOnDelivery', 'memo', 'noted'] as const
const numbers = ['dueWithin', 'amountFrom', 'amountTo', 'weightFrom', 'weightTo'] as const
const tagLists = ['tagsAny', 'tagsAll', 'tagsNone'] as const
/** A word that is no number leaves nothing out. */
const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined

function rowsOf(reader: ExportReader, order: MarkedOrderRow, sealed: Buffer | null): ExportRow[] {
  const { lines, source, externalNumber, number } = order
  const head = headOf(reader, order, sealed)
  return lines.map(
    ({ sku, quantity, unitPrice, name }, at): ExportRow => ({
      ...(at === 0 ? head : {}),
      number: externalNumber ?? number,
      source: source ?? ownSource,
      sku,
      goods: name[reader.locale],
      quantity,
      price: decimalText(unitPrice),
    }),
  )
}

function headOf({ vault, locale }: ExportReader, order: MarkedOrderRow, sealed: Buffer | null): ExportRow {
  const recipient = openRecipient(vault, sealed)
  const place = pathOfPlace({ ...recipient, districtCode: order.districtCode }, locale)
  const isPaid = order.payment !== 'awaiting' && order.payment !== 'on_delivery'
  return {
    payment: say(words, locale, isPaid ? 'paid' : 'unpaid'),
    fulfilment: say(words, locale, isWaiting(order) ? 'waiting' : 'shipped'),
    placedAt: order.placedAt.toString(),
    paidAt: order.paidAt?.toString() ?? null,
    currency: order.total.currency,
    discount: decimalText(order.discount),
    freight: decimalText(order.freight),
    total: decimalText(order.total),
    buyer: recipient.name,
    buyerPhone: recipient.phone,
    recipient: recipient.name,
    phone: recipient.phone,
    province: place.province || null,
    city: place.city || null,
    district: place.district || null,
    districtCode: order.districtCode,
    street: [recipient.street, recipient.postcode].filter(Boolean).join(', '),
    memo: order.memo,
    state: say(ordersText, locale, `order.headline.${order.headline}`),
    ourNumber: order.number,
    tags: order.tags.map(({ name }) => name).join('、'),
    note: order.mark.note,
  }
}

const words = {
  paid: { zh: '已付款', en: 'paid' },
  unpaid: { zh: '未付款', en: 'unpaid' },
  waiting: { zh: '未发货', en: 'unfulfilled' },
  shipped: { zh: '已发货', en: 'fulfilled' },
} as const

const isWaiting = ({ status, fulfilment }: OrderRow): boolean =>
  status === 'open' && ['waiting', 'pending', 'released', 'short'].includes(fulfilment)
