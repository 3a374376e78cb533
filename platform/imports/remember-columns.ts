import { createHash } from 'node:crypto'
import type { Reader, Tx } from '#platform/context'
import { type ImportKind, importKind, inDialect } from './import-kind.ts'
import type { ChosenColumns } from './map-columns.ts'
import { plainHead } from './plain-head.ts'

interface Remember {
  readonly kind: string
  readonly heads: readonly string[]
  readonly dialect?: string
  readonly columns: Readonly<Record<string, string>>
}

/** Keeps how the columns of a sheet with these heads were chosen; the latest choice counts. */
export async function rememberColumns(tx: Tx, { kind, heads, dialect, columns }: Remember): Promise<void> {
  const fields = inDialect(importKind(kind), dialect).columns
  const chosen = Object.fromEntries(fields.map(({ field }) => [field, columns[field] ?? null]))
  const row = { dialect: dialect ?? null, columns: JSON.stringify(chosen), used_at: tx.now }
  await tx.db
    .insertInto('platform.import_mappings')
    .values({ shop_id: tx.shopId, kind, signature: signatureOf(heads), ...row })
    .onConflict((conflict) => conflict.columns(['shop_id', 'kind', 'signature']).doUpdateSet(row))
    .execute()
}

/** What the shop chose for such a sheet; undefined when it never did, or when the heads are written differently now. */
export async function rememberedColumns(
  reader: Reader,
  { kind, dialects = [] }: ImportKind,
  heads: readonly string[],
): Promise<{ dialect: string | undefined; columns: ChosenColumns } | undefined> {
  const row = await reader.db
    .selectFrom('platform.import_mappings')
    .select(['dialect', 'columns'])
    .where('shop_id', '=', reader.shopId)
    .where('kind', '=', kind)
    .where('signature', '=', signatureOf(heads))
    .executeTakeFirst()
  const columns = row?.columns as ChosenColumns | undefined
  const isStillSo = columns && Object.values(columns).every((head) => head === null || heads.includes(head))
  const isStillRead = !row?.dialect || dialects.some(({ name }) => name === row.dialect)
  return isStillSo && isStillRead ? { dialect: row?.dialect ?? undefined, columns } : undefined
}

/** Sheets with the same heads in any order are alike. */
const signatureOf = (heads: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(heads.map(plainHead).sort()))
    .digest('hex')
