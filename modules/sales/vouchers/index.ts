export { type FindVouchers, findVouchers, type VoucherRow, vouchersOf } from './find-vouchers.ts'
export { type IssueVouchers, issueVouchers } from './issue-vouchers.ts'
export { advanceVoucher, appoint, loadVoucher, voucherByCode } from './spend-voucher.ts'
export { appointmentInPast, voucherCannot, voucherNotFound } from './voucher.ts'
