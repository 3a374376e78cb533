import { setTimeout as sleep } from 'node:timers/promises'
import { approveCase, gradeReturn } from '#care/after-sales'
import { changePrice } from '#goods/prices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { addToCart, changeLine, joinGuestCart } from '#sales/carts'
import {
  addRequest,
  cancelOrder,
  cancelUnpaid,
  changeItems,
  checkPayment,
  placeOrder,
  refundOrder,
  startPayment,
} from '#sales/orders'
import { checkPayments, receiveNotice, requestRefund } from '#sales/payments'
import { adjustStock, holdStock, reserveStock, sweepReservations } from '#supply/inventory'
import type { FakeGateway } from '#test/fake-gateway'
import { asProvider, sellingListeners } from '#test/orders'
import { tellAll } from '#test/told'

/** A building block as a move: in a transaction of its own. */
const alone =
  <Input, Result>(block: (tx: Tx, input: Input) => Promise<Result>) =>
  (ctx: Context, input: Input): Promise<Result> =>
    transaction(ctx, (tx) => block(tx, input))

/** Everything somebody may be seen doing in a race, by name, because a function cannot travel to another process. */
export const moves = {
  addRequest,
  addToCart,
  adjustStock,
  approveCase,
  cancelOrder,
  changeItems,
  cancelUnpaid: (ctx: Context, _: object) => cancelUnpaid(ctx),
  changeLine,
  changePrice,
  checkPayment,
  checkPayments: (ctx: Context, _: object) => checkPayments(ctx),
  gradeReturn,
  holdStock: alone(holdStock),
  joinGuestCart,
  /** The buyer pays on the provider's page some milliseconds later, the provider tells us, and all that follows is done. */
  payAndTell: async (ctx: Context, { number, after }: { number: string; after: number }) => {
    await sleep(after)
    await (ctx.outside.payments.of('wechat') as FakeGateway).pay(number)
    await takeNotice(ctx, number)
  },
  placeOrder,
  refundOrder: alone(refundOrder),
  requestRefund: alone(requestRefund),
  reserveStock: alone(reserveStock),
  startPayment,
  sweepReservations: (ctx: Context, _: object) => sweepReservations(ctx),
  takeNotice: (ctx: Context, { number }: { number: string }) => takeNotice(ctx, number),
}

async function takeNotice(ctx: Context, number: string): Promise<void> {
  const gateway = ctx.outside.payments.of('wechat') as FakeGateway
  await receiveNotice(asProvider(ctx), await gateway.noticeOf(number))
  await tellAll(ctx, sellingListeners)
}

export type Moves = typeof moves
export type MoveName = keyof Moves
