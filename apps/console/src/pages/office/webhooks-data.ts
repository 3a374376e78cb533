export interface Webhook {
  readonly id: string
  readonly url: string
  readonly description: string
  readonly events: readonly string[]
  readonly status: 'active' | 'paused'
  readonly pausedBecause: 'by_hand' | 'failing' | 'gone' | null
  readonly failures: number
  readonly failingSince: string | null
}

export interface Delivery {
  readonly id: string
  readonly webhookId: string
  readonly messageId: string
  readonly type: string
  readonly status: 'waiting' | 'delivered' | 'failed'
  readonly attempts: number
  readonly nextAt: string | null
  readonly createdAt: string
}

export interface Attempt {
  readonly at: string
  readonly millis: number
  readonly responseStatus: number | null
  readonly problem: string | null
  readonly responseExcerpt: string
}

export interface DeliveryDetail extends Delivery {
  readonly body: string
  readonly log: readonly Attempt[]
}

export interface EventType {
  readonly type: string
  readonly permission: string
  readonly title: { readonly zh: string; readonly en: string }
}

export const webhooksPath = '/webhooks'
export const deliveriesPath = '/webhook-deliveries'
