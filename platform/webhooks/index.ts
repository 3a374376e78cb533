export { eventUnknown, registerWebhooks, webhookEvent, webhookEvents } from './catalogue.ts'
export {
  type DeliveryPage,
  deliveryNotFound,
  type FindDeliveries,
  findDeliveries,
  loadDelivery,
  replayDelivery,
  replayFailed,
} from './deliveries.ts'
export { findWebhooks, loadWebhook, subscribedEvents, webhookNotFound } from './endpoint-store.ts'
export { sendDue, webhookClockJobs } from './jobs.ts'
export {
  type ChangeWebhook,
  type CreateWebhook,
  changeWebhook,
  createWebhook,
  eventNotYours,
  type NewWebhook,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
  urlRefused,
} from './manage-endpoints.ts'
export {
  type DeliveryStatus,
  type PauseReason,
  payloadVersions,
  pingType,
  type Webhook,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryId,
  type WebhookEvent,
  type WebhookId,
  webhookLimits,
} from './model.ts'
export { pingWebhook, tellSubscribers } from './queue.ts'
export { rotateSecret } from './secrets.ts'
export {
  type SenderOptions,
  type WebhookMessage,
  type WebhookReply,
  type WebhookSender,
  webhookSender,
} from './send.ts'
export { webhooksText } from './text.ts'
