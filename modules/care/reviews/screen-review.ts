import { rulesFor, screenTexts } from '#goods/screening'
import type { WordKind } from '#model/goods/screening'
import type { Tx } from '#platform/context'
import type { HideReason } from './model.ts'

/**
 * Praise is a buyer's own: superlatives do not matter in a review. What the law keeps out of sight whoever says it does, and so does
 * what staff added to the words themselves.
 */
const watched: readonly WordKind[] = ['prohibited_goods', 'medical', 'own']

/** A phone number, an account of a messenger, an address of a page: what advertisements in reviews are made of. */
const contact =
  /(?<!\d)1[3-9]\d{9}(?!\d)|https?:\/\/|www\.|[a-z0-9-]+\.(?:com|cn|net|shop|top|vip)\b|(?:微信|薇信|威信|加\s*[vV]|vx|qq|扣扣)\s*[号:：]?\s*[a-z0-9_-]{5,}/iu

/** Why words should be looked at by a person before everybody reads them; undefined when nothing speaks against them. */
export async function whyHeld(tx: Tx, words: string): Promise<HideReason | undefined> {
  if (words === '') return undefined
  if (contact.test(words.normalize('NFKC'))) return 'advertising'
  const rules = (await rulesFor(tx)).filter(({ kind, severity }) => severity === 'block' && watched.includes(kind))
  return screenTexts(rules, [{ field: 'words', text: words }]).length > 0 ? 'unlawful' : undefined
}
