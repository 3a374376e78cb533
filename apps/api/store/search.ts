import { Type } from 'typebox'
import { hotWords, suggestWords } from '#goods/search'
import { searchLimits } from '#model/goods/search'
import type { Routes } from '#platform/http'

const Suggestions = Type.Object({
  words: Type.Array(Type.String(), { description: 'How what is typed may go on, the likeliest first' }),
  hot: Type.Array(Type.String(), { description: 'What the shop shows those who have typed nothing' }),
})
const Typed = Type.Object(
  { text: Type.Optional(Type.String({ maxLength: searchLimits.text })) },
  { additionalProperties: false },
)

/** What a search field offers while somebody types, in the caller's language. */
export function searchRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/search/suggestions',
    {
      config: { needs: 'anyone', shared: true },
      schema: { tags: ['catalogue'], querystring: Typed, response: { 200: Suggestions } },
    },
    async ({ context, query }) => {
      const text = query.text?.trim() ?? ''
      if (text) return { words: await suggestWords(context, text), hot: [] }
      return { words: [], hot: [...(await hotWords(context))[context.locale]] }
    },
  )
}
