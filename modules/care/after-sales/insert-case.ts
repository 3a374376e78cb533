import { dayIn, hours } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { PictureId } from '#model/goods/media'
import type { Order } from '#model/sales/orders'
import { loadShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { type Refundable, refundWorth } from '#sales/orders'
import type { ExpectedBack } from './expected-back.ts'
import type { Claim } from './judge-application.ts'
import { type CaseId, type CaseReason, faultOf, type WishedKind } from './model.ts'
import { afterSalesSettings } from './settings.ts'

/** What every new case has: its number, whose it is, and the clock by which somebody must have answered. */
export async function newCase(tx: Tx, order: Order, prefix: 'AS' | 'PI') {
  const { solveWithin } = await readSettings(tx, afterSalesSettings)
  const { timeZone } = await loadShop(tx)
  return {
    id: newId<'Case'>(),
    shop_id: tx.shopId,
    number: documentNumber(prefix, dayIn(tx.now, timeZone)),
    order_id: order.id,
    order_number: order.number,
    customer_id: order.customerId,
    currency: order.total.currency,
    opened_at: tx.now,
    solve_by: tx.now.add(hours(solveWithin)),
  }
}

export interface NewCase {
  readonly kind: WishedKind
  readonly reason: CaseReason
  readonly back: ExpectedBack
  readonly description: string
  readonly claims: readonly Claim[]
  readonly pictureIds: readonly PictureId[]
}

export async function insertCase(tx: Tx, refundable: Refundable, wanted: NewCase): Promise<CaseId> {
  const { kind, reason, back, description, pictureIds } = wanted
  const shared = await newCase(tx, refundable.order, 'AS')
  await tx.db
    .insertInto('care.cases')
    .values({
      ...shared,
      kind,
      status: 'applied',
      reason,
      description,
      fault: faultOf(reason),
      amount_minor: back.amount.minor,
      freight_minor: back.freight.minor,
    })
    .execute()
  await insertLines(tx, shared.id, refundable, wanted)
  await insertPictures(tx, shared.id, pictureIds)
  return shared.id
}

/** What each line gives back by itself, in minor units: of goods that go out, or of money for the trouble, none does. */
const worthOf = (refundable: Refundable, kind: WishedKind, claim: Claim): number =>
  kind === 'return' || kind === 'refund' ? refundWorth(refundable, [claim]).minor : 0

async function insertLines(
  tx: Tx,
  caseId: CaseId,
  refundable: Refundable,
  { kind, claims }: Pick<NewCase, 'kind' | 'claims'>,
): Promise<void> {
  const lineOf = new Map(refundable.lines.map(({ line }) => [line.id, line]))
  const rows = claims.map((claim) => {
    const { lineId, quantity, replacement, piece } = claim
    const { name } = lineOf.get(lineId)!
    const { variantId, sku, specification } = piece?.item ?? lineOf.get(lineId)!
    return {
      id: newId(),
      shop_id: tx.shopId,
      case_id: caseId,
      order_line_id: lineId,
      sent_line_id: piece?.sentLineId ?? null,
      variant_id: variantId,
      sku,
      name: name.zh || name.en,
      specification: specification.zh || specification.en,
      quantity,
      refund_minor: worthOf(refundable, kind, claim),
      replacement_variant_id: replacement?.variantId ?? null,
      replacement_sku: replacement?.sku ?? null,
      replacement_specification: replacement && (replacement.specification.zh || replacement.specification.en),
    }
  })
  await tx.db.insertInto('care.case_lines').values(rows).execute()
}

async function insertPictures(tx: Tx, caseId: CaseId, pictureIds: readonly PictureId[]): Promise<void> {
  if (pictureIds.length === 0) return
  const rows = pictureIds.map((picture_id, position) => ({ shop_id: tx.shopId, case_id: caseId, picture_id, position }))
  await tx.db.insertInto('care.case_pictures').values(rows).execute()
}
