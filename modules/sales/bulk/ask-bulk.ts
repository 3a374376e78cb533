import type { OrderId } from '#model/sales/orders'
import type { Actor, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { foundIds, type OrderFilter, orderNotFound } from '#sales/orders'
import {
  bulkNotPermitted,
  choiceMissing,
  nothingFound,
  notUndoable,
  stillRunning,
  tooMany,
  undoneAlready,
  wordsMissing,
} from './bulk.ts'
import { insertRun, loadRun, lockRun, ordersIn, reopenRun } from './bulk-store.ts'
import { type BulkDetails, type BulkId, type BulkRun, type BulkVerb, bulkVerbs, isUndoable, wordy } from './model.ts'
import { bulkSettings } from './settings.ts'

export interface AskBulk {
  readonly verb: BulkVerb
  readonly details: BulkDetails
  /** These orders; or, without them, all that the filter leaves now. */
  readonly orderIds?: readonly OrderId[]
  readonly filter?: OrderFilter
}

/**
 * Asks for a verb on many orders; a job does it. Which orders they are is settled now: what comes under the filter later is not among them.
 *
 * @throws bulkNotPermitted, wordsMissing, choiceMissing, nothingFound, tooMany, orderNotFound
 */
export async function askBulk(ctx: Context, { verb, details, ...which }: AskBulk): Promise<BulkRun> {
  mustBeAllowed(ctx.actor, verb)
  mustSayEnough(verb, details)
  return transaction(ctx, async (tx) => {
    const orders = await chosenOrders(tx, which)
    return loadRun(tx, await insertRun(tx, { verb, details, orders }))
  })
}

/** @throws wordsMissing, choiceMissing */
export function mustSayEnough(verb: BulkVerb, details: BulkDetails): void {
  if (wordy.includes(verb) && !details.words?.trim()) throw wordsMissing({ field: 'words' })
  const missing = neededBy(verb, details).find((field) => details[field] === undefined || details[field].length === 0)
  if (missing) throw choiceMissing({ field: missing })
}

/** What a verb must be told. */
function neededBy(verb: BulkVerb, { by }: BulkDetails): ('carrier' | 'warehouseId' | 'tagIds' | 'by')[] {
  if (verb === 'carrier') return ['carrier']
  if (verb === 'warehouse') return ['warehouseId']
  if (verb === 'tag' || verb === 'untag') return ['tagIds']
  if (verb === 'split') return by === 'warehouse' ? ['warehouseId'] : ['by']
  return []
}

/** Tries again what was refused, and nothing else. @throws stillRunning, bulkNotFound, bulkNotPermitted */
export function retryBulk(ctx: Context, bulkId: BulkId): Promise<BulkRun> {
  return transaction(ctx, async (tx) => {
    const run = await endedRun(tx, bulkId)
    if (run.refused > 0) await reopenRun(tx, run)
    return loadRun(tx, bulkId)
  })
}

/**
 * Takes a run back by a run of its own, order by order: what somebody has changed since stays and is listed as refused.
 *
 * @throws notUndoable, undoneAlready, stillRunning, bulkNotFound, bulkNotPermitted
 */
export function undoBulk(ctx: Context, bulkId: BulkId): Promise<BulkRun> {
  return transaction(ctx, async (tx) => {
    const run = await endedRun(tx, bulkId)
    if (!isUndoable(run) || run.undoes || run.done === 0) throw notUndoable({ verb: run.verb })
    if (run.undoneBy) throw undoneAlready({ bulkId })
    const done = await ordersIn(tx, bulkId, { status: 'done' })
    const orders = done.map(({ orderId: id, number, found }) => ({ id, number, found }))
    return loadRun(tx, await insertRun(tx, { verb: run.verb, details: run.details, orders, undoes: bulkId }))
  })
}

async function endedRun(tx: Tx, bulkId: BulkId) {
  const run = await lockRun(tx, bulkId)
  mustBeAllowed(tx.actor, run.verb)
  if (run.status !== 'finished') throw stillRunning({ bulkId })
  return run
}

function mustBeAllowed(actor: Actor, verb: BulkVerb): void {
  const permission = bulkVerbs[verb]
  if (!actor.permissions.has(permission)) throw bulkNotPermitted({ permission })
}

async function chosenOrders(tx: Tx, { orderIds, filter = {} }: Pick<AskBulk, 'orderIds' | 'filter'>) {
  const { mostOrders: most } = await readSettings(tx, bulkSettings)
  const orders = await foundIds(tx, orderIds ? { ids: orderIds } : filter, most + 1)
  const missing = orderIds?.find((id) => !orders.some((order) => order.id === id))
  if (missing) throw orderNotFound({ order: missing })
  if (orders.length === 0) throw nothingFound({})
  if (orders.length > most) throw tooMany({ most })
  return orders
}
