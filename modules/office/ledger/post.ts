import { newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Tx } from '#platform/context'
import type { LedgerAccount, LedgerCause } from './model.ts'

export interface Transfer {
  readonly debit: LedgerAccount
  readonly credit: LedgerAccount
  readonly amount: Money
  /** What made the money move and its id: one cause moves money between two accounts once. */
  readonly cause: LedgerCause
  readonly causeId: string
  /** When it counts, if not now. */
  readonly effectiveAt?: Temporal.Instant
}

/** Posts a transfer in the caller's transaction. Posting the same cause again changes nothing; nothing is posted for zero. */
export const post = (tx: Tx, transfer: Transfer): Promise<void> => postAll(tx, [transfer])

/** Posts several transfers in one statement, with the same promises. */
export async function postAll(tx: Tx, transfers: readonly Transfer[]): Promise<void> {
  const moving = transfers.filter(({ amount }) => amount.minor !== 0)
  if (moving.length === 0) return
  const rows = moving.map(({ debit, credit, amount, cause, causeId, effectiveAt }) => ({
    id: newId(),
    shop_id: tx.shopId,
    debit,
    credit,
    amount_minor: amount.minor,
    currency: amount.currency,
    cause,
    cause_id: causeId,
    posted_at: tx.now,
    effective_at: effectiveAt ?? tx.now,
  }))
  await tx.db
    .insertInto('office.ledger_transfers')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('ledger_once').doNothing())
    .execute()
}
