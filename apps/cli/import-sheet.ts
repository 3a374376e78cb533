import { writeFile } from 'node:fs/promises'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import {
  type Failure,
  failuresOf,
  failureText,
  findImportByNumber,
  importKind,
  importNow,
  previewReversal,
  type ReversalPreview,
  reversalRemarks,
  reverseImport,
  runReversal,
  templateOf,
  writeSheet,
} from '#platform/imports'

export interface SheetCall {
  readonly kind: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly dryRun: boolean
}

/** Imports a sheet of any kind here and now; categories it names are made and what it calls active is listed. */
export async function importSheet(ctx: Context, { kind: name, ...sheet }: SheetCall) {
  const kind = importKind(name)
  const { currency } = await loadShop(ctx)
  const run = await importNow(ctx, kind, { ...sheet, options: { currency } })
  const failures = await failuresOf(ctx, run.id, { limit: 100_000 })
  return {
    number: run.number,
    created: run.created,
    updated: run.updated,
    unchanged: run.unchanged,
    failed: failures.map(({ row, field, code, ...failure }) => ({
      row,
      field,
      code,
      message: failureText(kind.texts, ctx.locale, { row, field, code, ...failure } as Failure),
    })),
    picturesWaiting: run.plan.notes.picturesWaiting ?? 0,
  }
}

/** Takes an import back here and now, or says what that would do. */
export async function reverseByNumber(ctx: Context, number: string, dryRun: boolean) {
  const { id, kind } = await findImportByNumber(ctx, number)
  const preview = await previewReversal(ctx, id)
  if (!dryRun) {
    await reverseImport(ctx, id)
    await runReversal(ctx, id)
  }
  const kept = dryRun ? preview.kept : (await reversalRemarks(ctx, id)).filter(({ outcome }) => outcome === 'kept')
  const { texts } = importKind(kind)
  return {
    effects: countsOf(preview),
    kept: kept.map(({ row, label, code = '', details = {} }) => ({
      row,
      label,
      code,
      message: failureText(texts, ctx.locale, { row, field: '', code, details }),
    })),
  }
}

const countsOf = ({ effects }: ReversalPreview): Record<string, number> =>
  Object.fromEntries(effects.map(({ subject, did, count }) => [`${subject} ${did}`, count]))

/** Writes a sheet to start from; the form follows the file's ending. */
export async function writeTemplate(ctx: Context, kind: string, file: string): Promise<void> {
  const form = /\.xlsx$/i.test(file) ? 'xlsx' : 'csv'
  await writeFile(file, await writeSheet(form, templateOf(importKind(kind), ctx.locale)))
}
