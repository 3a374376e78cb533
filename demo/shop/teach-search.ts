import { learnWords, setHotWords, takeStarterSynonyms, weighProducts } from '#goods/search'
import type { Context } from '#platform/context'

/** What shoppers are shown before they type, and what else things are called; the jobs' first turn is taken at once. */
export async function teachSearch(ctx: Context): Promise<void> {
  await takeStarterSynonyms(ctx)
  await setHotWords(ctx, { locale: 'zh', words: ['马克杯', '保温杯', '香氛蜡烛', '线香', '护手霜', '四件套', '茶'] })
  await setHotWords(ctx, { locale: 'en', words: ['mug', 'flask', 'candle', 'incense', 'hand cream', 'linen'] })
  await learnWords(ctx)
  await weighProducts(ctx)
}
