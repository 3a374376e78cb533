import { type Locale, say, type Texts } from '#kernel/text'
import type { Context } from '#platform/context'
import type { ImportId } from './import.ts'
import { type ImportKind, importKind, inDialect, type SheetRow } from './import-kind.ts'
import { type Failure, failuresOf, loadImport } from './import-store.ts'
import { groupRows, mapRows } from './map-columns.ts'
import { importsText } from './text.ts'
import { openSheet } from './upload-file.ts'

const mostFailures = 100_000

/**
 * The rows that did not land, as a sheet to put right and import again: the original columns, then row and reason in the
 * caller's language. Rows that failed only because they belong to a wrong one come along, so that the sheet is whole.
 * `writeSheet` makes a file of it.
 */
export async function failuresSheet(ctx: Context, importId: ImportId): Promise<string[][]> {
  const { fileId, plan, kind: name } = await loadImport(ctx, importId)
  const kind = inDialect(importKind(name), plan.dialect)
  const sheet = await openSheet(ctx, fileId)
  const failures = Map.groupBy(await failuresOf(ctx, importId, { limit: mostFailures }), ({ row }) => row)
  const cells = new Map(sheet.rows.map((row) => [row.row, row.cells]))
  const failed = groupRows(kind, mapRows(sheet, plan.columns)).filter((group) =>
    group.some(({ row }) => failures.has(row)),
  )
  const inOrder = failed.flatMap((group) => group.map(({ row }) => ({ row, group }))).sort((a, b) => a.row - b.row)
  const lines = inOrder.map(({ row, group }) => [
    ...sheet.heads.map((_, at) => cells.get(row)?.[at] ?? ''),
    String(row),
    reasonOf(ctx.locale, kind, failures, group, row),
  ])
  const heads = [
    ...sheet.heads,
    say(importsText, ctx.locale, 'imports.sheet.row'),
    say(importsText, ctx.locale, 'imports.sheet.reason'),
  ]
  return [heads, ...lines]
}

function reasonOf(
  locale: Locale,
  kind: ImportKind,
  failures: ReadonlyMap<number, Failure[]>,
  group: readonly SheetRow[],
  row: number,
): string {
  const own = failures.get(row)
  if (own) return own.map((failure) => failureText(kind.texts, locale, failure)).join('; ')
  const culprit = group.find((other) => failures.has(other.row))
  return say(importsText, locale, 'imports.sheet.with_row', { row: culprit?.row })
}

/** What is wrong with a row, in words. */
export const failureText = (texts: Texts, locale: Locale, { code, details, value }: Failure): string =>
  say(texts, locale, code, { value: value ?? '', ...details })
