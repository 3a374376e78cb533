import { mustBeOurs } from '#goods/media'
import { dayIn, isBefore } from '#kernel/day'
import { pieces } from '#kernel/quantity'
import type { PictureId } from '#model/goods/media'
import type { OrderId, OrderLineId } from '#model/sales/orders'
import { notify } from '#office/notices'
import { loadShop } from '#office/shops'
import { type Context, type Tx, worksHere } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type LineUnits, lockOrder, type Refundable, refundableLines, setAfterSales } from '#sales/orders'
import {
  descriptionMissing,
  nothingChosen,
  notInOrder,
  notPaid,
  notShipped,
  tooMany,
  tooManyPictures,
  windowOver,
} from './case.ts'
import { loadCase } from './case-store.ts'
import { claimable, claimedUnits } from './claimed-units.ts'
import { insertCase } from './insert-case.ts'
import { type Case, type CaseKind, type CaseReason, caseLimits } from './model.ts'
import { afterSalesText } from './text.ts'

export interface ApplyForCase {
  readonly orderId: OrderId
  readonly kind: Exclude<CaseKind, 'parcel_inquiry'>
  readonly lines: readonly { readonly lineId: OrderLineId; readonly quantity: number }[]
  readonly reason: CaseReason
  /** Needed when the reason is `other`; at most 500 characters are kept. */
  readonly description: string
  readonly pictureIds?: readonly PictureId[]
}

/**
 * The buyer asks to give goods back, or for money without giving them back, within the return window; staff may ask on a buyer's behalf
 * afterwards. What other open cases already claim cannot be claimed again.
 *
 * @throws nothingChosen, notInOrder, tooMany naming the line, windowOver, notPaid, notShipped, descriptionMissing, tooManyPictures
 * @throws orderNotFound for an order that is not the buyer's, pictureNotFound for a picture that is not the shop's
 */
export function applyForCase(ctx: Context, input: ApplyForCase): Promise<Case> {
  return transaction(ctx, async (tx) => {
    await lockOrder(tx, input.orderId) // two applications for the same units come one after the other
    const refundable = await refundableLines(tx, input.orderId)
    mustBeComplete(input)
    await mustBeInTime(tx, refundable)
    const units = merged(input.lines)
    await mustBeLeft(tx, refundable, units)
    const pictureIds = [...new Set(input.pictureIds ?? [])]
    await mustBeOurs(tx, pictureIds)
    const { kind, reason } = input
    const description = input.description.trim().slice(0, caseLimits.description)
    const opened = await loadCase(
      tx,
      await insertCase(tx, refundable, { kind, reason, description, units, pictureIds }),
    )
    await setAfterSales(tx, { orderId: opened.orderId, status: 'open' })
    await tell(tx, opened)
    return opened
  })
}

function mustBeComplete({ lines, reason, description, pictureIds = [] }: ApplyForCase): void {
  if (lines.length === 0) throw nothingChosen({ field: 'lines' })
  if (reason === 'other' && description.trim() === '') throw descriptionMissing({ field: 'description' })
  if (pictureIds.length > caseLimits.pictures) throw tooManyPictures({ field: 'pictureIds', most: caseLimits.pictures })
}

async function mustBeInTime(tx: Tx, { order, returnUntil, lines }: Refundable): Promise<void> {
  if (order.payment === 'awaiting' || order.payment === 'on_delivery') throw notPaid({})
  if (lines.every(({ line }) => line.shipped === 0)) throw notShipped({})
  const isLate = returnUntil !== null && isBefore(returnUntil, tx.now)
  if (!isLate || worksHere(tx.actor)) return
  throw windowOver({ until: dayIn(returnUntil, (await loadShop(tx)).timeZone).toString() })
}

/** The same line named twice is one wish. */
function merged(lines: ApplyForCase['lines']): LineUnits[] {
  const groups = Map.groupBy(lines, ({ lineId }) => lineId)
  return [...groups].map(([lineId, parts]) => ({
    lineId,
    quantity: parts.reduce((all, part) => all + pieces(part.quantity, `lines.${lineId}`), 0),
  }))
}

async function mustBeLeft(tx: Tx, { order, lines }: Refundable, units: readonly LineUnits[]): Promise<void> {
  const claimed = await claimedUnits(tx, order.id)
  for (const { lineId, quantity } of units) {
    const field = `lines.${lineId}`
    const found = lines.find(({ line }) => line.id === lineId)
    if (!found) throw notInOrder({ field, lineId })
    const most = claimable(found, claimed.get(lineId))
    if (quantity > most) throw tooMany({ field, name: found.line.name[tx.locale], most })
  }
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
    data: { number, kindName: afterSalesText[`case.kind.${kind}`].zh },
    dedupeKey: `case.applied:${id}`,
  })
}
