import { setTimeout as sleep } from 'node:timers/promises'
import { personalData } from '#apps/house'
import { applyForCase, approveCase, gradeReturn } from '#care/after-sales'
import { changePrice } from '#goods/prices'
import { newId } from '#kernel/id'
import { proveSignIn, signInWithCode } from '#office/accounts'
import { registerPersonalData } from '#office/privacy'
import { assignRoles, permissionsOf } from '#office/roles'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { SheetRow } from '#platform/imports'
import { addToCart, changeLine, joinGuestCart } from '#sales/carts'
import { takeStatement } from '#sales/collections'
import {
  addRequest,
  cancelOrder,
  cancelUnpaid,
  changeItems,
  checkPayment,
  giveBackVoucher,
  orderImport,
  type PlaceOrder,
  placeOrder,
  redeemVoucher,
  refundOrder,
  startPayment,
} from '#sales/orders'
import { checkPayments, receiveNotice, requestRefund } from '#sales/payments'
import { adjustStock, claimStock, holdStock, receiveStock, reserveStock, sweepReservations } from '#supply/inventory'
import { sendTransfer } from '#supply/transfers'
import { scanPick, shipElsewhere, startPicking } from '#supply/warehouse'
import type { FakeGateway } from '#test/fake-gateway'
import { asProvider, sellingListeners } from '#test/orders'
import { tellAll } from '#test/told'
import { eraseDue } from '../../modules/office/privacy/close-account.ts'
import { catchUp } from './support/catch-up.ts'

/** A building block as a move: in a transaction of its own. */
const alone =
  <Input, Result>(block: (tx: Tx, input: Input) => Promise<Result>) =>
  (ctx: Context, input: Input): Promise<Result> =>
    transaction(ctx, (tx) => block(tx, input))

registerPersonalData(personalData)

/** Everything somebody may be seen doing in a race, by name, because a function cannot travel to another process. */
export const moves = {
  addRequest,
  applyForCase,
  askUntilRefused,
  assignRoles,
  addToCart,
  adjustStock,
  approveCase,
  cancelOrder,
  catchUp,
  changeItems,
  cancelUnpaid: (ctx: Context, _: object) => cancelUnpaid(ctx),
  changeLine,
  changePrice,
  checkPayment,
  claimStock,
  checkPayments: (ctx: Context, _: object) => checkPayments(ctx),
  gradeReturn,
  /** `created` or, when it is known already, `unchanged`. */
  importOrders: alone(async (tx, { rows }: { rows: readonly SheetRow[] }) => {
    const landed = await orderImport().prepare([rows], {})(tx, {
      importId: newId(),
      dryRun: false,
      options: {},
      memory: new Map(),
    })
    return landed[0]!.outcome
  }),
  eraseDue: (ctx: Context, _: object) => eraseDue(ctx),
  giveBackVoucher,
  holdStock: alone(holdStock),
  joinGuestCart,
  /** The buyer pays on the provider's page some milliseconds later, the provider tells us, and all that follows is done. */
  payAndTell: async (ctx: Context, { number, after }: { number: string; after: number }) => {
    await sleep(after)
    await (ctx.outside.payments.of('wechat') as FakeGateway).pay(number)
    await takeNotice(ctx, number)
  },
  placeOrder,
  placeOrderAfter: async (ctx: Context, { after, ...order }: PlaceOrder & { after: number }) => {
    await sleep(after)
    return placeOrder(ctx, order)
  },
  proveSignIn,
  receiveStock: alone(receiveStock),
  redeemVoucher,
  refundOrder: alone(refundOrder),
  requestRefund: alone(requestRefund),
  reserveStock: alone(reserveStock),
  scanPick,
  sendTransfer,
  shipElsewhere: alone(shipElsewhere),
  signInWithCode,
  startPayment,
  startPicking,
  sweepReservations: (ctx: Context, _: object) => sweepReservations(ctx),
  takeStatement,
  takeNotice: (ctx: Context, { number }: { number: string }) => takeNotice(ctx, number),
}

/** After how many milliseconds an account may not do something any more; it asks every five, for two seconds. */
async function askUntilRefused(
  ctx: Context,
  { accountId, permission }: { accountId: AccountId; permission: string },
): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < 2_000) {
    if (!(await permissionsOf(ctx, accountId)).has(permission)) break
    await sleep(5)
  }
  return Math.round(performance.now() - start)
}

async function takeNotice(ctx: Context, number: string): Promise<void> {
  const gateway = ctx.outside.payments.of('wechat') as FakeGateway
  await receiveNotice(asProvider(ctx), await gateway.noticeOf(number))
  await tellAll(ctx, sellingListeners)
}

export type Moves = typeof moves
export type MoveName = keyof Moves
