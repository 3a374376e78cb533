import { newId } from '#kernel/id'
import type { Tx } from '#platform/context'
import type { OrderId, OrderLineId } from './model.ts'
import { newCode } from './voucher.ts'

export interface IssueVouchers {
  readonly orderId: OrderId
  readonly lines: readonly { readonly id: OrderLineId; readonly quantity: number }[]
}

/** Gives the buyer one voucher for each unit of lines that are not shipped. Issuing again changes nothing. */
export async function issueVouchers(tx: Tx, { orderId, lines }: IssueVouchers): Promise<void> {
  const rows = lines.flatMap(({ id, quantity }) =>
    Array.from({ length: quantity }, (_, index) => ({
      id: newId<'Voucher'>(),
      shop_id: tx.shopId,
      order_id: orderId,
      order_line_id: id,
      unit: index + 1,
      code: newCode(),
      created_at: tx.now,
    })),
  )
  if (rows.length === 0) return
  await tx.db
    .insertInto('sales.vouchers')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('vouchers_unit_key').doNothing())
    .execute()
}
