import { Type } from 'typebox'
import { IdText, Instant, MoneyJson } from '#platform/http'

const maybe = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const Names = Type.Object({ zh: Type.String(), en: Type.String() })

/** An order without anything that says who bought: what an ERP or a warehouse needs to act on it. */
export const OrderData = Type.Object({
  orderId: IdText,
  number: Type.String(),
  status: Type.String(),
  review: Type.String(),
  payment: Type.String(),
  fulfilment: Type.String(),
  afterSales: Type.String(),
  headline: Type.String(),
  items: MoneyJson,
  discount: MoneyJson,
  freight: MoneyJson,
  total: MoneyJson,
  refunded: MoneyJson,
  carrier: Type.String(),
  districtCode: Type.String({ description: 'GB/T 2260 code of the district it goes to.' }),
  placedAt: Instant,
  paidAt: maybe(Instant),
  dispatchBy: maybe(Instant),
  lines: Type.Array(
    Type.Object({
      lineId: IdText,
      productId: IdText,
      variantId: IdText,
      sku: Type.String(),
      barcode: maybe(Type.String()),
      name: Names,
      specification: Names,
      quantity: Type.Integer(),
      shipped: Type.Integer(),
      returned: Type.Integer(),
      unitPrice: MoneyJson,
      total: MoneyJson,
    }),
  ),
})

const OrderIds = Type.Array(IdText, { description: 'Several where orders to one address leave together.' })

export const ShipmentData = Type.Object({
  orderIds: OrderIds,
  outboundId: IdText,
  parcelId: IdText,
  carrier: Type.String(),
  waybillNumber: maybe(Type.String()),
  lines: Type.Array(Type.Object({ lineId: IdText, quantity: Type.Integer() })),
})

export const ParcelData = Type.Object({ orderIds: OrderIds, parcelId: IdText, state: Type.String(), at: Instant })

export const ProductData = Type.Object({
  productId: IdText,
  slug: Type.String(),
  status: Type.String(),
  name: Names,
  variants: Type.Array(
    Type.Object({
      variantId: IdText,
      sku: Type.String(),
      barcode: maybe(Type.String()),
      status: Type.String(),
      price: maybe(Type.Object({ list: MoneyJson, was: maybe(MoneyJson) })),
    }),
  ),
})

export const PriceData = Type.Object({ variantId: IdText, list: MoneyJson, was: maybe(MoneyJson) })

export const StockData = Type.Object({
  variants: Type.Array(
    Type.Object({
      variantId: IdText,
      available: Type.Integer({ description: 'On hand less reserved, all warehouses.' }),
    }),
  ),
})

export const CaseData = Type.Object({
  caseId: IdText,
  orderId: IdText,
  number: Type.String(),
  kind: Type.String(),
  reason: Type.String(),
  status: Type.String(),
})
