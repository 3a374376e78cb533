import { stringify } from 'csv-stringify/sync'
import { Type } from 'typebox'
import { findCases } from '#care/after-sales'
import { decimalText, type Money, subtract } from '#kernel/money'
import { say } from '#kernel/text'
import { caseKinds, caseStatuses } from '#model/care/after-sales'
import { type Order, type OrderId, ordersText } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { IdParams, IdText, Instant, MoneyJson, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { findFollowUps, followUpOf } from '#sales/desk'
import { orderPage } from '#sales/orders'
import { FollowUpJson } from '../desk-shapes.ts'
import { HistoryJson, OrderLineJson, PaymentJson, RecipientJson, RefundJson, StaffOrderJson } from '../order-shapes.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

const CaseJson = Type.Object({
  id: IdText,
  number: Type.String(),
  kind: OneOf(caseKinds),
  status: OneOf(caseStatuses),
  reason: Type.String(),
  amount: MoneyJson,
  openedAt: Instant,
  settledAt: Nullable(Instant),
})
const ReportJson = Type.Object({
  order: StaffOrderJson,
  lines: Type.Array(OrderLineJson),
  recipient: RecipientJson,
  payments: Type.Array(PaymentJson),
  refunds: Type.Array(RefundJson),
  cases: Type.Array(CaseJson),
  history: Type.Array(HistoryJson),
  followUp: Nullable(FollowUpJson),
  money: Type.Object({ paid: MoneyJson, refunded: MoneyJson, kept: MoneyJson }),
  finishedAt: Nullable(Instant),
})

const tags = ['orders']
const mayRead = { needs: { staff: 'orders.read' } } as const

/** Reports about single sales, and what their buyers say of them. */
export function orderReportRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/orders/:id/report',
    { config: mayRead, schema: { tags, params: IdParams, response: { 200: ReportJson } } },
    ({ context, params }) => reportOf(context, params.id as OrderId),
  )
  app.get(
    '/api/v1/admin/orders/:id/report.csv',
    { config: mayRead, schema: { tags, params: IdParams, produces: ['text/csv'] } },
    async ({ context, params }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="order-report.csv"')
        .header('cache-control', 'no-store')
        .send(asSheet(context, await reportOf(context, params.id as OrderId))),
  )
  app.get(
    '/api/v1/admin/follow-ups',
    {
      config: mayRead,
      schema: {
        tags,
        querystring: Type.Object(
          {
            ...PageQuery,
            answered: Type.Optional(Type.Boolean()),
            atMost: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: PageOf(FollowUpJson) },
      },
    },
    ({ context, query }) => findFollowUps(context, query),
  )
}

/** Everything about one sale until both sides have finished it: who, what, money, returns, refunds, what was said (ORD-19). */
async function reportOf(context: Context, orderId: OrderId) {
  const page = await orderPage(context, orderId)
  const { order } = page
  const { rows: cases } = await findCases(context, { orderId, limit: 100 })
  const paid = paidFor(order)
  return {
    ...page,
    history: page.history.filter(({ type }) => !amongColleagues.some((start) => type.startsWith(start))),
    cases: [...cases],
    followUp: (await followUpOf(context, orderId)) ?? null,
    money: { paid, refunded: order.refunded, kept: subtract(paid, order.refunded) },
    finishedAt: order.completedAt ?? page.history.find(({ type }) => type === 'order.cancelled')?.at ?? null,
  }
}

/** What staff say and mark for each other is no part of the deal. */
const amongColleagues = ['order.comment', 'order.marked', 'order.tagged']

/** Nothing yet while a courier is to collect it; afterwards what was left of the total by then. */
const paidFor = ({ payment, total, waived }: Order): Money =>
  payment === 'awaiting' || payment === 'on_delivery' ? { ...total, minor: 0 } : subtract(total, waived)

type Report = Awaited<ReturnType<typeof reportOf>>

/** Facts, then lines, then the trail, one row each; with a byte order mark, so that a spreadsheet reads Chinese. */
function asSheet({ locale }: Context, { order, lines, recipient, refunds, cases, history, money }: Report): string {
  const t = (key: string) => say(ordersText, locale, key)
  const headline = t(`order.headline.${order.headline}`)
  const rows: (string | number)[][] = [
    [t('report.order'), order.number, headline, order.placedAt.toString()],
    [t('report.customer'), recipient.name, recipient.phone, order.districtCode],
    [t('report.money'), decimalText(money.paid), decimalText(money.refunded), decimalText(money.kept)],
    ...lines.map((line) => [
      t('report.line'),
      line.sku,
      `${line.name[locale]} ${line.specification[locale]}`,
      line.quantity,
      decimalText(line.total),
      line.returned,
      decimalText(line.refunded),
    ]),
    ...cases.map((each) => [
      t('report.case'),
      each.number,
      each.kind,
      each.status,
      decimalText(each.amount),
      each.openedAt.toString(),
    ]),
    ...refunds.map((each) => [
      t('report.refund'),
      each.number,
      each.reason,
      each.status,
      decimalText(each.amount),
      each.createdAt.toString(),
    ]),
    ...history.map((each) => [t('report.event'), each.type, each.actorName, each.at.toString()]),
  ]
  return stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}
