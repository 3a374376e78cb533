import { isBefore } from '#kernel/day'
import type { Reader, Tx } from '#platform/context'
import type { Voucher, VoucherId, VoucherStep } from './model.ts'
import { voucherSteps } from './model.ts'
import { appointmentInPast, cleanCode, toVoucher, voucherCannot, voucherColumns, voucherNotFound } from './voucher.ts'

/** @throws voucherNotFound */
export async function loadVoucher(reader: Reader, voucherId: VoucherId): Promise<Voucher> {
  const row = await ours(reader).where('id', '=', voucherId).executeTakeFirst()
  if (!row) throw voucherNotFound({ voucher: voucherId })
  return toVoucher(row)
}

/** The voucher with a code, as it was typed or scanned. @throws voucherNotFound naming the field */
export async function voucherByCode(reader: Reader, code: string): Promise<Voucher> {
  const row = await ours(reader).where('code', '=', cleanCode(code)).executeTakeFirst()
  if (!row) throw voucherNotFound({ field: 'code', voucher: code })
  return toVoucher(row)
}

const ours = (reader: Reader) =>
  reader.db.selectFrom('sales.vouchers').select(voucherColumns).where('shop_id', '=', reader.shopId)

/** Spends a voucher or gives it back; one statement checks and writes, so nobody does both. @throws voucherCannot */
export async function advanceVoucher(tx: Tx, voucher: Voucher, step: VoucherStep): Promise<Voucher> {
  const { from, to } = voucherSteps[step]
  const row = await tx.db
    .updateTable('sales.vouchers')
    .set({ status: to, ...(step === 'redeem' ? { redeemed_at: tx.now, redeemed_by: tx.actor.name } : {}) })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', voucher.id)
    .where('status', 'in', from)
    .returning(voucherColumns)
    .executeTakeFirst()
  if (!row) throw voucherCannot({ voucherId: voucher.id, status: (await loadVoucher(tx, voucher.id)).status })
  return toVoucher(row)
}

/** Writes down when the buyer comes; again moves it. @throws appointmentInPast, voucherCannot when it is spent or given back */
export async function appoint(tx: Tx, voucher: Voucher, at: Temporal.Instant): Promise<Voucher> {
  if (!isBefore(tx.now, at)) throw appointmentInPast({ field: 'at' })
  const row = await tx.db
    .updateTable('sales.vouchers')
    .set({ appointment_at: at })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', voucher.id)
    .where('status', '=', 'open')
    .returning(voucherColumns)
    .executeTakeFirst()
  if (!row) throw voucherCannot({ voucherId: voucher.id, status: (await loadVoucher(tx, voucher.id)).status })
  return toVoucher(row)
}
