import assert from 'node:assert'
import { hours } from '#kernel/day'
import type { VariantId } from '#model/goods/catalog'
import type { WarehouseId } from '#model/supply/inventory'
import type { Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { reserveStock, warehouses } from '#supply/inventory'
import { openRecipient } from '#supply/shipping'
import { type ReleasedLine, releaseOutbounds, sendProperty } from '#supply/warehouse'
import type { OrderId } from './model.ts'
import { recipientForgotten } from './order.ts'
import { loadOrder, lockOrder } from './order-store.ts'
import { sealedRecipientOf } from './recipient-store.ts'
import { orderSettings } from './settings.ts'

export interface HoldForCase {
  readonly orderId: OrderId
  /** Under what the goods are set aside, and later leave. */
  readonly caseId: string
  readonly lines: readonly { readonly lineId: string; readonly variantId: VariantId; readonly quantity: number }[]
}

/**
 * Sets goods aside that go to the buyer of an order once more, in the caller's transaction: all lines or none, until they leave or are let go.
 * Asking again changes nothing.
 *
 * @throws outOfStock for the first line that cannot be served; recipientForgotten when nobody knows any more where to
 */
export async function holdForCase(tx: Tx, { orderId, caseId, lines }: HoldForCase): Promise<void> {
  const { number, districtCode } = await lockOrder(tx, orderId)
  if (!(await sealedRecipientOf(tx, orderId))) throw recipientForgotten({ number })
  await reserveStock(tx, { holder: caseId, lines, province: districtCode, expiresAt: null })
}

export interface SendForCase {
  readonly orderId: OrderId
  readonly caseId: string
  readonly caseNumber: string
  /** What it leaves as; what is sent again (`reshipment`) is the shop's loss, what comes back from a repair was never our stock. */
  readonly kind: 'exchange' | 'reshipment' | 'repair'
  /** What the warehouse must heed, as it prints. */
  readonly requests: readonly string[]
  readonly lines: readonly ReleasedLine[]
}

/**
 * Hands what was set aside for a case to the warehouses that hold it: to the order's recipient, with its carrier, within the dispatch promise
 * from now. It is picked, packed and handed over like any outbound; neither the order nor its money moves. Goods from a repair are the buyer's own:
 * they wait at the packing table of the warehouse that takes returns. Sending again changes nothing.
 *
 * @throws nothingReserved when nothing is set aside; recipientForgotten when nobody knows any more where to
 */
export async function sendForCase(tx: Tx, { orderId, caseId, caseNumber, kind, ...what }: SendForCase): Promise<void> {
  const { carrier, number } = await loadOrder(tx, orderId)
  const { dispatchWithin } = await readSettings(tx, orderSettings)
  const sealed = await sealedRecipientOf(tx, orderId)
  if (!sealed) throw recipientForgotten({ number })
  const sent = {
    ...what,
    sourceId: caseId,
    sourceNumber: caseNumber,
    source: kind,
    carrier,
    recipient: openRecipient(tx.vault, sealed),
    dispatchBy: tx.now.add(hours(dispatchWithin)),
  }
  if (kind === 'repair') await sendProperty(tx, { ...sent, warehouseId: await returnsTo(tx) })
  else await releaseOutbounds(tx, sent)
}

/** The open warehouse that is asked first takes returns. */
async function returnsTo(tx: Tx): Promise<WarehouseId> {
  const taking = (await warehouses(tx)).find(({ status }) => status === 'open')
  assert(taking, 'a shop that sells has an open warehouse')
  return taking.id
}
