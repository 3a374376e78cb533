import type { Permission } from '#model/office/roles'
import type { WebhookEvent } from '#platform/webhooks'
import { aboutCase, aboutOrder, aboutParcel, aboutPrice, aboutProduct, aboutShipment, aboutStock } from './build.ts'
import { CaseData, OrderData, ParcelData, PriceData, ProductData, ShipmentData, StockData } from './shapes.ts'

type Kind = Pick<WebhookEvent, 'schema' | 'build'> & { readonly permission: Permission }

const order: Kind = { permission: 'orders.read', schema: OrderData, build: aboutOrder }
const shipment: Kind = { permission: 'orders.read', schema: ShipmentData, build: aboutShipment }
const parcel: Kind = { permission: 'orders.read', schema: ParcelData, build: aboutParcel }
const product: Kind = { permission: 'products.read', schema: ProductData, build: aboutProduct }
const price: Kind = { permission: 'products.read', schema: PriceData, build: aboutPrice }
const stock: Kind = { permission: 'stock.read', schema: StockData, build: aboutStock }
const afterSales: Kind = { permission: 'aftersales.read', schema: CaseData, build: aboutCase }

const told = (type: string, kind: Kind, zh: string, en: string): WebhookEvent => ({ ...kind, type, title: { zh, en } })

/** Every message that outside systems can ask for. The names are promises: they stay when the house changes inside. */
export const houseWebhooks: readonly WebhookEvent[] = [
  told('order.placed', order, '买家下单', 'An order was placed'),
  told('order.paid', order, '订单付清', 'An order was paid in full'),
  told('order.released', order, '订单审核通过并下发仓库', 'An order passed review and went to the warehouse'),
  told('order.recipient_changed', order, '收货信息已更改', 'The recipient of an order was changed'),
  told('order.partly_shipped', order, '订单部分发货', 'A part of an order has left'),
  told('order.shipped', order, '订单全部发货', 'All of an order has left'),
  told('order.delivered', order, '订单全部送达', 'All of an order has arrived'),
  told('order.received', order, '买家确认收货', 'The buyer confirmed receipt'),
  told('order.completed', order, '订单完成', 'An order is finished'),
  told('order.cancelled', order, '订单取消', 'An order was cancelled'),
  told('order.refunded', order, '订单退款到账', 'Money of an order was given back'),
  told('shipment.dispatched', shipment, '包裹交给快递', 'A parcel was handed to its carrier'),
  told('parcel.delivered', parcel, '包裹送达', 'A parcel was delivered'),
  told('parcel.signed', parcel, '包裹签收', 'A parcel was signed for'),
  told('product.created', product, '新建商品', 'A product was created'),
  told('product.changed', product, '商品资料更改', 'A product was changed'),
  told('listing.approved', product, '商品上架', 'A product went on sale'),
  told('listing.delisted', product, '商品下架', 'A product was taken off sale'),
  told('listing.relisted', product, '商品重新上架', 'A product went on sale again'),
  told('price.changed', price, '价格更改', 'A price was changed'),
  told('stock.received', stock, '入库', 'Goods came in'),
  told('stock.adjusted', stock, '库存调整', 'Stock was corrected by hand'),
  told('case.applied', afterSales, '买家申请售后', 'A buyer asked for a return or refund'),
  told('case.approved', afterSales, '售后通过', 'An after-sales case was approved'),
  told('case.refused', afterSales, '售后被拒', 'An after-sales case was refused'),
  told('case.arrived', afterSales, '退货到仓', 'Returned goods arrived'),
  told('case.settled', afterSales, '售后完成', 'An after-sales case is settled'),
]
