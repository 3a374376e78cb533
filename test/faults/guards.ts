import type { Replacement } from './support/replace-on-load.ts'

/**
 * What keeps two at once from doing what only one may, and the source without it. Its race test runs once with the guard off and must fail
 * then: a guard without which nothing goes wrong is none.
 */
export interface Guard extends Replacement {
  readonly name: string
}

export const guards = [
  {
    name: 'reserve what is free',
    file: 'modules/supply/inventory/reserve-stock.ts',
    find: 'and bool_and(available >= quantity)',
    replace: '',
  },
  {
    name: 'look at locked levels',
    file: 'modules/supply/inventory/reserve-stock.ts',
    find: `order by l.variant_id, l.warehouse_id
      for no key update of l),`,
    replace: '),',
  },
  {
    name: 'lock what is handed out',
    file: 'modules/supply/inventory/claim-store.ts',
    find: `order by l.warehouse_id
    for no key update of l`,
    replace: '',
  },
  {
    name: 'one claim a cart',
    file: 'modules/supply/inventory/claim-stock.ts',
    find: 'if (served.has(holder)) return undefined',
    replace: '',
  },
  {
    name: 'one result for a key',
    file: 'platform/database/transaction.ts',
    find: 'const earlier = repeat && (await claimKey(tx, repeat))',
    replace: 'const earlier = undefined',
  },
  {
    name: 'lock the order',
    file: 'modules/sales/orders/order-store.ts',
    find: 'await orderRow(tx, orderId).forUpdate()',
    replace: 'await orderRow(tx, orderId)',
  },
  {
    name: 'an order goes from where it is',
    file: 'modules/sales/orders/order-store.ts',
    find: "query = query.where(column, 'in', [...from])",
    replace: 'void [column, from]',
  },
  {
    name: 'refund within captured',
    file: 'modules/sales/payments/share-store.ts',
    find: `and refund_minor + \${minor} <= amount_minor
      returning payment_id)
    update sales.payments p set refund_minor = p.refund_minor + \${minor} from share
    where p.id = share.payment_id and p.refund_minor + \${minor} <= p.captured_minor`,
    replace: `returning payment_id)
    update sales.payments p set refund_minor = p.refund_minor + \${minor} from share
    where p.id = share.payment_id`,
  },
  {
    name: 'lock a payment with its rivals',
    file: 'modules/sales/payments/share-store.ts',
    find: 'order by id for update`',
    replace: 'order by id`',
  },
  {
    name: 'settle a payment once',
    file: 'modules/sales/payments/payment-store.ts',
    find: ".where('status', 'in', [...from])",
    replace: '',
  },
  {
    name: 'money for a cancelled order goes back',
    file: 'modules/sales/orders/take-payment.ts',
    find: "if (order.status !== 'open') return refundSurplus(tx, paymentId)",
    replace: "if (order.status !== 'open') return",
  },
  {
    name: 'a case is decided once',
    file: 'modules/care/after-sales/case-store.ts',
    find: ".where('status', 'in', [...from])",
    replace: '',
  },
  {
    name: 'lock the case',
    file: 'modules/care/after-sales/case-store.ts',
    find: `.where('id', '=', caseId)
    .forUpdate()`,
    replace: ".where('id', '=', caseId)",
  },
  {
    name: 'levels keep the promise',
    file: 'modules/supply/inventory/level-store.ts',
    find: `and (select count(*) = (select count(*) from wanted) and coalesce(bool_and(reserved between 0 and on_hand), true) from locked)`,
    replace: '',
  },
  {
    name: 'lock levels in one order',
    file: 'modules/supply/inventory/reserve-stock.ts',
    find: 'order by l.variant_id, l.warehouse_id',
    replace: 'order by random()',
  },
  {
    name: 'a paid order secures its goods',
    file: 'modules/sales/orders/take-payment.ts',
    find: 'accept(tx, arrived, secureStock)',
    replace: 'accept(tx, arrived, async () => {})',
  },
  {
    name: 'a count is of what was seen',
    file: 'modules/supply/inventory/adjust-stock.ts',
    find: 'if (actual !== seen) throw stockMoved',
    replace: 'if (false) throw stockMoved',
  },
  {
    name: 'lock the cart',
    file: 'modules/sales/carts/cart-store.ts',
    find: `.select([linesSeen, versionSeen])
    .forUpdate()`,
    replace: '.select([linesSeen, versionSeen])',
  },
  {
    name: 'order an open cart',
    file: 'modules/sales/carts/mark-ordered.ts',
    find: "and status = 'active'",
    replace: '',
  },
  {
    name: 'charge what was seen',
    file: 'modules/sales/orders/place-order.ts',
    find: 'refuseOtherTotal(draft, input)',
    replace: '',
  },
  {
    name: 'add to what lies there',
    file: 'modules/sales/carts/line-store.ts',
    find: '`sales.cart_lines.quantity + $',
    replace: '`sales.cart_lines.quantity * 0 + $',
  },
  {
    name: 'change what was seen',
    file: 'platform/database/seen-version.ts',
    find: 'if (version !== tx.seen.version + 1) throw',
    replace: 'if (false) throw',
  },
  {
    name: 'lock the guest’s cart',
    file: 'modules/sales/carts/merge-guest-cart.ts',
    find: '.forUpdate()',
    replace: '',
  },
  {
    name: 'lock the outbound',
    file: 'modules/supply/warehouse/outbound-store.ts',
    find: ".where('id', '=', outboundId).forNoKeyUpdate()",
    replace: ".where('id', '=', outboundId)",
  },
  {
    name: 'lock the outbounds of an order',
    file: 'modules/supply/warehouse/outbound-store.ts',
    find: ".orderBy('id').forNoKeyUpdate()",
    replace: ".orderBy('id')",
  },
  {
    name: 'an outbound goes from where it is',
    file: 'modules/supply/warehouse/outbound-store.ts',
    find: ".where('status', 'in', [...from])",
    replace: '',
  },
  {
    name: 'one answer for a scan',
    file: 'modules/supply/warehouse/scan-store.ts',
    find: 'if (!row) throw scanIdReused',
    replace: 'if (false) throw scanIdReused',
  },
  {
    name: 'a cause moves goods once',
    file: 'modules/supply/inventory/movement-store.ts',
    find: 'm.kind, m.cause, m.cause_id, m.reason',
    replace: 'm.kind, m.cause, gen_random_uuid(), m.reason',
  },
  {
    name: 'a code is used once',
    file: 'modules/office/accounts/code.ts',
    find: `.where('used_at', 'is', null)
    .returning('id')`,
    replace: ".returning('id')",
  },
  {
    name: 'lock the account',
    file: 'modules/office/accounts/account-store.ts',
    find: "accounts(tx).where('id', '=', id).forUpdate()",
    replace: "accounts(tx).where('id', '=', id)",
  },
  {
    name: 'lock the second factor',
    file: 'modules/office/accounts/authenticator.ts',
    find: '.forUpdate()',
    replace: '',
  },
  {
    name: 'a recovery code is used once',
    file: 'modules/office/accounts/recovery-codes.ts',
    find: `.where('used_at', 'is', null)
    .returning('account_id')`,
    replace: ".returning('account_id')",
  },
  {
    name: 'a voucher is spent once',
    file: 'modules/sales/vouchers/spend-voucher.ts',
    find: ".where('status', 'in', from)",
    replace: '',
  },
  {
    name: 'lock the owners',
    file: 'modules/office/roles/keep-an-owner.ts',
    find: 'order by r.id for update of r',
    replace: 'order by r.id',
  },
  {
    name: 'lock the boxes',
    file: 'modules/sales/collections/take-statement.ts',
    find: `.orderBy('parcel_id')
    .forUpdate()`,
    replace: ".orderBy('parcel_id')",
  },
  {
    name: 'lock the box',
    file: 'modules/sales/collections/cash-store.ts',
    find: '.forUpdate()',
    replace: '',
  },
  {
    name: 'a transfer goes from where it is',
    file: 'modules/supply/transfers/transfer-store.ts',
    find: ".where('status', 'in', [...from])",
    replace: '',
  },
  {
    name: 'look again before erasing',
    file: 'modules/office/privacy/close-account.ts',
    find: 'await refuseNeeded(tx, accountId)',
    replace: '',
  },
] as const satisfies readonly Guard[]

export type GuardName = (typeof guards)[number]['name']
