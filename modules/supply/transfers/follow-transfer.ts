import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { NoteKind, Transfer, TransferId } from './model.ts'
import { mustSay } from './transfer.ts'
import { loadTransfer } from './transfer-store.ts'

export interface FollowTransfer {
  readonly transferId: TransferId
  readonly kind: NoteKind
  /** What the others must know; needed for a note and when the matter is handed over. */
  readonly text: string
}

/**
 * Keeps a note on a transfer; `hand_over` leaves it to the next shift, `take_over` makes the actor the one who follows it.
 * @throws transferNotFound, textMissing
 */
export async function followTransfer(ctx: Context, { transferId, kind, text }: FollowTransfer): Promise<Transfer> {
  const said = kind === 'take_over' ? text.trim() : mustSay(text, 'text')
  return transaction(ctx, async (tx) => {
    const before = await loadTransfer(tx, transferId)
    await tx.db
      .insertInto('supply.transfer_notes')
      .values({
        id: newId(),
        shop_id: tx.shopId,
        transfer_id: transferId,
        kind,
        text: said,
        by_name: tx.actor.name,
        at: tx.now,
      })
      .execute()
    const keeper = kind === 'take_over' ? { keeper_id: tx.actor.id, keeper_name: tx.actor.name } : nobody
    if (kind !== 'note')
      await tx.db
        .updateTable('supply.transfers')
        .set(keeper)
        .where('shop_id', '=', tx.shopId)
        .where('id', '=', transferId)
        .execute()
    const data = { kind, before: before.keeperName, after: kind === 'note' ? before.keeperName : keeper.keeper_name }
    await publish(tx, { type: 'transfer.followed', aggregate: 'transfer', id: transferId, data })
    return loadTransfer(tx, transferId)
  })
}

const nobody = { keeper_id: null, keeper_name: null }
