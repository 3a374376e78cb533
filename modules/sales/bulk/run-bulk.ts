import { isRefusal } from '#kernel/refusal'
import type { OrderId, OrderMark } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { raiseIssue } from '#sales/desk'
import {
  cancelOrder,
  changeCarrier,
  loadOrder,
  lockOrder,
  type Marked,
  markLocked,
  markOf,
  markOrder,
  mergeableWith,
  mergeOrders,
  nothingToMerge,
  releaseOrder,
  reviewOrder,
  sendFrom,
  unapproveOrder,
  unmergeOrder,
} from '#sales/orders'
import { changedSince } from './bulk.ts'
import { type AskedRun, type BulkOrder, endRun, loadRun, type Outcome, ordersIn, recordOutcome } from './bulk-store.ts'
import type { BulkDetails, BulkId, BulkVerb } from './model.ts'

const batch = 100

/** Job. Does a run order by order, or goes on where an earlier one was killed: what is done to an order is done once, under a key of the run. */
export async function runBulk(ctx: Context, { aggregateId }: Pick<EventRecord, 'aggregateId'>): Promise<void> {
  const run = await loadRun(ctx, aggregateId as BulkId)
  const asker: Context = { ...ctx, actor: run.actor, repeat: undefined }
  for (let waiting = await some(ctx, run); waiting.length > 0; waiting = await some(ctx, run))
    for (const order of waiting) {
      const outcome = await doOne(asker, run, order)
      await transaction(asker, (tx) => recordOutcome(tx, { bulkId: run.id, position: order.position }, outcome))
    }
  await transaction(asker, (tx) => endRun(tx, run.id))
}

const some = (ctx: Context, { id }: AskedRun) => ordersIn(ctx, id, { status: 'waiting', limit: batch })

/** Refused is a result; that the database is busy, or a bug, is not: the job comes back. */
async function doOne(ctx: Context, run: AskedRun, order: BulkOrder): Promise<Outcome> {
  const key = `${run.id}:${run.round}:${order.position}`
  const once: Context = { ...ctx, repeat: { scope: 'bulk', key, fingerprint: run.verb } }
  try {
    const found = await (run.undoes ? takeBack(once, run, order) : verbs[run.verb](once, order.orderId, run.details))
    return { status: 'done', found }
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
    return { status: 'refused', code: error.code, details: error.details }
  }
}

/** What each verb does to one order, and what is kept of it to take it back. */
const verbs: Readonly<Record<BulkVerb, (ctx: Context, orderId: OrderId, details: BulkDetails) => Promise<unknown>>> = {
  approve: (ctx, orderId, { words }) => nothing(reviewOrder(ctx, { orderId, decision: 'approve', note: words })),
  unapprove: (ctx, orderId, { words = '' }) => nothing(unapproveOrder(ctx, { orderId, reason: words })),
  merge: (ctx, orderId) => mergeWithAll(ctx, orderId),
  carrier: (ctx, orderId, { carrier = '' }) => tradeCarrier(ctx, { orderId, carrier }),
  warehouse: (ctx, orderId, { warehouseId }) => nothing(sendFrom(ctx, { orderId, warehouseId: warehouseId! })),
  hold: (ctx, orderId, { words }) => nothing(reviewOrder(ctx, { orderId, decision: 'hold', note: words })),
  resume: (ctx, orderId, { words }) => nothing(reviewOrder(ctx, { orderId, decision: 'resume', note: words })),
  release: (ctx, orderId) => nothing(releaseOrder(ctx, orderId)),
  cancel: (ctx, orderId, { words = '' }) => nothing(cancelOrder(ctx, { orderId, reason: words })),
  exception: (ctx, orderId, { words = '' }) => raiseIssue(ctx, { orderId, reason: words }),
  flag: (ctx, orderId, { flag = null }) => markOrder(ctx, { orderId, flag }),
  note: (ctx, orderId, { words = '' }) => markOrder(ctx, { orderId, note: words }),
}

const nothing = async (done: Promise<unknown>): Promise<undefined> => void (await done)

/** Puts an order together with all that could leave in its box; one that an earlier order of the run took along is done. @throws nothingToMerge */
async function mergeWithAll(ctx: Context, orderId: OrderId): Promise<undefined> {
  const order = await loadOrder(ctx, orderId)
  const others = await mergeableWith(ctx, orderId)
  if (others.length === 0 && !order.shipmentId) throw nothingToMerge({ number: order.number })
  if (others.length > 0) await mergeOrders(ctx, { orderIds: [orderId, ...others.map(({ id }) => id)] })
}

interface Traded {
  readonly before: string
  readonly after: string
}

async function tradeCarrier(
  ctx: Context,
  { orderId, carrier }: { orderId: OrderId; carrier: string },
): Promise<Traded> {
  const { carrier: before } = await loadOrder(ctx, orderId)
  await changeCarrier(ctx, { orderId, carrier })
  return { before, after: carrier }
}

/** @throws changedSince when it goes by yet another carrier now */
async function tradeBack(ctx: Context, { orderId, number, found }: BulkOrder): Promise<void> {
  const { before, after } = found as Traded
  const { carrier } = await loadOrder(ctx, orderId)
  if (carrier !== after) throw changedSince({ number })
  await changeCarrier(ctx, { orderId, carrier: before })
}

/** One that left its box since, alone or because the last of the others was taken out, stays as it is. */
async function letLeaveAlone(ctx: Context, { orderId }: BulkOrder): Promise<void> {
  if ((await loadOrder(ctx, orderId)).shipmentId) await unmergeOrder(ctx, orderId)
}

function takeBack(ctx: Context, { verb }: AskedRun, order: BulkOrder): Promise<unknown> {
  const { orderId, number, found } = order
  if (verb === 'unapprove') return nothing(reviewOrder(ctx, { orderId, decision: 'approve' }))
  if (verb === 'merge') return letLeaveAlone(ctx, order)
  if (verb === 'carrier') return tradeBack(ctx, order)
  if (verb === 'hold') return nothing(reviewOrder(ctx, { orderId, decision: 'resume' }))
  return restoreMark(ctx, { orderId, number, field: verb === 'flag' ? 'flag' : 'note', marked: found as Marked })
}

interface RestoreMark {
  readonly orderId: OrderId
  readonly number: string
  readonly field: keyof OrderMark
  readonly marked: Marked
}

/** Gives an order the flag or note it had, where it still has the one that the run gave it. @throws changedSince */
function restoreMark(ctx: Context, { orderId, number, field, marked }: RestoreMark): Promise<unknown> {
  return transaction(ctx, async (tx) => {
    await lockOrder(tx, orderId)
    const now = await markOf(tx, orderId)
    if (now[field] !== marked.after[field]) throw changedSince({ number })
    return markLocked(tx, { orderId, [field]: marked.before[field] })
  })
}
