import { refusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { lastVersion } from './find-statement.ts'
import type { Statement } from './model.ts'

export const statementEmpty = refusal(
  'invalid',
  'confidentiality.empty',
  (_: { field: 'body' }) => 'a statement has words in both languages',
)

/** Publishes the next version of the shop's statement: from now on everybody confirms it before they see customers' data. @throws statementEmpty */
export function publishStatement(ctx: Context, body: Statement['body']): Promise<number> {
  if (!body.zh.trim() || !body.en.trim()) throw statementEmpty({ field: 'body' })
  return transaction(ctx, async (tx) => {
    const version = (await lastVersion(tx)) + 1
    await tx.db
      .insertInto('office.confidentiality_statements')
      .values({
        shop_id: tx.shopId,
        version,
        body: body.zh.trim(),
        body_en: body.en.trim(),
        created_at: tx.now,
        created_by_name: tx.actor.name,
      })
      .execute()
    await publish(tx, { type: 'confidentiality.published', aggregate: 'shop', id: tx.shopId, data: { version } })
    return version
  })
}
