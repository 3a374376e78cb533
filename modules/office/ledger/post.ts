import { newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Tx } from '#platform/context'
import type { LedgerAccount } from './model.ts'

export interface Transfer {
  readonly debit: LedgerAccount
  readonly credit: LedgerAccount
  readonly amount: Money
  /** What made the money move (`capture`, `dispatch`, `refund` …) and its id: one cause moves money between two accounts once. */
  readonly cause: string
  readonly causeId: string
  /** When it counts, if not now. */
  readonly effectiveAt?: Temporal.Instant
}

/** Posts a transfer in the caller's transaction. Posting the same cause again changes nothing; nothing is posted for zero. */
export async function post(tx: Tx, { debit, credit, amount, cause, causeId, effectiveAt }: Transfer): Promise<void> {
  if (amount.minor === 0) return
  await tx.db
    .insertInto('office.ledger_transfers')
    .values({
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
    })
    .onConflict((conflict) => conflict.constraint('ledger_once').doNothing())
    .execute()
}
