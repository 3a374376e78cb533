import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { OrderId, Voucher, VoucherStatus } from './model.ts'
import { cleanCode, toVoucher, voucherColumns } from './voucher.ts'

/** An order's vouchers, line by line. */
export async function vouchersOf(reader: Reader, orderId: OrderId): Promise<Voucher[]> {
  const rows = await reader.db
    .selectFrom('sales.vouchers')
    .select(voucherColumns)
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .orderBy('order_line_id')
    .orderBy('unit')
    .execute()
  return rows.map(toVoucher)
}

export interface FindVouchers {
  readonly status?: VoucherStatus
  /** Only those for which the buyer has said when to come; the nearest first. */
  readonly appointed?: boolean
  /** The whole code. */
  readonly code?: string
  readonly cursor?: string
  readonly limit?: number
}

/** A voucher as a list shows it. */
export interface VoucherRow extends Voucher {
  readonly orderNumber: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly specification: { readonly zh: string; readonly en: string }
}

/** Vouchers of the shop, the newest first, or by appointment; one page. */
export async function findVouchers(
  reader: Reader,
  { status, appointed = false, code, cursor, limit = 50 }: FindVouchers,
): Promise<Page<VoucherRow>> {
  const key = appointed ? ('v.appointment_at' as const) : ('v.created_at' as const)
  const way = appointed ? 'asc' : 'desc'
  let query = reader.db
    .selectFrom('sales.vouchers as v')
    .innerJoin('sales.orders as o', (join) =>
      join.onRef('o.shop_id', '=', 'v.shop_id').onRef('o.id', '=', 'v.order_id'),
    )
    .innerJoin('sales.order_lines as l', (join) =>
      join.onRef('l.shop_id', '=', 'v.shop_id').onRef('l.id', '=', 'v.order_line_id'),
    )
    .select(voucherColumns.map((column) => `v.${column}` as const))
    .select(['o.number', 'l.name', 'l.name_en', 'l.specification', 'l.specification_en'])
    .where('v.shop_id', '=', reader.shopId)
  if (status) query = query.where('v.status', '=', status)
  if (appointed) query = query.where('v.appointment_at', 'is not', null)
  if (code) query = query.where('v.code', '=', cleanCode(code))
  if (cursor) query = query.where(beyond(cursor, [key, 'v.id'], way))
  const rows = await query
    .orderBy(key, way)
    .orderBy('v.id', way)
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [String(appointed ? row.appointment_at : row.created_at), row.id])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...toVoucher(row),
      orderNumber: row.number,
      name: { zh: row.name, en: row.name_en },
      specification: { zh: row.specification, en: row.specification_en },
    })),
  }
}
