import { Type } from 'typebox'
import { IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { listMessages, retryMessages } from '#platform/messages'

const MessageJson = Type.Object({
  id: IdText,
  channel: Type.String(),
  recipient: Type.String(),
  purpose: Type.String(),
  template: Type.String(),
  subject: Type.Union([Type.String(), Type.Null()]),
  body: Type.String(),
  createdAt: Instant,
  status: Type.String(),
  lastError: Type.Union([Type.String(), Type.Null()]),
  sentAt: Type.Union([Instant, Type.Null()]),
})
const closed = { additionalProperties: false }
const ListQuery = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(OneOf(['waiting', 'sent', 'failed', 'expired', 'kept'])),
    channel: Type.Optional(OneOf(['sms', 'email'])),
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
    (request) => listMessages(request.context, request.query),
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
