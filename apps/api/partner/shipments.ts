import { Type } from 'typebox'
import type { OrderId } from '#model/sales/orders'
import type { OutboundId } from '#model/supply/warehouse'
import { IdParams, IdText, Instant, type Routes } from '#platform/http'
import { shipOrder } from '#sales/orders'

const ShipmentBody = Type.Object(
  {
    waybillNumber: Type.String({ minLength: 6, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' }),
    carrier: Type.Optional(
      Type.String({ minLength: 1, maxLength: 10, description: 'Absent: the carrier the order was promised.' }),
    ),
    weightGrams: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    outboundId: Type.Optional(
      Type.Unsafe<string>({
        type: 'string',
        format: 'uuid',
        description: 'Only where goods leave from several warehouses.',
      }),
    ),
  },
  { additionalProperties: false },
)
const ShipmentJson = Type.Object({
  orderId: IdText,
  outboundId: IdText,
  outboundNumber: Type.String(),
  parcelId: IdText,
  carrier: Type.String(),
  waybillNumber: Type.Union([Type.String(), Type.Null()]),
  weightGrams: Type.Union([Type.Integer(), Type.Null()]),
  handedOverAt: Type.Union([Instant, Type.Null()]),
  lines: Type.Array(Type.Object({ lineId: IdText, sku: Type.String(), quantity: Type.Integer() })),
})

/** For warehouses and ERPs that pack and label themselves. */
export function shipmentRoutes(app: Routes): void {
  app.post(
    '/api/v1/partner/orders/:id/shipments',
    {
      config: { needs: { staff: 'outbound.hand_over' }, once: true },
      schema: { tags: ['shipments'], params: IdParams, body: ShipmentBody, response: { 201: ShipmentJson } },
    },
    async ({ context, params, body }, reply) => {
      const orderId = params.id as OrderId
      const outboundId = body.outboundId as OutboundId | undefined
      const { outbound, parcel } = await shipOrder(context, { ...body, orderId, outboundId })
      const lines = outbound.lines.map(({ sourceLineId, sku, picked }) => ({
        lineId: sourceLineId,
        sku,
        quantity: picked,
      }))
      return reply.code(201).send({
        orderId,
        outboundId: outbound.id,
        outboundNumber: outbound.number,
        parcelId: parcel.id,
        carrier: parcel.carrier,
        waybillNumber: parcel.waybillNumber,
        weightGrams: parcel.weightGrams,
        handedOverAt: parcel.handedOverAt,
        lines,
      })
    },
  )
}
