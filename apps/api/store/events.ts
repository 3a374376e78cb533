import { LRUCache } from 'lru-cache'
import { Type } from 'typebox'
import { keepVisit } from '#insight/behaviour'
import { refusal } from '#kernel/refusal'
import { behaviourKinds, behaviourLimits } from '#model/insight/behaviour'
import { IdOf, IdText, OneOf, type Routes } from '#platform/http'
import { visitorOf, visitsIn } from '../../cookies.ts'

export const tooManyMessages = refusal(
  'too_many',
  'behaviour.too_many',
  (d: { retryAfterSeconds: number }) => `come again in ${d.retryAfterSeconds} s`,
)

const closed = { additionalProperties: false }
const Millis = Type.Integer({ minimum: 0, maximum: behaviourLimits.ago })
const Word = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' })
const EventBody = Type.Object(
  {
    id: IdText,
    kind: OneOf(behaviourKinds),
    ago: Type.Integer({ minimum: 0, maximum: behaviourLimits.ago, description: 'Milliseconds before this message' }),
    productId: Type.Optional(IdOf<'Product'>()),
    source: Type.Optional(Word),
    position: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
    query: Type.Optional(Type.String({ maxLength: behaviourLimits.query })),
    results: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  },
  closed,
)
const LoadBody = Type.Object(
  {
    id: IdText,
    pixels: Type.Integer({ minimum: 1, maximum: 20_000, description: 'Width of the window' }),
    firstByte: Millis,
    largestPaint: Type.Optional(Millis),
    loaded: Type.Optional(Millis),
    shift: Type.Number({ minimum: 0, maximum: 1_000, description: 'Cumulative layout shift' }),
  },
  closed,
)
const VisitBody = Type.Object(
  {
    page: Word,
    path: Type.Optional(Type.String({ maxLength: 300 })),
    referrer: Type.Optional(Type.String({ maxLength: 253, pattern: '^[a-z0-9.:-]+$' })),
    sessionId: Type.Optional(IdText),
    events: Type.Array(EventBody, { maxItems: behaviourLimits.events }),
    load: Type.Optional(LoadBody),
  },
  closed,
)

/** Pages whose address tells nothing of who looks. */
const publicPages: ReadonlySet<string> = new Set(['home', 'categories', 'category', 'search', 'product', 'policy'])

const machine = /bot\b|crawl|spider|slurp|preview/i

/** What pages tell of a visit: shed first of all when there is too much to do, and never asked for again. */
export function eventRoutes(app: Routes): void {
  const mayTell = messageLimit()
  app.post(
    '/api/v1/store/events',
    {
      config: { needs: 'anyone', lane: 'beacon' },
      bodyLimit: 20_000,
      schema: { tags: ['visits'], body: VisitBody, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { context, body } = request
      const { ip, userAgent } = visitorOf(request)
      mayTell(ip)
      if (machine.test(userAgent)) return reply.code(204).send(null)
      const { visitorId } = visitsIn(request, context.outside.publicUrl)
      await keepVisit(context, {
        ...body,
        path: publicPages.has(body.page) ? body.path?.replace(/[?#].*/s, '') : undefined,
        visitorId,
        sessionId: visitorId && body.sessionId,
        customerId: context.actor.kind === 'shopper' ? (context.actor.id ?? undefined) : undefined,
      })
      return reply.code(204).send(null)
    },
  )
}

/** Counts an address's messages in the memory of this process: nothing is written down for one that is refused. @throws tooManyMessages */
function messageLimit(): (address: string) => void {
  const counts = new LRUCache<string, { count: number }>({ max: 20_000, ttl: 60_000, noUpdateTTL: true })
  return (address) => {
    const known = counts.get(address) ?? { count: 0 }
    if (known.count === 0) counts.set(address, known)
    known.count += 1
    if (known.count > behaviourLimits.messagesPerMinute)
      throw tooManyMessages({ retryAfterSeconds: Math.ceil(counts.getRemainingTTL(address) / 1_000) })
  }
}
