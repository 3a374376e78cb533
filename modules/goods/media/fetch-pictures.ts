import { isRefusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type Fetch, type FetchOutcome, nextFetches, recordFetch, waitAgain } from './fetch-store.ts'
import { mediaLimits } from './model.ts'
import { pictureNotWaiting, supplyPicture } from './waiting-pictures.ts'

const atOnce = 4
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Job. Brings the pictures an import named by address, four at a time, and gives each to its products. What cannot be brought is
 * kept with its reason. Safe to run again: each is settled by itself, so a killed run goes on with those left.
 */
export async function fetchPictures(ctx: Context, importId: string): Promise<void> {
  for (let after = beforeAll; ; ) {
    const batch = await nextFetches(ctx, importId, { after, limit: atOnce })
    if (batch.length === 0) return
    await Promise.all(batch.map((one) => fetchOne(ctx, importId, one)))
    after = batch.at(-1)!.pictureId
  }
}

async function fetchOne(ctx: Context, importId: string, fetch: Fetch): Promise<void> {
  const outcome = fetch.isThere ? {} : await bring(ctx, fetch)
  await transaction(ctx, (tx) => recordFetch(tx, importId, fetch.pictureId, outcome))
}

async function bring(ctx: Context, { pictureId, url }: Fetch): Promise<FetchOutcome> {
  const found = await ctx.outside.downloads.picture(url, mediaLimits.bytes)
  if ('problem' in found) return { code: `media.fetch.${found.problem}`, details: { said: found.said ?? '' } }
  try {
    await supplyPicture(ctx, pictureId, found.bytes)
    return {}
  } catch (error) {
    if (!isRefusal(error)) throw error
    return error.code === pictureNotWaiting.code ? {} : { code: error.code, details: error.details }
  }
}

/** Tries an import's failed and waiting pictures again, by a job. Answers how many there are. */
export function fetchAgain(ctx: Context, importId: string): Promise<number> {
  return transaction(ctx, async (tx) => {
    const waiting = await waitAgain(tx, importId)
    if (waiting > 0) await publish(tx, { type: 'pictures.fetch_requested', aggregate: 'import', id: importId })
    return waiting
  })
}
