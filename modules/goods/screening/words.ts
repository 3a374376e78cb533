import { refusal } from '#kernel/refusal'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { dictionary } from './dictionary.ts'
import { type ScreenRule, type Severity, type ShopRule, screenLimits, type WordKind } from './model.ts'
import { plain } from './screen-texts.ts'
import { screeningSettings } from './settings.ts'

export const wordInvalid = refusal('invalid', 'screening.word_invalid', (_: { field: 'word' }) => 'that is no word')
export const wordReasonMissing = refusal(
  'invalid',
  'screening.reason_missing',
  (_: { field: 'reason' }) => 'a rule needs its reason',
)
export const wordNotOurs = refusal(
  'not_found',
  'screening.not_ours',
  (d: { word: string }) => `the shop has no rule of its own for ${d.word}`,
)

/** All rules of a shop: the built-in ones, and in their place or beside them its own. */
export async function listRules(reader: Reader): Promise<ShopRule[]> {
  const rows = await reader.db
    .selectFrom('goods.screen_words')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .orderBy('updated_at', 'desc')
    .execute()
  const builtIn = new Set(dictionary.map(({ word }) => word))
  const own = rows.map(
    (row): ShopRule => ({
      word: row.word,
      kind: row.kind as WordKind,
      severity: row.severity as Severity,
      platform: row.platform,
      reason: { zh: row.reason, en: row.reason },
      exceptions: row.exceptions,
      isBuiltIn: builtIn.has(row.word),
      changedBy: row.updated_by,
    }),
  )
  const changed = new Set(own.map(({ word }) => word))
  const rest = dictionary.filter(({ word }) => !changed.has(word))
  return [...own, ...rest.map((rule) => ({ ...rule, isBuiltIn: true, changedBy: null }))]
}

/** The rules that a listing of this shop must satisfy: those for everybody and those of the marketplaces it sells on. */
export async function rulesFor(reader: Reader): Promise<readonly ScreenRule[]> {
  const { platforms } = await readSettings(reader, screeningSettings)
  const ours = new Set(['all', ...platforms.split(/[\s,，、]+/)])
  return (await listRules(reader)).filter(({ platform, severity }) => severity !== 'off' && ours.has(platform))
}

export interface SetRule {
  readonly word: string
  readonly kind: WordKind
  readonly severity: Severity
  readonly platform?: string
  readonly reason: string
  readonly exceptions?: readonly string[]
}

/** Adds a word, or changes what a known one does in this shop, with its reason. @throws wordInvalid, wordReasonMissing */
export async function setRule(ctx: Context, rule: SetRule): Promise<void> {
  const word = plain(rule.word).trim()
  const reason = rule.reason.trim()
  if (!word || word.length > screenLimits.word) throw wordInvalid({ field: 'word' })
  if (!reason || reason.length > screenLimits.reason) throw wordReasonMissing({ field: 'reason' })
  await transaction(ctx, (tx) => writeRule(tx, { ...rule, word, reason }))
}

async function writeRule(tx: Tx, { word, kind, severity, platform, reason, exceptions = [] }: SetRule): Promise<void> {
  const values = {
    kind,
    severity,
    platform: platform?.trim() || 'all',
    reason,
    exceptions: exceptions.map((phrase) => plain(phrase).trim()).filter(Boolean),
    updated_at: tx.now,
    updated_by: tx.actor.name,
  }
  await tx.db
    .insertInto('goods.screen_words')
    .values({ shop_id: tx.shopId, word, ...values })
    .onConflict((conflict) => conflict.columns(['shop_id', 'word']).doUpdateSet(values))
    .execute()
  await publish(tx, {
    type: 'screening.rule_set',
    aggregate: 'shop',
    id: tx.shopId,
    data: { word, severity, kind, reason },
  })
}

/** Takes back what the shop changed about a word: a built-in one is as it was, an own one is gone. @throws wordNotOurs */
export function resetRule(ctx: Context, word: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const row = await tx.db
      .deleteFrom('goods.screen_words')
      .where('shop_id', '=', tx.shopId)
      .where('word', '=', word)
      .returning('word')
      .executeTakeFirst()
    if (!row) throw wordNotOurs({ word })
    await publish(tx, { type: 'screening.rule_reset', aggregate: 'shop', id: tx.shopId, data: { word } })
  })
}
