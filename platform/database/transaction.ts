import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRefusal, refusal } from '#kernel/refusal'
import type { Context, RepeatKey, Tx } from '#platform/context'
import { isConnectionLost } from './lost.ts'
import type { Database, OpenTransaction } from './pool.ts'
import { isStalePlan } from './prepared.ts'
import { checkSeen } from './seen-version.ts'

export const databaseBusy = refusal(
  'busy',
  'database.busy',
  (d: { reason: string }) => `the database is busy: ${d.reason}`,
)
export const outcomeUnknown = refusal(
  'busy',
  'database.outcome_unknown',
  (_: object) => 'the connection was lost while it was being committed: it may have happened',
)
export const keyReused = refusal(
  'invalid',
  'idempotency.key_reused',
  (_: { field: 'Idempotency-Key' }) => 'this idempotency key was used for another request',
)

const open = new AsyncLocalStorage<true>()
/** Hears of a commit: whose it was, and the transaction that is over. */
type CommitListener = (ctx: Context, over: OpenTransaction) => void
const commitListeners = new WeakMap<Database, Set<CommitListener>>()

/** Whether this call chain holds an open transaction. */
export const insideTransaction = (): boolean => open.getStore() === true

/** Calls back after every commit on this database, with whose it was: it wakes the relay without a NOTIFY. Returns how to stop. */
export function onCommit(db: Database, listener: CommitListener): () => void {
  const listeners = commitListeners.get(db) ?? new Set()
  commitListeners.set(db, listeners.add(listener))
  return () => listeners.delete(listener)
}

/** Lets a second pool of the same database wake those who wait for commits on the first. */
export function shareCommits(db: Database, other: Database): void {
  const listeners = commitListeners.get(db) ?? new Set()
  commitListeners.set(db, listeners).set(other, listeners)
}

const endListeners = new WeakMap<OpenTransaction, (() => void)[]>()

/** Calls back when this transaction has ended, committed or not. */
export function afterwards(tx: Tx, act: () => void): void {
  const listeners = endListeners.get(tx.db)
  if (!listeners) throw new Error('afterwards is for a transaction that `transaction` has opened')
  listeners.push(act)
}

const attempts = 3
const repeatable = new Set(['40001', '40P01', '55P03'])

/**
 * Runs a use case in one transaction: all of it happens or nothing. Deadlocks, serialization failures, lock timeouts, plans
 * that a migration made stale and colliding document numbers or event versions repeat the whole of it, at most three times. So does a lost
 * connection, as nothing has happened then; but when it was lost at COMMIT only with an `Idempotency-Key`, under which an earlier success
 * would be found.
 * A request with an `Idempotency-Key` stores its result in the same transaction; a repeat gets that result and changes nothing.
 *
 * A request with an `If-Match` is refused when the thing has another version than its caller saw.
 *
 * @throws changedMeanwhile
 * @throws databaseBusy when the repeats are used up
 * @throws outcomeUnknown when nobody can say whether it was committed: to be asked again with the same key, or looked up
 * @throws keyReused when the key came with another request before
 */
export async function transaction<Result>(ctx: Context, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (insideTransaction()) throw new Error('a transaction was opened inside a transaction: pass the Tx on')
  for (let attempt = 1; ; attempt++) {
    try {
      const { result, over } = await once(ctx, work)
      for (const listener of commitListeners.get(ctx.db) ?? []) listener(ctx, over)
      return result
    } catch (error) {
      if (!isRepeatable(error) && !(ctx.repeat && isUnknown(error))) throw error
      if (attempt >= attempts) throw isRepeatable(error) ? databaseBusy({ reason: reasonOf(error) }) : error
      await sleep(5 + Math.random() * 20 * attempt)
    }
  }
}

interface Committed<Result> {
  readonly result: Result
  readonly over: OpenTransaction
}

async function once<Result>(ctx: Context, work: (tx: Tx) => Promise<Result>): Promise<Committed<Result>> {
  const ended: (() => void)[] = []
  try {
    return await opened(ctx, work, ended)
  } finally {
    for (const act of ended) act()
  }
}

async function opened<Result>(
  ctx: Context,
  work: (tx: Tx) => Promise<Result>,
  ended: (() => void)[],
): Promise<Committed<Result>> {
  const { shopId, actor, now, vault, locale, origin, repeat, seen, signal } = ctx
  let isDone = false
  const all = ctx.db.transaction().execute((db) =>
    open.run(true, async () => {
      endListeners.set(db, ended)
      signal?.throwIfAborted()
      const tx: Tx = { db, shopId, actor, now, vault, locale, origin, seen: seen && { ...seen } }
      const earlier = repeat && (await claimKey(tx, repeat))
      const result = earlier ? (earlier.result as Result) : await checkedWork(tx, work)
      if (repeat && !earlier) await storeResult(tx, repeat, result)
      signal?.throwIfAborted() // its time ended meanwhile, and another run may have begun
      isDone = true
      return { result, over: db }
    }),
  )
  return all.catch((error) => {
    throw isDone && isConnectionLost(error) ? outcomeUnknown({}) : error
  })
}

async function checkedWork<Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  await checkSeen(tx)
  return work(tx)
}

async function claimKey(tx: Tx, { scope, key, fingerprint }: RepeatKey): Promise<{ result: unknown } | undefined> {
  const inserted = await tx.db
    .insertInto('platform.idempotency_keys')
    .values({ shop_id: tx.shopId, scope, key, fingerprint, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(['shop_id', 'scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (inserted) return undefined
  const earlier = await tx.db
    .selectFrom('platform.idempotency_keys')
    .select(['fingerprint', 'result'])
    .where('shop_id', '=', tx.shopId)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.fingerprint !== fingerprint) throw keyReused({ field: 'Idempotency-Key' })
  return { result: earlier.result }
}

async function storeResult(tx: Tx, { scope, key }: RepeatKey, result: unknown): Promise<void> {
  await tx.db
    .updateTable('platform.idempotency_keys')
    .set({ result: JSON.stringify(result ?? null) })
    .where('shop_id', '=', tx.shopId)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute()
}

function isRepeatable(error: unknown): boolean {
  if (isConnectionLost(error)) return true
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === undefined) return false
  return (
    repeatable.has(code) ||
    isStalePlan(error) ||
    (code === '23505' && /_number_key$|^events_version_key$/.test(constraint ?? ''))
  )
}

const isUnknown = (error: unknown): boolean => isRefusal(error, outcomeUnknown)
const reasonOf = (error: unknown): string => (error as { code?: string }).code ?? 'connection lost'
