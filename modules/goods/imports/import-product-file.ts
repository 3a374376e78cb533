import { supplyPicture, waitingPictures } from '#goods/media'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { failuresOf, failureText, importNow } from '#platform/imports'
import type { OnStock } from './land-products.ts'
import type { ProductImportOptions } from './model.ts'
import { productImport } from './product-import.ts'

export interface ImportProductFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly dryRun: boolean
  readonly onStock?: OnStock
  readonly options?: ProductImportOptions
  /** Gives the bytes of a picture by the file name at the end of its address, where there is one beside the sheet. */
  readonly pictureFile?: (name: string) => Promise<Uint8Array | undefined>
}

export interface ProductFileResult {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: readonly {
    readonly row: number
    readonly field: string
    readonly code: string
    readonly message: string
  }[]
  /** Pictures of the file that are known by address only. */
  readonly picturesWaiting: number
}

/**
 * Imports a product file here and now and says what became of each row: what the command line calls.
 * @throws columnsMissing, importUnreadable, importTooLarge
 */
export async function importProductFile(
  ctx: Context,
  { fileName, bytes, dryRun, onStock, options, pictureFile }: ImportProductFile,
): Promise<ProductFileResult> {
  const kind = productImport({ onStock })
  const { currency } = await loadShop(ctx)
  const told = { currency, fetchPictures: pictureFile === undefined, ...options }
  const run = await importNow(ctx, kind, { fileName, bytes, dryRun, options: told })
  const supplied = pictureFile && !dryRun ? await supplyFrom(ctx, pictureFile) : 0
  const failures = await failuresOf(ctx, run.id, { limit: 100_000 })
  return {
    created: run.created,
    updated: run.updated,
    unchanged: run.unchanged,
    failed: failures.map((failure) => ({
      row: failure.row,
      field: failure.field,
      code: failure.code,
      message: failureText(kind.texts, ctx.locale, failure),
    })),
    picturesWaiting: Math.max(0, (run.plan.notes.picturesWaiting ?? 0) - supplied),
  }
}

/** Fills waiting pictures from files; returns how many. */
async function supplyFrom(ctx: Context, pictureFile: NonNullable<ImportProductFile['pictureFile']>): Promise<number> {
  let supplied = 0
  for (const { id, sourceUrl } of await waitingPictures(ctx, { limit: 10_000 })) {
    const name = URL.canParse(sourceUrl) ? new URL(sourceUrl).pathname.split('/').at(-1) : undefined
    const bytes = name && (await pictureFile(decodeURIComponent(name)))
    if (!bytes) continue
    await supplyPicture(ctx, id, bytes)
    supplied += 1
  }
  return supplied
}
