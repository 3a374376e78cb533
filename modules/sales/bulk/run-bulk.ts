import { isRefusal } from '#kernel/refusal'
import type { OrderId, OrderMark } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { raiseIssue, sendPart } from '#sales/desk'
import {
  cancelOrder,
  changeCarrier,
  interceptOrder,
  loadOrder,
  lockOrder,
  type Marked,
  markLocked,
  markOf,
  markOrder,
  mergeableWith,
  mergeLocked,
  nothingToMerge,
  packBack,
  type Repacked,
  releaseOrder,
  reviewOrder,
  sendFrom,
  splitBy,
  type Tagged,
  tagOrder,
  unapproveOrder,
  unmergeLocked,
} from '#sales/orders'
import { changedSince } from './bulk.ts'
import { type AskedRun, type BulkOrder, endRun, loadRun, type Outcome, ordersIn, recordOutcome } from './bulk-store.ts'
import { type BulkDetails, type BulkId, type BulkVerb, wayOf } from './model.ts'

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
  intercept: (ctx, orderId, { words = '' }) => nothing(interceptOrder(ctx, { orderId, reason: words })),
  merge: (ctx, orderId) => mergeWithAll(ctx, orderId),
  carrier: (ctx, orderId, { carrier = '' }) => tradeCarrier(ctx, { orderId, carrier }),
  warehouse: (ctx, orderId, { warehouseId }) => nothing(sendFrom(ctx, { orderId, warehouseId: warehouseId! })),
  hold: (ctx, orderId, { words }) => nothing(reviewOrder(ctx, { orderId, decision: 'hold', note: words })),
  resume: (ctx, orderId, { words }) => nothing(reviewOrder(ctx, { orderId, decision: 'resume', note: words })),
  release: (ctx, orderId) => nothing(releaseOrder(ctx, orderId)),
  cancel: (ctx, orderId, { words = '' }) => nothing(cancelOrder(ctx, { orderId, reason: words })),
  exception: (ctx, orderId, { words = '' }) => raiseIssue(ctx, { orderId, reason: words }),
  split: (ctx, orderId, details) =>
    details.by === 'stock' ? nothing(sendPart(ctx, { orderId })) : splitBy(ctx, { orderId, ...wayOf(details) }),
  flag: (ctx, orderId, { flag = null }) => markOrder(ctx, { orderId, flag }),
  note: (ctx, orderId, { words = '' }) => markOrder(ctx, { orderId, note: words }),
  tag: (ctx, orderId, { tagIds }) => tagOrder(ctx, { orderId, add: tagIds }),
  untag: (ctx, orderId, { tagIds }) => tagOrder(ctx, { orderId, remove: tagIds }),
}

const nothing = async (done: Promise<unknown>): Promise<undefined> => void (await done)

/** The orders that a run put into a box in which they had not been. */
interface Joined {
  readonly joined: readonly OrderId[]
}

/** Puts an order together with all that could leave in its box; one that an earlier order of the run took along is done. @throws nothingToMerge */
function mergeWithAll(ctx: Context, orderId: OrderId): Promise<Joined> {
  return transaction(ctx, async (tx) => {
    const order = await loadOrder(tx, orderId)
    const others = await mergeableWith(tx, orderId)
    if (others.length === 0 && !order.shipmentId) throw nothingToMerge({ number: order.number })
    if (others.length === 0) return { joined: [] }
    const { joined } = await mergeLocked(tx, { orderIds: [orderId, ...others.map(({ id }) => id)] })
    return { joined }
  })
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

/** Those that the run put into the box leave it; whoever shared it before goes on doing so. One that left it since stays as it is. */
function letLeaveAlone(ctx: Context, { found }: BulkOrder): Promise<void> {
  return transaction(ctx, async (tx) => {
    for (const orderId of (found as Joined).joined)
      if ((await loadOrder(tx, orderId)).shipmentId) await unmergeLocked(tx, orderId)
  })
}

function takeBack(ctx: Context, { verb }: AskedRun, order: BulkOrder): Promise<unknown> {
  const { orderId, number, found } = order
  if (verb === 'unapprove') return nothing(reviewOrder(ctx, { orderId, decision: 'approve' }))
  if (verb === 'merge') return letLeaveAlone(ctx, order)
  if (verb === 'split') return packBack(ctx, { orderId, ...(found as Repacked) })
  if (verb === 'carrier') return tradeBack(ctx, order)
  if (verb === 'hold') return nothing(reviewOrder(ctx, { orderId, decision: 'resume' }))
  if (verb === 'tag' || verb === 'untag') return tagBack(ctx, order)
  return restoreMark(ctx, { orderId, number, field: verb === 'flag' ? 'flag' : 'note', marked: found as Marked })
}

/** What the run put on comes off, what it took off is put on again. @throws tagNotFound when the tag is gone */
function tagBack(ctx: Context, { orderId, found }: BulkOrder): Promise<Tagged> {
  const { added, removed } = found as Tagged
  return tagOrder(ctx, { orderId, add: removed, remove: added })
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
