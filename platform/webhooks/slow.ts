import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Context } from '#platform/context'
import { type Circuit, circuit, circuitLimits, NotAsked } from '#platform/outbound'
import { attemptDelivery } from './deliver.ts'
import type { WebhookDeliveryId, WebhookId } from './model.ts'

/** An endpoint that takes longer is slow: the worker goes on with other things, and what comes of the attempt is noted when it comes. */
const slowMillis = 1_000

/** Four messages at once to one endpoint; one that was slow or failed three times in a row is left to the clock for a minute. */
const limits = { ...circuitLimits, inARow: 3, restMillis: 60_000, atOnce: 4 }
const circuits = new LRUCache<WebhookId, Circuit>({ max: 10_000 })

/**
 * Tries to deliver a message at once, unless its endpoint is slow or has enough to do: then the clock sends it, within minutes. Waits no
 * longer than a second; an attempt that is cut off by the end of the process comes back when its lease is over.
 */
export async function attemptUnlessSlow(
  ctx: Context,
  webhookId: WebhookId,
  deliveryId: WebhookDeliveryId,
): Promise<void> {
  const way = circuits.get(webhookId) ?? circuit(limits)
  circuits.set(webhookId, way)
  const started = performance.now()
  const attempt = () => attemptDelivery(ctx, deliveryId)
  const judge = (isTaken: boolean | undefined) => ({
    failed: isTaken === false || performance.now() - started > slowMillis,
  })
  const noted = way.run(attempt, judge).catch((error: unknown) => {
    if (!(error instanceof NotAsked)) throw error
  })
  await Promise.race([noted, sleep(slowMillis, undefined, { ref: false })])
}
