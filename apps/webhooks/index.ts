import { notify } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord, Listener } from '#platform/events'
import { registerWebhooks, subscribedEvents, tellSubscribers } from '#platform/webhooks'
import { houseWebhooks } from './events.ts'

/** Makes the messages known that this house sends. */
export const registerHouseWebhooks = (): void => registerWebhooks(houseWebhooks)

/** Whoever may manage endpoints hears that one was paused by itself. */
async function reportPaused(ctx: Context, { id, aggregateId, data }: EventRecord): Promise<void> {
  if (data.because === 'by_hand') return
  await transaction(ctx, (tx) =>
    notify(tx, {
      permission: 'webhooks.manage',
      kind: 'webhook.paused',
      subject: 'webhook',
      subjectId: aggregateId,
      data: { url: data.url },
      dedupeKey: `webhook.paused:${id}`,
    }),
  )
}

export const webhookListeners: readonly Listener[] = [
  {
    name: 'webhooks.tell',
    waits: true,
    on: houseWebhooks.map(({ type }) => type),
    wanted: subscribedEvents,
    run: tellSubscribers,
  },
  { name: 'webhooks.reportPaused', on: ['webhook.paused'], run: reportPaused },
]
