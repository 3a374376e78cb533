import { Type } from 'typebox'
import { IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import {
  blotted,
  listMessages,
  type Message,
  maskContact,
  messageChannels,
  messageStatuses,
  retryMessages,
} from '#platform/messages'

const MessageJson = Type.Object({
  id: IdText,
  channel: OneOf(messageChannels),
  recipient: Type.String(),
  purpose: OneOf(['service', 'security', 'marketing']),
  template: Type.String(),
  subject: Type.Union([Type.String(), Type.Null()]),
  body: Type.String(),
  createdAt: Instant,
  status: OneOf(messageStatuses),
  lastError: Type.Union([Type.String(), Type.Null()]),
  sentAt: Type.Union([Instant, Type.Null()]),
})
const closed = { additionalProperties: false }
const ListQuery = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(OneOf(messageStatuses)),
    channel: Type.Optional(OneOf(messageChannels)),
    accountId: Type.Optional(IdText),
  },
  closed,
)

/** The outbox of text messages and e-mails: what a customer was told, how it went, and where a code can be read while no provider is connected. */
export function messageRoutes(app: Routes): void {
  const tags = ['messages']
  app.get(
    '/api/v1/admin/messages',
    {
      config: { needs: { staff: 'messages.read' } },
      schema: { tags, querystring: ListQuery, response: { 200: PageOf(MessageJson) } },
    },
    async (request) => {
      const page = await listMessages(request.context, request.query)
      const { senders } = request.context.outside
      return { ...page, rows: page.rows.map((row) => shown(row, senders?.[row.channel] !== undefined)) }
    },
  )
  app.post(
    '/api/v1/admin/messages/retry',
    {
      config: { needs: { staff: 'jobs.manage' } },
      schema: {
        tags,
        body: Type.Object({ ids: Type.Array(IdText, { minItems: 1, maxItems: 200 }) }, closed),
        response: { 200: Type.Object({ retried: Type.Integer() }) },
      },
    },
    async ({ context, body }) => ({ retried: await retryMessages(context, body.ids) }),
  )
}

/** Where a provider sends codes, nobody reads one here, also while it waits or was refused: it still opens somebody's account. */
const shown = (message: Message, isSent: boolean): Message => ({
  ...message,
  recipient: maskContact(message.recipient),
  body: isSent && message.purpose === 'security' ? blotted(message.body) : message.body,
})
