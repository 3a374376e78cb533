import { Type } from 'typebox'
import type { VoucherId } from '#model/sales/vouchers'
import { IdParams, type Routes } from '#platform/http'
import { giveBackVoucher, makeAppointment } from '#sales/orders'
import { VoucherJson } from '../order-shapes.ts'

const tags = ['orders']
const AppointmentBody = Type.Object({ at: Type.String({ format: 'date-time' }) }, { additionalProperties: false })

/** A shopper's vouchers for services: when they come, and giving one back unused. The codes stand with the order. */
export function voucherRoutes(app: Routes): void {
  app.put(
    '/api/v1/store/vouchers/:id/appointment',
    {
      config: { needs: 'shopper' },
      schema: { tags, params: IdParams, body: AppointmentBody, response: { 200: VoucherJson } },
    },
    ({ context, params, body }) =>
      makeAppointment(context, { voucherId: params.id as VoucherId, at: Temporal.Instant.from(body.at) }),
  )
  app.post(
    '/api/v1/store/vouchers/:id/give-back',
    {
      config: { needs: 'shopper', once: true },
      schema: { tags, params: IdParams, response: { 200: VoucherJson } },
    },
    ({ context, params }) => giveBackVoucher(context, params.id as VoucherId),
  )
}
