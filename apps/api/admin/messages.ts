import { Type } from 'typebox'
import { IdText, Instant, PageOf, PageQuery, type Routes } from '#platform/http'
import { listMessages } from '#platform/messages'

const MessageJson = Type.Object({
  id: IdText,
  channel: Type.String(),
  recipient: Type.String(),
  purpose: Type.String(),
  template: Type.String(),
  subject: Type.Union([Type.String(), Type.Null()]),
  body: Type.String(),
  createdAt: Instant,
})

/** The outbox of text messages and e-mails: what a customer was told, and where a code can be read while no provider is connected. */
export function messageRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/messages',
    {
      config: { needs: { staff: 'messages.read' } },
      schema: { tags: ['messages'], querystring: Type.Object(PageQuery), response: { 200: PageOf(MessageJson) } },
    },
    (request) => listMessages(request.context, request.query),
  )
}
