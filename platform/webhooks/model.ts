import type { TSchema } from 'typebox'
import type { Id } from '#kernel/id'
import type { Context } from '#platform/context'
import type { EventRecord } from '#platform/events'

export type WebhookId = Id<'Webhook'>
export type WebhookDeliveryId = Id<'WebhookDelivery'>
export type PauseReason = 'by_hand' | 'failing' | 'gone'
export type DeliveryStatus = 'waiting' | 'delivered' | 'failed'

/** One kind of message that outside systems can ask for. */
export interface WebhookEvent {
  readonly type: string
  /** Who subscribes needs this permission: a message tells no more than its holder could read. */
  readonly permission: string
  readonly title: { readonly zh: string; readonly en: string }
  /** Of `data`; part of the documentation, and what leaves. */
  readonly schema: TSchema
  /** What is told of the event, without personal data. */
  readonly build: (ctx: Context, event: EventRecord) => Promise<Readonly<Record<string, unknown>>>
}

/** Where a system wants to be told, and of what. */
export interface Webhook {
  readonly id: WebhookId
  readonly url: string
  readonly description: string
  readonly events: readonly string[]
  /** The form of the payloads, fixed when the endpoint was made. */
  readonly payloadVersion: string
  readonly status: 'active' | 'paused'
  readonly pausedBecause: PauseReason | null
  /** Failed attempts since the last success. */
  readonly failures: number
  readonly failingSince: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
  readonly createdBy: string
}

export interface WebhookAttempt {
  readonly at: Temporal.Instant
  readonly millis: number
  /** The answer's HTTP status; null when none came. */
  readonly responseStatus: number | null
  /** Why none came. */
  readonly problem: string | null
  readonly responseExcerpt: string
}

/** A message to one endpoint. */
export interface WebhookDelivery {
  readonly id: WebhookDeliveryId
  readonly webhookId: WebhookId
  /** What receivers know it by (`webhook-id`): the same in every attempt and replay. */
  readonly messageId: string
  readonly type: string
  readonly status: DeliveryStatus
  readonly attempts: number
  /** When the next attempt is due; null when none is. */
  readonly nextAt: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
  readonly deliveredAt: Temporal.Instant | null
}

export const payloadVersions = ['2026-11'] as const
export const webhookLimits = { events: 100, url: 500, description: 200, endpoints: 20 } as const
export const pingType = 'webhook.ping'
