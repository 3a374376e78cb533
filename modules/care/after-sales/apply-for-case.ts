import { mustBeOurs } from '#goods/media'
import type { Money } from '#kernel/money'
import type { VariantId } from '#model/goods/catalog'
import type { PictureId } from '#model/goods/media'
import type { OrderId, OrderLineId } from '#model/sales/orders'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { lockOrder, refundableLines, setAfterSales } from '#sales/orders'
import { loadCase } from './case-store.ts'
import { expectedBack } from './expected-back.ts'
import { insertCase } from './insert-case.ts'
import { judgeApplication } from './judge-application.ts'
import { type Case, type CaseLine, type CaseReason, caseLimits, type WishedKind } from './model.ts'
import { afterSalesText } from './text.ts'

export interface WishedLine {
  readonly lineId: OrderLineId
  readonly quantity: number
  /** Of pieces that were got in exchange: the line of the case by which they went out. */
  readonly sentLineId?: CaseLine['id']
  /** Of an exchange: what is wanted instead; the same variant unless told. */
  readonly replacementId?: VariantId
}

export interface ApplyForCase {
  readonly orderId: OrderId
  readonly kind: WishedKind
  readonly lines: readonly WishedLine[]
  /** Of a compensation: what the buyer asks for. */
  readonly amount?: Money
  readonly reason: CaseReason
  /** Needed when the reason is `other`; at most 500 characters are kept. */
  readonly description: string
  readonly pictureIds?: readonly PictureId[]
}

/**
 * The buyer asks to give goods back, to have others instead, to have sent again what did not come, or for money without giving anything back,
 * within the return window, or to have goods mended within their warranty; staff may ask on a buyer's behalf afterwards. An exchange is for goods of the same product and price. What other open cases already claim cannot be claimed again.
 *
 * @throws nothingChosen, notInOrder, tooMany naming the line, windowOver, notPaid, notShipped, descriptionMissing, tooManyPictures
 * @throws oneOfLine for pieces of a line as ordered and as exchanged at once
 * @throws noReplacement, replacementSoldOut, oneReplacement naming the line of an exchange; noReplacement for what cannot be sent again
 * @throws noWarranty, warrantyOver naming the line of a repair
 * @throws badRefundAmount, exceedsCaptured for a compensation that is no amount or more than is left of what was paid
 * @throws orderNotFound for an order that is not the buyer's, pictureNotFound for a picture that is not the shop's
 */
export function applyForCase(ctx: Context, input: ApplyForCase): Promise<Case> {
  return transaction(ctx, async (tx) => {
    await lockOrder(tx, input.orderId) // two applications for the same units come one after the other
    const refundable = await refundableLines(tx, input.orderId)
    const claims = await judgeApplication(tx, refundable, input)
    const back = expectedBack(refundable, input, claims)
    const pictureIds = [...new Set(input.pictureIds ?? [])]
    await mustBeOurs(tx, pictureIds)
    const { kind, reason } = input
    const description = input.description.trim().slice(0, caseLimits.description)
    const opened = await loadCase(
      tx,
      await insertCase(tx, refundable, { kind, reason, back, description, claims, pictureIds }),
    )
    await setAfterSales(tx, { orderId: opened.orderId, status: 'open' })
    await tell(tx, opened)
    return opened
  })
}

async function tell(tx: Tx, { id, orderId, number, kind, reason }: Case): Promise<void> {
  await publish(tx, {
    type: 'case.applied',
    aggregate: 'case',
    id,
    data: { caseId: id, orderId, kind, reason, before: null, after: 'applied' },
  })
  await notify(tx, {
    permission: 'aftersales.decide',
    kind: 'case.applied',
    subject: 'case',
    subjectId: id,
    data: { number, kindName: afterSalesText[`case.kind.${kind}`] },
    dedupeKey: `case.applied:${id}`,
  })
}
