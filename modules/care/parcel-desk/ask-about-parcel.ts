import { hours } from '#kernel/day'
import { newId } from '#kernel/id'
import { say } from '#kernel/text'
import type { Order, OrderId } from '#model/sales/orders'
import { notify } from '#office/notices'
import { type Context, type Tx, worksHere } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { lockOrder } from '#sales/orders'
import { questionsOf } from './find-questions.ts'
import { type ParcelQuestion, questionLimits } from './model.ts'
import { askable, isBroken, nothingToAsk, toQuestion } from './question.ts'
import { parcelDeskSettings } from './settings.ts'
import { tellBuyer } from './tell-buyer.ts'
import { parcelDeskText } from './text.ts'

export interface AskAboutParcel {
  readonly orderId: OrderId
  readonly question?: string
}

/**
 * The buyer asks when an order leaves (LOG-08) or, once something of it has left, where it is (LOG-07); or staff take the question
 * down. The buyer is answered by template at once, with an apology when the promise is broken, and the desk is told. Asking again
 * while it is open, or soon after it was answered, finds the same question.
 *
 * @throws nothingToAsk for an order that is unpaid, received or closed; orderNotFound for another's
 */
export function askAboutParcel(ctx: Context, { orderId, question = '' }: AskAboutParcel): Promise<ParcelQuestion> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const kind = askable(order)
    if (!kind) throw nothingToAsk({ orderId, kind: order.shippedAt ? 'inquiry' : 'reminder' })
    const earlier = await sameQuestion(tx, order, kind)
    if (earlier) return earlier

    const asked = await insertQuestion(tx, order, { kind, question: question.trim().slice(0, questionLimits.question) })
    await publish(tx, {
      type: 'parcel_question.asked',
      aggregate: 'parcel_question',
      id: asked.id,
      data: { orderId, kind, promiseBroken: asked.promiseBroken },
    })
    await tellBuyer(tx, asked, kind === 'reminder' && asked.promiseBroken ? 'reminder_late' : kind)
    await tellDesk(tx, asked)
    return asked
  })
}

async function sameQuestion(tx: Tx, { id }: Order, kind: ParcelQuestion['kind']): Promise<ParcelQuestion | undefined> {
  const { askAgainAfter } = await readSettings(tx, parcelDeskSettings)
  const since = tx.now.subtract(hours(askAgainAfter))
  return (await questionsOf(tx, id)).find(
    (each) => each.kind === kind && (each.answeredAt === null || Temporal.Instant.compare(each.answeredAt, since) > 0),
  )
}

async function insertQuestion(
  tx: Tx,
  order: Order,
  { kind, question }: Pick<ParcelQuestion, 'kind' | 'question'>,
): Promise<ParcelQuestion> {
  const row = await tx.db
    .insertInto('care.parcel_questions')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      order_id: order.id,
      order_number: order.number,
      customer_id: order.customerId,
      kind,
      asked_by: worksHere(tx.actor) ? 'staff' : 'buyer',
      question,
      dispatch_by: order.dispatchBy,
      promise_broken: kind === 'reminder' && isBroken(order, tx.now),
      asked_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toQuestion(row)
}

const tellDesk = (tx: Tx, { id, orderNumber: number, kind, promiseBroken }: ParcelQuestion): Promise<void> =>
  notify(tx, {
    permission: 'aftersales.decide',
    kind: 'parcel.question',
    subject: 'parcel_question',
    subjectId: id,
    data: {
      number,
      kind: say(parcelDeskText, 'zh', `parcel-desk.kind.${kind}`),
      late: promiseBroken ? '（已超承诺）' : '',
    },
    dedupeKey: `parcel.question:${id}`,
  })
