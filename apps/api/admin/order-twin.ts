import { Type } from 'typebox'
import { orderTimeline, orderWorth } from '#insight/order-twin'
import { say, type Texts } from '#kernel/text'
import { laneOf, lanes } from '#model/insight/order-twin'
import type { CommentId } from '#model/sales/desk'
import type { OrderId } from '#model/sales/orders'
import { colleaguesWith } from '#office/accounts'
import { IdOf, IdParams, IdText, Instant, MoneyJson, OneOf, type Routes } from '#platform/http'
import { changeComment, commentOrder, commentsChangeFor, removeComment } from '#sales/desk'
import { Nullable } from '../goods-shapes.ts'

const tags = ['orders']
const reading = { needs: { staff: 'orders.read' } } as const

const ColleagueJson = Type.Object({ id: IdText, name: Type.String() })
const CommentBody = Type.Object(
  {
    words: Type.String({ minLength: 1, maxLength: 1_000 }),
    mentions: Type.Optional(
      Type.Array(IdOf<'Account'>(), { maxItems: 20, description: 'Colleagues who shall read it' }),
    ),
  },
  { additionalProperties: false },
)
const CommentJson = Type.Object({
  id: IdText,
  words: Type.String(),
  mentions: Type.Array(ColleagueJson),
  at: Instant,
  by: Type.String(),
})
const EntryJson = Type.Object({
  id: Type.String(),
  lane: OneOf(lanes),
  type: Type.String({ description: 'What happened: `order.paid`, `stock.reserved`, `tracking.delivering` …' }),
  at: Instant,
  actorKind: Type.String(),
  actorName: Type.String(),
  origin: Type.String({ description: 'The request or job in which it happened' }),
  thing: Type.Object({ kind: Type.String(), id: IdText, label: Type.String() }),
  amount: Nullable(MoneyJson),
  said: Type.String(),
  facts: Type.Record(Type.String(), Type.Unknown()),
  mayChange: Type.Boolean({ description: 'Own words that may still be put right or taken back' }),
})
const WorthJson = Type.Object({
  lineId: IdText,
  setAt: Nullable(Instant),
  setBy: Nullable(Type.String()),
  was: Nullable(MoneyJson),
  reduction: Nullable(Type.Object({ zh: Type.String(), en: Type.String() })),
  cost: Nullable(MoneyJson),
  earned: MoneyJson,
  margin: Nullable(MoneyJson),
})

/** What only the page of an order brings together. */
export function orderTwinRoutes(app: Routes, texts: Texts): void {
  app.get(
    '/api/v1/admin/orders/:id/timeline',
    {
      config: reading,
      schema: {
        tags,
        params: IdParams,
        response: { 200: Type.Object({ rows: Type.Array(EntryJson), hasMore: Type.Boolean() }) },
      },
    },
    async ({ context, params }) => {
      const { rows, hasMore } = await orderTimeline(context, params.id as OrderId)
      const window = await commentsChangeFor(context)
      return {
        rows: rows.map((row) => ({
          ...row,
          lane: laneOf(row.type),
          said: row.said || noticed(row),
          mayChange: mayChange(row),
        })),
        hasMore,
      }
      function mayChange({ type, at, facts: { byId, removedAt } }: (typeof rows)[number]): boolean {
        const isOwn = type === 'comment' && removedAt === null && byId === context.actor.id
        return isOwn && Temporal.Instant.compare(at.add(window), context.now) >= 0
      }
      function noticed({ type, facts }: (typeof rows)[number]): string {
        return type.startsWith('notice.') ? say(texts, context.locale, type, facts) : ''
      }
    },
  )
  app.get(
    '/api/v1/admin/orders/:id/worth',
    {
      config: reading,
      schema: { tags, params: IdParams, response: { 200: Type.Object({ lines: Type.Array(WorthJson) }) } },
    },
    async ({ context, params }) => ({ lines: await orderWorth(context, params.id as OrderId) }),
  )
  app.post(
    '/api/v1/admin/orders/:id/comments',
    {
      config: { ...reading, once: true },
      schema: { tags, params: IdParams, body: CommentBody, response: { 201: CommentJson } },
    },
    async ({ context, params, body }, reply) => {
      const comment = await commentOrder(context, { orderId: params.id as OrderId, ...body })
      return reply.code(201).send({ ...comment, mentions: [...comment.mentions] })
    },
  )
  app.put(
    '/api/v1/admin/order-comments/:id',
    {
      config: reading,
      schema: {
        tags,
        params: IdParams,
        body: Type.Pick(CommentBody, ['words'], { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async ({ context, params, body }, reply) => {
      await changeComment(context, { commentId: params.id as CommentId, ...body })
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/v1/admin/order-comments/:id',
    { config: reading, schema: { tags, params: IdParams, response: { 204: Type.Null() } } },
    async ({ context, params }, reply) => {
      await removeComment(context, params.id as CommentId)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/v1/admin/colleagues',
    {
      config: reading,
      schema: { tags: ['office'], response: { 200: Type.Object({ rows: Type.Array(ColleagueJson) }) } },
    },
    async ({ context }) => ({ rows: await colleaguesWith(context, 'orders.read') }),
  )
}
