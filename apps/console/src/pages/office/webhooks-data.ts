import type { AnswerOf } from '#client'

export type Webhook = AnswerOf<'GET /api/v1/admin/webhooks'>['rows'][number]
export type Delivery = AnswerOf<'GET /api/v1/admin/webhook-deliveries'>['rows'][number]
export type Attempt = AnswerOf<'GET /api/v1/admin/webhook-deliveries/{id}'>['log'][number]
