import { Type } from 'typebox'
import type { Policy } from '#model/office/privacy'
import {
  agree,
  askToClose,
  closingOf,
  currentPolicies,
  handOutData,
  policiesToAgree,
  withdrawClosing,
} from '#office/privacy'
import type { AccountId, Context } from '#platform/context'
import { Empty, Instant, type Routes } from '#platform/http'

const Both = Type.Object({ zh: Type.String(), en: Type.String() })
const PolicyJson = Type.Object({
  kind: Type.String(),
  version: Type.Integer(),
  title: Both,
  body: Both,
  holdsFrom: Instant,
})
const Version = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))

/** The versions of the policies that somebody has ticked. */
export const AgreementBody = Type.Object({ privacy: Version, terms: Version }, { additionalProperties: false })

const StandingJson = Type.Object({
  toAgree: Type.Array(PolicyJson),
  closing: Type.Union([Type.Object({ askedAt: Instant, dueAt: Instant }), Type.Null()]),
})

const plain = ({ createdBy: _, ...policy }: Policy) => policy

/** What shoppers agree to, what the house knows of them, and the end of their account. */
export function privacyRoutes(app: Routes): void {
  const tags = ['privacy']
  const shopper = { needs: 'shopper' } as const
  app.get(
    '/api/v1/store/policies',
    { config: { needs: 'anyone' }, schema: { tags, response: { 200: Type.Array(PolicyJson) } } },
    async ({ context }) => (await currentPolicies(context)).map(plain),
  )
  app.get('/api/v1/store/privacy', { config: shopper, schema: { tags, response: { 200: StandingJson } } }, (request) =>
    standingOf(request.context),
  )
  app.post(
    '/api/v1/store/privacy/consents',
    { config: shopper, schema: { tags, body: AgreementBody, response: { 200: StandingJson } } },
    async ({ context, body }) => {
      await agree(context, { agrees: body })
      return standingOf(context)
    },
  )
  app.get(
    '/api/v1/store/privacy/data',
    {
      config: shopper,
      schema: { tags, response: { 200: Type.Record(Type.String(), Type.Unknown()) } },
    },
    async ({ context }, reply) => {
      const day = context.now.toString().slice(0, 10)
      reply.header('content-disposition', `attachment; filename="my-data-${day}.json"`)
      return handOutData(context)
    },
  )
  app.post(
    '/api/v1/store/privacy/closing',
    { config: shopper, schema: { tags, body: Empty, response: { 200: StandingJson } } },
    async ({ context }) => {
      await askToClose(context)
      return standingOf(context)
    },
  )
  app.delete(
    '/api/v1/store/privacy/closing',
    { config: shopper, schema: { tags, response: { 200: StandingJson } } },
    async ({ context }) => {
      await withdrawClosing(context)
      return standingOf(context)
    },
  )
}

async function standingOf(ctx: Context) {
  const accountId = ctx.actor.id as AccountId
  const toAgree = await policiesToAgree(ctx, accountId)
  return { toAgree: toAgree.map(plain), closing: (await closingOf(ctx, accountId)) ?? null }
}
