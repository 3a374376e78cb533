export type { Operations, WebhookMessage, WebhookMessages } from './api.ts'
export {
  type AnswerOf,
  type ArgumentsOf,
  type Connection,
  connect,
  type Extras,
  type InputOf,
  type OperationName,
  type Problem,
  type Zhanggui,
  ZhangguiProblem,
} from './connect.ts'
export { verifyWebhook, WebhookRefused } from './webhooks.ts'
