import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { settleException } from './exception-store.ts'
import type { ExceptionId } from './model.ts'

/** Listener. A payment that was taken for what was asked, at the order itself, is no difference any more. Told again changes nothing. */
export async function followAccepted(ctx: Context, { data, actorName }: EventRecord): Promise<void> {
  await transaction(ctx, async (tx) => {
    const open = await tx.db
      .selectFrom('sales.bill_exceptions')
      .select('id')
      .where('shop_id', '=', tx.shopId)
      .where('number', '=', String(data.number))
      .where('about', '=', 'payment')
      .where('ours_status', '=', 'mismatch')
      .where('resolved_at', 'is', null)
      .forUpdate()
      .execute()
    for (const { id } of open)
      await settleException(tx, {
        id: id as ExceptionId,
        resolution: 'accept',
        note: [data.note, actorName].join(' · '),
      })
  })
}
