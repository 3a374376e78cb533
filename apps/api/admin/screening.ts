import { Type } from 'typebox'
import { listRules, resetRule, rulesFor, screenTexts, setRule } from '#goods/screening'
import { screenLimits, severities, wordKinds } from '#model/goods/screening'
import { Empty, OneOf, type Routes } from '#platform/http'
import { NameJson, Nullable } from '../goods-shapes.ts'

const tags = ['screening']
const closed = { additionalProperties: false }
const rule = {
  word: Type.String(),
  kind: OneOf(wordKinds),
  severity: OneOf(severities),
  platform: Type.String(),
  exceptions: Type.Array(Type.String()),
}
const RuleJson = Type.Object({
  ...rule,
  reason: NameJson,
  isBuiltIn: Type.Boolean(),
  changedBy: Nullable(Type.String({ description: 'Who changed or added it in this shop' })),
})
const HitJson = Type.Object({
  word: Type.String(),
  severity: OneOf(severities),
  snippet: Type.String(),
  reason: NameJson,
})
const RuleBody = Type.Object(
  {
    word: Type.String({ maxLength: 200 }),
    kind: OneOf(wordKinds),
    severity: OneOf(severities),
    platform: Type.Optional(Type.String({ maxLength: 40 })),
    reason: Type.String({ maxLength: 500 }),
    exceptions: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: screenLimits.exceptions })),
  },
  closed,
)
const WordBody = Type.Object({ word: Type.String({ maxLength: 200 }) }, closed)
const TryBody = Type.Object({ text: Type.String({ maxLength: 20_000 }) }, closed)

/** Banned and doubtful words, as the shop has them, and trying them on a text. */
export function screeningRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/screening/words',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, response: { 200: Type.Object({ rows: Type.Array(RuleJson) }) } },
    },
    async ({ context }) => ({ rows: await listRules(context) }),
  )
  app.put(
    '/api/v1/admin/screening/words',
    { config: { needs: { staff: 'products.review' } }, schema: { tags, body: RuleBody, response: { 200: Empty } } },
    async ({ context, body }) => {
      await setRule(context, body)
      return {}
    },
  )
  app.post(
    '/api/v1/admin/screening/words/reset',
    { config: { needs: { staff: 'products.review' } }, schema: { tags, body: WordBody, response: { 200: Empty } } },
    async ({ context, body }) => {
      await resetRule(context, body.word)
      return {}
    },
  )
  app.post(
    '/api/v1/admin/screening/try',
    {
      config: { needs: { staff: 'products.read' } },
      schema: { tags, body: TryBody, response: { 200: Type.Object({ hits: Type.Array(HitJson) }) } },
    },
    async ({ context, body }) => ({
      hits: screenTexts(await rulesFor(context), [{ field: 'text', text: body.text }]).map(
        ({ rule: found, snippet }) => ({
          ...found,
          snippet,
        }),
      ),
    }),
  )
}
