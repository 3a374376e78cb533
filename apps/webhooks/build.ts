import { casesOf, loadCase } from '#care/after-sales'
import { loadProduct } from '#goods/catalog'
import type { CaseId } from '#model/care/after-sales'
import type { ProductId, VariantId } from '#model/goods/catalog'
import type { OrderId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import type { EventRecord } from '#platform/events'
import { linesOf, loadOrder, ordersUnder } from '#sales/orders'
import { availabilityOf } from '#supply/inventory'

/** What is told of each kind of thing. It is read when the message is written, so it is as new as the event or newer. */

export async function aboutOrder(ctx: Context, { aggregateId }: EventRecord) {
  const order = await loadOrder(ctx, aggregateId as OrderId)
  const lines = await linesOf(ctx, order)
  const {
    id: orderId,
    number,
    status,
    review,
    payment,
    fulfilment,
    afterSales,
    headline,
    carrier,
    districtCode,
  } = order
  const { items, discount, freight, total, refunded } = order
  return {
    ...{ orderId, number, status, review, payment, fulfilment, afterSales, headline },
    ...{ items, discount, freight, total, refunded, carrier, districtCode },
    placedAt: order.placedAt.toString(),
    paidAt: order.paidAt?.toString() ?? null,
    dispatchBy: order.dispatchBy?.toString() ?? null,
    lines: lines.map(
      ({
        id,
        productId,
        variantId,
        sku,
        barcode,
        name,
        specification,
        quantity,
        shipped,
        returned,
        unitPrice,
        total,
      }) => ({
        ...{ lineId: id, productId, variantId, sku, barcode, name, specification },
        ...{ quantity, shipped, returned, unitPrice, total },
      }),
    ),
  }
}

export async function aboutProduct(ctx: Context, { aggregateId }: EventRecord) {
  const { id, slug, status, texts, variants } = await loadProduct(ctx, aggregateId as ProductId)
  const name = texts.zh?.name ?? texts.en?.name ?? ''
  return {
    productId: id,
    slug,
    status,
    name: { zh: name, en: texts.en?.name ?? name },
    variants: variants.map((variant) => ({
      variantId: variant.id,
      sku: variant.sku,
      barcode: variant.barcode,
      status: variant.status,
      price: variant.price && { list: variant.price.list, was: variant.price.was ?? null },
    })),
  }
}

/** Never what it costs: a subscriber may read products, not costs. */
export async function aboutPrice(_ctx: Context, { aggregateId, data }: EventRecord) {
  const { list, was } = data.after as { list: unknown; was?: unknown }
  return { variantId: aggregateId, list, was: was ?? null }
}

export async function aboutStock(ctx: Context, { type, aggregateId, data }: EventRecord) {
  const lines = type === 'stock.received' ? (data.lines as { variantId: VariantId }[]) : []
  const ids = type === 'stock.received' ? lines.map(({ variantId }) => variantId) : [aggregateId as VariantId]
  const available = await availabilityOf(ctx, [...new Set(ids)])
  return { variants: [...new Set(ids)].map((variantId) => ({ variantId, available: available.get(variantId) ?? 0 })) }
}

/** The orders whose goods these are; those of an after-sales case go out for its order. */
async function orderIds(ctx: Context, { sourceId }: EventRecord['data']) {
  const orders = await ordersUnder(ctx, String(sourceId))
  if (orders.length > 0) return orders.map(({ id }) => id)
  return (await casesOf(ctx, [String(sourceId)])).map(({ orderId }) => orderId)
}

export async function aboutShipment(ctx: Context, { data }: EventRecord) {
  const lines = data.lines as { sourceLineId: string; quantity: number }[]
  return {
    orderIds: await orderIds(ctx, data),
    outboundId: data.outboundId,
    parcelId: data.parcelId,
    carrier: data.carrier,
    waybillNumber: data.waybillNumber ?? null,
    lines: lines.map(({ sourceLineId, quantity }) => ({ lineId: sourceLineId, quantity })),
  }
}

export async function aboutParcel(ctx: Context, { data }: EventRecord) {
  return { orderIds: await orderIds(ctx, data), parcelId: data.parcelId, state: data.state, at: data.at }
}

export async function aboutCase(ctx: Context, { aggregateId }: EventRecord) {
  const { id, orderId, number, kind, reason, status } = await loadCase(ctx, aggregateId as CaseId)
  return { caseId: id, orderId, number, kind, reason, status }
}
