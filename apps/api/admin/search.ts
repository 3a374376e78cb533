import { Type } from 'typebox'
import {
  addDictionaryWords,
  explainRanking,
  hotWords,
  importSynonyms,
  listDictionary,
  listSynonyms,
  missedSearches,
  removeDictionaryWord,
  removeSynonyms,
  saveSynonyms,
  setHotWords,
  takeStarterSynonyms,
} from '#goods/search'
import { dayIn } from '#kernel/day'
import { rankingFactors, searchLimits, testKinds } from '#model/goods/search'
import { loadShop } from '#office/shops'
import { Empty, IdText, Instant, OneOf, type Routes } from '#platform/http'
import { IdOf, Nullable, open } from '../goods-shapes.ts'

const tags = ['search']
const closed = { additionalProperties: false }
const reads = { needs: { staff: 'products.read' } } as const
const writes = { needs: { staff: 'products.write' } } as const

const words = (most: number) => Type.Array(Type.String({ maxLength: searchLimits.hotWord }), { maxItems: most })
const group = {
  words: words(searchLimits.synonyms),
  oneWay: Type.Boolean({ description: 'Only the first word finds the others' }),
  weightPercent: Type.Integer({ minimum: 10, maximum: 100 }),
}
const Synonyms = Type.Object({ rows: Type.Array(Type.Object({ id: IdText, ...group })) })
const SynonymsBody = Type.Object({ synonymGroupId: Type.Optional(IdOf<'SynonymGroup'>()), ...group }, closed)
const Added = Type.Object({ added: Type.Integer() })
const Dictionary = Type.Object({
  rows: Type.Array(Type.Object({ word: Type.String(), addedBy: Type.String(), addedAt: Instant })),
})
const HotWords = Type.Object({ zh: words(searchLimits.hotWords), en: words(searchLimits.hotWords) })
const Missed = Type.Object({
  rows: Type.Array(
    Type.Object({
      word: Type.String(),
      locale: Type.String(),
      days: Type.Integer(),
      times: Type.Integer(),
      lastAt: Instant,
    }),
  ),
})
const Factor = Type.Object({ share: Type.Number(), lift: Type.Number() })
const Ranking = Type.Object({
  corrected: Type.Optional(Type.String()),
  price: Type.Optional(
    Type.Object({ fromMinor: Type.Optional(Type.Integer()), toMinor: Type.Optional(Type.Integer()) }),
  ),
  total: Type.Integer(),
  wishes: Type.Array(Type.Object({ text: Type.String(), others: Type.Array(Type.String()) })),
  hits: Type.Array(
    Type.Object({
      productId: IdText,
      name: Type.String(),
      inPart: Type.Boolean(),
      passed: Type.Array(Type.Object({ wish: Type.String(), holds: OneOf(testKinds), value: Type.Number() })),
      words: Type.Number(),
      factors: Type.Object({
        ...(Object.fromEntries(rankingFactors.map((factor) => [factor, Factor])) as Record<
          (typeof rankingFactors)[number],
          typeof Factor
        >),
        sold: Type.Integer(),
        seen: Nullable(Type.Integer()),
        bought: Nullable(Type.Integer()),
        rated: Type.Integer(),
        ratingHundredths: Nullable(Type.Integer()),
      }),
      boost: Type.Number(),
      score: Type.Number(),
    }),
  ),
})

/** What staff teach the search, what shoppers looked for in vain, and why a product stands where it does. */
export function searchAdminRoutes(app: Routes): void {
  synonymRoutes(app)
  wordRoutes(app)
  const text = Type.String({ minLength: 1, maxLength: searchLimits.text })
  app.get(
    '/api/v1/admin/search/ranking',
    { config: reads, schema: { tags, querystring: Type.Object({ text }, closed), response: { 200: Ranking } } },
    async ({ context, query }) => open(await explainRanking(context, query.text)),
  )
  app.get(
    '/api/v1/admin/search/missed',
    {
      config: reads,
      schema: {
        tags,
        querystring: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })) }, closed),
        response: { 200: Missed },
      },
    },
    async ({ context, query }) => {
      const { timeZone } = await loadShop(context)
      const since = dayIn(context.now, timeZone).subtract({ days: (query.days ?? 30) - 1 })
      const rows = await missedSearches(context, since)
      return { rows: rows.map((row) => ({ ...row, lastAt: row.lastAt.toString() })) }
    },
  )
}

function synonymRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/search/synonyms',
    { config: reads, schema: { tags, response: { 200: Synonyms } } },
    async ({ context }) => open({ rows: await listSynonyms(context) }),
  )
  app.put(
    '/api/v1/admin/search/synonyms',
    { config: writes, schema: { tags, body: SynonymsBody, response: { 200: Empty } } },
    async ({ context, body: { synonymGroupId: id, ...body } }) => {
      await saveSynonyms(context, { ...body, id })
      return {}
    },
  )
  app.post(
    '/api/v1/admin/search/synonyms/remove',
    {
      config: writes,
      schema: { tags, body: Type.Object({ synonymGroupId: IdOf<'SynonymGroup'>() }, closed), response: { 200: Empty } },
    },
    async ({ context, body }) => {
      await removeSynonyms(context, body.synonymGroupId)
      return {}
    },
  )
  app.post(
    '/api/v1/admin/search/synonyms/import',
    {
      config: writes,
      schema: {
        tags,
        body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 100_000 }) }, closed),
        response: { 200: Added },
      },
    },
    async ({ context, body }) => ({ added: await importSynonyms(context, body.text) }),
  )
  app.post(
    '/api/v1/admin/search/synonyms/starter',
    { config: writes, schema: { tags, response: { 200: Added } } },
    async ({ context }) => ({ added: await takeStarterSynonyms(context) }),
  )
}

function wordRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/search/hot-words',
    { config: reads, schema: { tags, response: { 200: HotWords } } },
    async ({ context }) => open(await hotWords(context)),
  )
  app.put(
    '/api/v1/admin/search/hot-words',
    {
      config: writes,
      schema: {
        tags,
        body: Type.Object({ locale: OneOf(['zh', 'en'] as const), words: words(searchLimits.hotWords) }, closed),
        response: { 200: Empty },
      },
    },
    async ({ context, body }) => {
      await setHotWords(context, body)
      return {}
    },
  )
  app.get(
    '/api/v1/admin/search/dictionary',
    { config: reads, schema: { tags, response: { 200: Dictionary } } },
    async ({ context }) => ({
      rows: (await listDictionary(context)).map((row) => ({ ...row, addedAt: row.addedAt.toString() })),
    }),
  )
  app.post(
    '/api/v1/admin/search/dictionary',
    { config: writes, schema: { tags, body: Type.Object({ words: words(500) }, closed), response: { 200: Empty } } },
    async ({ context, body }) => {
      await addDictionaryWords(context, body.words)
      return {}
    },
  )
  app.post(
    '/api/v1/admin/search/dictionary/remove',
    {
      config: writes,
      schema: { tags, body: Type.Object({ word: Type.String({ maxLength: 40 }) }, closed), response: { 200: Empty } },
    },
    async ({ context, body }) => {
      await removeDictionaryWord(context, body.word)
      return {}
    },
  )
}
