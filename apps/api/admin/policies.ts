import { Type } from 'typebox'
import { policyKinds } from '#model/office/privacy'
import { allPolicies, publishPolicy } from '#office/privacy'
import { Instant, OneOf, type Routes } from '#platform/http'

const text = (max: number) => Type.String({ minLength: 1, maxLength: max })
const both = (max: number) => Type.Object({ zh: text(max), en: text(max) }, { additionalProperties: false })
const Kind = OneOf(policyKinds)
const PolicyJson = Type.Object({
  kind: Kind,
  version: Type.Integer(),
  title: both(200),
  body: both(100_000),
  holdsFrom: Instant,
  createdBy: Type.String(),
})
const PublishBody = Type.Object(
  { kind: Kind, title: both(200), body: both(100_000), holdsFrom: Type.Optional(Instant) },
  { additionalProperties: false },
)

/** The privacy policy and the terms of the platform, version by version. */
export function policyRoutes(app: Routes): void {
  const tags = ['office']
  app.get(
    '/api/v1/admin/policies',
    { config: { needs: { staff: 'settings.read' } }, schema: { tags, response: { 200: Type.Array(PolicyJson) } } },
    ({ context }) => allPolicies(context),
  )
  app.post(
    '/api/v1/admin/policies',
    {
      config: { needs: { staff: 'settings.change' }, once: true },
      schema: { tags, body: PublishBody, response: { 201: Type.Object({ version: Type.Integer() }) } },
    },
    async ({ context, body: { kind, title, body, holdsFrom } }, reply) => {
      const from = holdsFrom === undefined ? undefined : Temporal.Instant.from(holdsFrom)
      return reply.code(201).send({ version: await publishPolicy(context, { kind, title, body, holdsFrom: from }) })
    },
  )
}
