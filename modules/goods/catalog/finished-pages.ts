import { categoryList, documentStates, type FinishedList, keepDocuments, wordsList } from '#goods/search'
import type { Reader } from '#platform/context'
import type { ProductId } from './model.ts'
import { cardText, pageText } from './product-json.ts'
import { pagesOf, productCardsOf } from './product-page.ts'
import { loadWhole } from './product-rows.ts'

/** A list without filters, in its usual order. */
export type PlainList = { readonly page?: number; readonly size?: number } & (
  | { readonly category: string; readonly text?: undefined }
  | { readonly text: string; readonly category?: undefined }
)

/**
 * The JSON of a list page, put together from finished cards: one question to the database. Undefined when it must be browsed: for a category that is
 * not known, or because a product has changed since somebody last looked; its card is then made for the next.
 */
export async function finishedListJson(reader: Reader, wish: PlainList): Promise<string | undefined> {
  const list = wish.category === undefined ? await wordsList(reader, wish) : await categoryList(reader, wish)
  if (!list) return undefined
  if (list.missing.length === 0) return listText(list)
  await finishProducts(reader, list.missing)
  return undefined
}

const listText = ({ cards, page, size, total, more }: FinishedList): string =>
  `{"rows":[${cards}],"page":${page},"size":${size},"total":${total},"more":${more}}`

/** Makes the finished cards and pages of products in both languages and keeps them, as far as nothing changes meanwhile. */
export async function finishProducts(reader: Reader, ids: readonly ProductId[]): Promise<void> {
  const states = await documentStates(reader, ids) // before anything else is read
  const cards = new Map((await productCardsOf(reader, ids)).map((card) => [card.productId, card]))
  const whole = await loadWhole(reader, ids)
  const pages = new Map((await pagesOf(reader, [...whole.values()])).map((page) => [page.product.id, page]))
  const documents = states.flatMap((state) => {
    const [card, page] = [cards.get(state.productId), pages.get(state.productId)]
    return card && page ? [{ ...state, card: cardText(card, state.locale), page: pageText(page, state.locale) }] : []
  })
  await keepDocuments(reader, documents)
}
