import { type Locale, say, type Texts } from '#kernel/text'
import type { Shop } from '#model/office/shops'
import type { OwnMessage } from '#platform/messages'
import { houseTexts } from '../texts.ts'

/**
 * What a message says in its reader's language: as it was sent where that is the reader's, else said anew from its template and what filled
 * it (`reason.en` before `reason`). As it was sent, too, where these do not hold all of its words. What was sent stays as it is.
 */
export function messageWords(
  { template, locale, body, values }: Pick<OwnMessage, 'template' | 'locale' | 'body' | 'values'>,
  reader: Locale,
  shop: Pick<Shop, 'name' | 'nameEn'>,
): string {
  const catalogue: Texts = houseTexts
  const key = keysOf(template).find((each) => each in catalogue)
  if (locale === reader || !key) return body
  const link = /https?:\/\/\S+$/.exec(body)?.[0]
  const words: Record<string, string> = {
    ...(link && { link }),
    ...values,
    shop: reader === 'en' ? shop.nameEn : shop.name,
  }
  for (const [name, value] of Object.entries(values))
    if (name.endsWith(`.${reader}`)) words[name.slice(0, -reader.length - 1)] = value
  const isWhole = [...catalogue[key]![reader].matchAll(/\{(\w+)\}/g)].every(([, name]) => name! in words)
  return isWhole ? say(catalogue, reader, key, words) : body
}

/** Rooms name their messages `message.order.paid` or, under their own name, `case.message.refused`. */
const keysOf = (template: string): string[] => [`message.${template}`, template.replace('.', '.message.')]
