import { type Static, Type } from 'typebox'
import {
  type Condition,
  type Judged,
  listFields,
  mergingDecisions,
  outcomeCodes,
  type Rule,
  type RuleAction,
  type RuleId,
  rangeFields,
  reviewDecisions,
  ruleKinds,
  ruleLimits,
} from '#model/sales/rules'
import { Empty, IdOf, IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { tryRules, wouldHaveMet } from '#sales/orders'
import { arrangeRules, changeRule, createRule, findHits, findRules, loadRule, removeRule } from '#sales/rules'
import { Nullable } from '../goods-shapes.ts'

const closed = { additionalProperties: false }
const Bound = Nullable(Type.Integer({ minimum: 0, maximum: 1e11 }))
const ConditionJson = Type.Union([
  Type.Object({ field: OneOf(rangeFields), from: Bound, to: Bound }, closed),
  Type.Object(
    {
      field: OneOf(listFields),
      any: Type.Array(Type.String({ maxLength: 100 }), { maxItems: ruleLimits.values }),
      not: Type.Boolean({ description: 'None of them, instead of one at least' }),
    },
    closed,
  ),
])
const ActionJson = Type.Union([
  Type.Object({ kind: Type.Literal('warehouse'), warehouseId: IdOf<'Warehouse'>() }, closed),
  Type.Object(
    {
      kind: Type.Literal('review'),
      decision: OneOf(reviewDecisions),
      reason: Type.String({ maxLength: ruleLimits.reason }),
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('gift'), sku: Type.String({ maxLength: 64 }), quantity: Type.Integer(), stop: Type.Boolean() },
    closed,
  ),
  Type.Object({ kind: Type.Literal('carrier'), carrier: Type.String({ maxLength: 20 }) }, closed),
  Type.Object(
    { kind: Type.Literal('merging'), decision: OneOf(mergingDecisions), withinHours: Type.Integer() },
    closed,
  ),
])
const Conditions = Type.Array(ConditionJson, { maxItems: ruleLimits.conditions })
const ruleFields = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  enabled: Type.Boolean(),
  conditions: Conditions,
  action: ActionJson,
}
const RuleBody = Type.Object(ruleFields, closed)
const RuleJson = Type.Object({ id: IdOf<'OrderRule'>(), ...ruleFields })
const JudgedJson = Type.Object({
  condition: ConditionJson,
  holds: Type.Boolean(),
  actual: Type.Union([Type.Number(), Type.Array(Type.String())]),
})
const HitJson = Type.Object({
  ruleId: IdText,
  ruleName: Type.String(),
  kind: OneOf(ruleKinds),
  orderId: IdText,
  orderNumber: Type.String(),
  outcome: Type.Object({ code: OneOf(outcomeCodes), what: Type.String(), why: Type.Optional(Type.String()) }),
  met: Type.Array(JudgedJson),
  at: Instant,
})
const MadeUpJson = Type.Object(
  {
    amountMinor: Type.Integer({ minimum: 0, maximum: 1e11 }),
    districtCode: Type.String({ pattern: '^(\\d{6}|[A-Z]{2}(-[A-Z0-9]+)?)$' }),
    goods: Type.Array(
      Type.Object(
        { sku: Type.String({ maxLength: 64 }), quantity: Type.Integer({ minimum: 1, maximum: 9_999 }) },
        closed,
      ),
      { maxItems: 50 },
    ),
    words: Type.String({ maxLength: 500 }),
    payment: Type.String({ maxLength: 30 }),
    isFirst: Type.Boolean(),
  },
  closed,
)
const TriedJson = Type.Object({
  rule: RuleJson,
  judged: Type.Array(JudgedJson),
  meets: Type.Boolean(),
  decides: Type.Boolean(),
})

const tags = ['orders']
const ruling = { needs: { staff: 'orders.rules' } } as const
const once = { ...ruling, once: true } as const
const versioned = { ...ruling, versioned: true } as const

/** What is done with orders by themselves: the rules, what they did, and what they would do. A rule has a version of its own, their order that of the shop. */
export function orderRuleRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/order-rules',
    {
      config: { ...ruling, versioned: 'shop' },
      schema: {
        tags,
        response: {
          200: Type.Array(
            Type.Object({
              ...RuleJson.properties,
              version: Type.Integer({ description: 'A change of it may send this as If-Match' }),
              hits: Type.Integer({ description: 'Orders it met; above 1,000 nobody counts' }),
              lastHitAt: Nullable(Instant),
            }),
          ),
        },
      },
    },
    async ({ context }) => (await findRules(context)).map((row) => ({ ...row, ...sent(row) })),
  )
  app.post(
    '/api/v1/admin/order-rules',
    { config: once, schema: { tags, body: RuleBody, response: { 201: RuleJson } } },
    async ({ context, body }, reply) => reply.code(201).send(sent(await createRule(context, draftOf(body)))),
  )
  app.get(
    '/api/v1/admin/order-rules/:id',
    { config: versioned, schema: { tags, params: IdParams, response: { 200: RuleJson } } },
    async ({ context, params }) => sent(await loadRule(context, params.id as RuleId)),
  )
  app.put(
    '/api/v1/admin/order-rules/:id',
    { config: versioned, schema: { tags, params: IdParams, body: RuleBody, response: { 200: RuleJson } } },
    async ({ context, params, body }) => sent(await changeRule(context, { ...draftOf(body), id: params.id as RuleId })),
  )
  app.delete(
    '/api/v1/admin/order-rules/:id',
    { config: versioned, schema: { tags, params: IdParams, response: { 200: Empty } } },
    async ({ context, params }) => {
      await removeRule(context, params.id as RuleId)
      return {}
    },
  )
  app.put(
    '/api/v1/admin/order-rules/arrangement',
    {
      config: { ...ruling, versioned: 'shop' },
      schema: {
        tags,
        body: Type.Object({ kind: OneOf(ruleKinds), ids: Type.Array(IdOf<'OrderRule'>(), { maxItems: 200 }) }, closed),
        response: { 200: Empty },
      },
    },
    async ({ context, body }) => {
      await arrangeRules(context, body)
      return {}
    },
  )
  hitRoutes(app)
  trialRoutes(app)
}

function hitRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/order-rules/:id/hits',
    {
      config: ruling,
      schema: { tags, params: IdParams, querystring: Type.Object(PageQuery), response: { 200: PageOf(HitJson) } },
    },
    async ({ context, params, query }) => {
      const page = await findHits(context, { ...query, ruleId: params.id as RuleId })
      return { ...page, rows: page.rows.map((row) => ({ ...row, met: row.met.map(sentJudged) })) }
    },
  )
}

function trialRoutes(app: Routes): void {
  app.post(
    '/api/v1/admin/order-rules/try',
    {
      config: ruling,
      schema: {
        tags,
        body: Type.Object(
          {
            number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
            madeUp: Type.Optional(MadeUpJson),
          },
          { ...closed, description: 'The number of an order, or one that is made up' },
        ),
        response: { 200: Type.Array(TriedJson) },
      },
    },
    async ({ context, body: { number = '', madeUp } }) =>
      (await tryRules(context, madeUp ? { madeUp } : { number })).map(({ rule, judged, ...tried }) => ({
        ...tried,
        rule: sent(rule),
        judged: judged.map(sentJudged),
      })),
  )
  app.post(
    '/api/v1/admin/order-rules/would-have-met',
    {
      config: ruling,
      schema: {
        tags,
        body: Type.Object({ conditions: Conditions }, closed),
        response: {
          200: Type.Object({
            asked: Type.Integer({ description: 'The last paid orders, at most 200' }),
            met: Type.Array(Type.Object({ id: IdText, number: Type.String() })),
          }),
        },
      },
    },
    async ({ context, body }) => {
      const { asked, met } = await wouldHaveMet(context, body.conditions)
      return { asked, met: [...met] }
    },
  )
}

const draftOf = ({ action, ...draft }: Static<typeof RuleBody>) => ({ ...draft, action: action as RuleAction })

/** JSON knows no read-only lists. */
const sentCondition = (condition: Condition) =>
  'any' in condition ? { ...condition, any: [...condition.any] } : condition
const sentJudged = ({ condition, holds, actual }: Judged) => ({
  holds,
  condition: sentCondition(condition),
  actual: typeof actual === 'number' ? actual : [...actual],
})
const sent = ({ id, name, enabled, conditions, action }: Rule) => ({
  id,
  name,
  enabled,
  action,
  conditions: conditions.map(sentCondition),
})
