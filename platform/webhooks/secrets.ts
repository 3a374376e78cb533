import { randomBytes } from 'node:crypto'
import { newId } from '#kernel/id'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { lockWebhook } from './endpoint-store.ts'
import type { WebhookId } from './model.ts'
import { webhookSettings } from './settings.ts'

/** A new current secret of 192 random bits, in the form of Standard Webhooks. It is kept sealed, because signing needs it. */
export async function insertSecret(tx: Tx, webhookId: WebhookId): Promise<string> {
  const secret = `whsec_${randomBytes(24).toString('base64')}`
  await tx.db
    .insertInto('platform.webhook_secrets')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      endpoint_id: webhookId,
      secret_cipher: tx.vault.seal(secret),
      created_at: tx.now,
    })
    .execute()
  return secret
}

/** The secrets that sign now, the newest first. */
export async function secretsOf(reader: Reader, webhookId: WebhookId): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('platform.webhook_secrets')
    .select('secret_cipher')
    .where('shop_id', '=', reader.shopId)
    .where('endpoint_id', '=', webhookId)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', reader.now)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => reader.vault.open(row.secret_cipher))
}

/**
 * Replaces an endpoint's secret. Messages are signed with the old one as well for a day (setting `webhooks.secretOverlapHours`), so
 * that receivers can follow without losing any. Returns the new one, which is shown this once.
 *
 * @throws webhookNotFound
 */
export function rotateSecret(ctx: Context, webhookId: WebhookId): Promise<string> {
  return transaction(ctx, async (tx) => {
    await lockWebhook(tx, webhookId)
    const { secretOverlapHours } = await readSettings(tx, webhookSettings)
    const validUntil = tx.now.add({ hours: secretOverlapHours })
    await tx.db
      .updateTable('platform.webhook_secrets')
      .set({ valid_until: validUntil })
      .where('shop_id', '=', tx.shopId)
      .where('endpoint_id', '=', webhookId)
      .where('valid_until', 'is', null)
      .execute()
    const secret = await insertSecret(tx, webhookId)
    const data = { oldValidUntil: validUntil.toString() }
    await publish(tx, { type: 'webhook.secret_rotated', aggregate: 'webhook', id: webhookId, data })
    return secret
  })
}
