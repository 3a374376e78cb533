import { say } from '#kernel/text'
import type { Both, Product } from '#model/goods/catalog'
import { type PageHead, plainWords, shownWidth } from './model.ts'
import { headsText } from './text.ts'

/** What a product's page says of itself where staff wrote nothing for search engines. */
export function productHead({ texts, slug }: Pick<Product, 'texts' | 'slug'>): PageHead {
  const wordsIn = (locale: 'zh' | 'en') => {
    const text = texts[locale] ?? texts.zh ?? texts.en
    const description = text?.sellingPoints.join(' · ') || plainWords(text?.description ?? '', shownWidth.description)
    return { title: text?.title || text?.name || slug, description }
  }
  const [zh, en] = [wordsIn('zh'), wordsIn('en')]
  return { title: { zh: zh.title, en: en.title }, description: { zh: zh.description, en: en.description } }
}

/** The same for a category in a shop. */
export const categoryHead = (name: Both, shop: Both): PageHead => ({
  title: name,
  description: {
    zh: say(headsText, 'zh', 'heads.category', { name: name.zh, shop: shop.zh }),
    en: say(headsText, 'en', 'heads.category', { name: name.en, shop: shop.en }),
  },
})
