import { Type } from 'typebox'
import type { Voucher, VoucherId } from '#model/sales/vouchers'
import { IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { giveBackVoucher, makeAppointment, redeemVoucher } from '#sales/orders'
import { findVouchers } from '#sales/vouchers'
import { Nullable } from '../goods-shapes.ts'
import { Names, VoucherJson } from '../order-shapes.ts'

const tags = ['orders']
const closed = { additionalProperties: false }
const Query = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(OneOf(['open', 'redeemed', 'void'])),
    appointed: Type.Optional(Type.Boolean({ description: 'Only those with an appointment, the nearest first' })),
    code: Type.Optional(Type.String({ maxLength: 30, description: 'The whole code' })),
  },
  closed,
)
const RowJson = Type.Object({
  ...VoucherJson.properties,
  orderId: IdText,
  orderNumber: Type.String(),
  name: Names,
  specification: Names,
  redeemedBy: Nullable(Type.String()),
  createdAt: Instant,
})
const CodeBody = Type.Object({ code: Type.String({ minLength: 1, maxLength: 30 }) }, closed)
const AppointmentBody = Type.Object({ at: Type.String({ format: 'date-time' }) }, closed)

/** Services at the desk: redeeming codes, appointments, giving back for a buyer. */
export function staffVoucherRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/vouchers',
    {
      config: { needs: { staff: 'orders.read' } },
      schema: { tags, querystring: Query, response: { 200: PageOf(RowJson) } },
    },
    async ({ context, query }) => {
      const page = await findVouchers(context, query)
      return { ...page, rows: page.rows.map(masked) }
    },
  )
  app.post(
    '/api/v1/admin/vouchers/redeem',
    {
      config: { needs: { staff: 'vouchers.redeem' }, once: true },
      schema: { tags, body: CodeBody, response: { 200: VoucherJson } },
    },
    async ({ context, body }) => masked(await redeemVoucher(context, body)),
  )
  app.put(
    '/api/v1/admin/vouchers/:id/appointment',
    {
      config: { needs: { staff: 'orders.change' } },
      schema: { tags, params: IdParams, body: AppointmentBody, response: { 200: VoucherJson } },
    },
    async ({ context, params, body }) =>
      masked(await makeAppointment(context, { voucherId: params.id as VoucherId, at: Temporal.Instant.from(body.at) })),
  )
  app.post(
    '/api/v1/admin/vouchers/:id/give-back',
    {
      config: { needs: { staff: 'orders.change' }, once: true },
      schema: { tags, params: IdParams, response: { 200: VoucherJson } },
    },
    async ({ context, params }) => masked(await giveBackVoucher(context, params.id as VoucherId)),
  )
}

/** Redeeming takes the code from the buyer's hand: staff read its end only. */
const masked = <Shown extends Pick<Voucher, 'code'>>(voucher: Shown): Shown => ({
  ...voucher,
  code: `········${voucher.code.slice(-4)}`,
})
