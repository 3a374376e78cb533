import { isId } from '#kernel/id'
import type { Context } from '#platform/context'
import type { Export } from './export.ts'

/** Pieces of one export in the file store, so that no file of any size has to be held in memory. */
const keyOf = (ctx: Pick<Context, 'shopId'>, { id, run }: { id: string; run: string }, part: number): string =>
  `exports/${ctx.shopId}/${id}/${run}/${String(part).padStart(5, '0')}`

/** Whose part lies under a key. */
export function attemptOf(key: string): { readonly id: string; readonly run: string } | undefined {
  const [, , id, run] = key.split('/')
  return id && run && isId(id) ? { id, run } : undefined
}

export const storePart = (
  ctx: Context,
  attempt: { id: string; run: string },
  part: number,
  bytes: Buffer,
): Promise<void> => ctx.outside.files.put(keyOf(ctx, attempt, part), bytes)

/** The pieces in order. A missing one ends the download with an error instead of a file that looks whole. */
export async function* readParts(ctx: Context, { id, run, parts, number }: Export): AsyncGenerator<Buffer> {
  for (let part = 0; part < parts; part++) {
    const bytes = run && (await ctx.outside.files.get(keyOf(ctx, { id, run }, part)))
    if (!bytes) throw new Error(`part ${part} of export ${number} is missing`)
    yield bytes
  }
}

/** Removes what an attempt has stored, and the piece it may have been writing. */
export async function removeParts(ctx: Context, { id, run, parts }: Export): Promise<void> {
  if (!run) return
  for (let part = 0; part <= parts; part++) await ctx.outside.files.remove(keyOf(ctx, { id, run }, part))
}
