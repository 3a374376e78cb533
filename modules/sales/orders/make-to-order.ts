import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { type Order, type OrderId, orderCan, type Production, type ProductionId } from './model.ts'
import { lockOrder, tellOrder } from './order-store.ts'
import { advanceProduction, loadProduction, productionsOf } from './production-store.ts'
import { whyNotYet } from './release-blocks.ts'
import { releaseLocked } from './release-order.ts'
import { orderSettings } from './settings.ts'

export interface WorkOn {
  readonly productionId: ProductionId
  /** What buyer, colleagues and warehouse should know of the piece; keeps what was noted when empty. */
  readonly note?: string
}

/** Somebody begins to make a line of an order (ORD-14): from now on its buyer cannot call the order off. @throws productionCannot, productionNotFound */
export const startProduction = (ctx: Context, work: WorkOn): Promise<Production> =>
  transaction(ctx, async (tx) => {
    const order = await orderOf(tx, work)
    const change = { ...noted(work), worker: tx.actor.name, started_at: tx.now }
    const started = await advanceProduction(tx, work.productionId, 'start', change)
    await tellOrder(tx, 'order.making_started', order, { productionId: work.productionId, note: started.note })
    return started
  })

/** Keeps what is to be known of a piece while it is made. @throws productionCannot, productionNotFound */
export const noteProduction = (ctx: Context, work: WorkOn): Promise<Production> =>
  transaction(ctx, async (tx) => {
    await orderOf(tx, work)
    return advanceProduction(tx, work.productionId, 'note', noted(work))
  })

/**
 * A piece is finished. With the last one the order is ready: where the shop releases by itself, and nothing else holds it back, it goes to the warehouse.
 * @throws productionCannot, productionNotFound; outOfStock when its goods were counted away in the meantime
 */
export const finishProduction = (ctx: Context, work: WorkOn): Promise<Production> =>
  transaction(ctx, async (tx) => {
    const order = await orderOf(tx, work)
    const made = await advanceProduction(tx, work.productionId, 'finish', { ...noted(work), ended_at: tx.now })
    await tellOrder(tx, 'order.made', order, { productionId: work.productionId, note: made.note })
    if ((await productionsOf(tx, order.id)).every(({ status }) => status === 'made')) await goOn(tx, order.id)
    return made
  })

const noted = ({ note }: WorkOn) => (note?.trim() ? { note: note.trim() } : {})

/** The order is locked first, as by everybody who changes what is to be made. */
async function orderOf(tx: Tx, { productionId }: WorkOn): Promise<Order> {
  return lockOrder(tx, (await loadProduction(tx, productionId)).orderId)
}

async function goOn(tx: Tx, orderId: OrderId): Promise<void> {
  const { releaseAutomatically } = await readSettings(tx, orderSettings)
  const order = await lockOrder(tx, orderId)
  if (releaseAutomatically && orderCan(order, 'release') && !(await whyNotYet(tx, order)))
    await releaseLocked(tx, order)
}
