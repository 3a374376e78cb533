import { refusal } from '#kernel/refusal'
import { type Actor, limitOf } from '#platform/context'
import type { WebhookEvent } from './model.ts'

export const eventUnknown = refusal(
  'invalid',
  'webhooks.event_unknown',
  (d: { field: 'events'; type: string }) => `there is no webhook ${d.type}`,
)

const catalogue = new Map<string, WebhookEvent>()

/** Makes known which messages this house sends. Done once, where the house is put together; again changes nothing. */
export function registerWebhooks(events: readonly WebhookEvent[]): void {
  for (const event of events) catalogue.set(event.type, event)
}

export const webhookEvents = (): readonly WebhookEvent[] => [...catalogue.values()]

/** @throws eventUnknown */
export function webhookEvent(type: string): WebhookEvent {
  const event = catalogue.get(type)
  if (!event) throw eventUnknown({ field: 'events', type })
  return event
}

/** Whether somebody may read what messages under this permission tell: all of it, not only what lies in some warehouses. */
export const mayHear = (actor: Actor, permission: string): boolean =>
  actor.permissions.has(permission) && !limitOf(actor, permission)
