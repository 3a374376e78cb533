import { learnWords, setHotWords, takeStarterSynonyms, weighProducts } from '#goods/search'
import type { Context } from '#platform/context'

/** What shoppers are shown before they type, and what else things are called; the jobs' first turn is taken at once. */
export async function teachSearch(ctx: Context): Promise<void> {
  await takeStarterSynonyms(ctx)
  await setHotWords(ctx, { locale: 'zh', words: ['茶杯', '茶叶', '盖碗', '花瓶', '香薰', '礼物'] })
  await setHotWords(ctx, { locale: 'en', words: ['teacup', 'tea', 'vase', 'incense', 'gift'] })
  await learnWords(ctx)
  await weighProducts(ctx)
}
