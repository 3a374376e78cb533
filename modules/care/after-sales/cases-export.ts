import { decimalText } from '#kernel/money'
import { say } from '#kernel/text'
import { type ExportFilter, type ExportKind, type ExportReader, type ExportRow, eachPage } from '#platform/exports'
import { type CaseFilter, findCases } from './find-cases.ts'
import { type Case, type CaseKind, type CaseStatus, caseKinds, caseStatuses } from './model.ts'
import { afterSalesText } from './text.ts'

/** After-sales cases as the desk lists them, one a row. */
export const casesExport = (): ExportKind => ({
  kind: 'cases',
  label: { zh: '售后单', en: 'Returns' },
  permission: 'aftersales.read',
  columns: [
    { field: 'number', label: { zh: '售后单号', en: 'Case number' } },
    { field: 'order', label: { zh: '订单号', en: 'Order number' } },
    { field: 'kind', label: { zh: '类型', en: 'Kind' } },
    { field: 'status', label: { zh: '状态', en: 'Status' } },
    { field: 'reason', label: { zh: '原因', en: 'Reason' } },
    { field: 'description', label: { zh: '情况说明', en: 'Description' } },
    { field: 'amount', label: { zh: '金额', en: 'Amount' } },
    { field: 'goods', label: { zh: '商品', en: 'Goods' } },
    { field: 'carrier', label: { zh: '退回快递', en: 'Return carrier' } },
    { field: 'waybill', label: { zh: '退回运单号', en: 'Return waybill' } },
    { field: 'openedAt', label: { zh: '申请时间', en: 'Opened at' } },
    { field: 'settledAt', label: { zh: '完结时间', en: 'Settled at' } },
  ],
  filters: { status: caseStatuses, kind: caseKinds, text: 'text', orderId: 'id' },
  rows: async function* (reader, filter) {
    for await (const page of eachPage((cursor) => findCases(reader, { ...filterOf(filter), cursor, limit: 200 })))
      yield page.map((each) => toRow(reader, each))
  },
})

const filterOf = ({ status, kind, text, orderId }: ExportFilter): CaseFilter => ({
  status: status?.split(',') as CaseStatus[] | undefined,
  kind: kind as CaseKind | undefined,
  text,
  orderId,
})

const toRow = ({ locale }: ExportReader, one: Case): ExportRow => ({
  number: one.number,
  order: one.orderNumber,
  kind: say(afterSalesText, locale, `case.kind.${one.kind}`),
  status: say(afterSalesText, locale, `case.status.${one.status}`),
  reason: say(afterSalesText, locale, `case.reason.${one.reason}`),
  description: one.description,
  amount: decimalText(one.amount),
  goods: one.lines.map(({ sku, quantity }) => `${sku} × ${quantity}`).join('; '),
  carrier: one.returnCarrier,
  waybill: one.returnWaybill,
  openedAt: one.openedAt.toString(),
  settledAt: one.settledAt?.toString() ?? null,
})
