import { isBefore } from '#kernel/day'
import type { Context, Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import type { PageContent, PageId } from './model.ts'
import { previewOver } from './page.ts'
import { loadPage } from './page-store.ts'
import { contentSettings } from './settings.ts'

export interface PreviewLink {
  /** Goes into the address: whoever has it sees the draft. */
  readonly token: string
  readonly until: Temporal.Instant
}

/** A link by which a page's draft is seen without signing in, for some hours. @throws pageNotFound */
export async function previewLink(ctx: Context, pageId: PageId): Promise<PreviewLink> {
  await loadPage(ctx, pageId)
  const { previewFor } = await readSettings(ctx, contentSettings)
  const until = ctx.now.add({ hours: previewFor })
  const sealed = ctx.vault.seal(JSON.stringify(['preview', ctx.shopId, pageId, until.toString()]))
  return { token: sealed.toString('base64url'), until }
}

/** The draft behind a preview link. @throws previewOver for one that has run out, was changed or is of another shop */
export async function previewed(reader: Reader, token: string): Promise<PageContent> {
  const [purpose, shopId, pageId, until] = opened(reader, token)
  const holds = purpose === 'preview' && shopId === reader.shopId && isBefore(reader.now, Temporal.Instant.from(until!))
  if (!holds) throw previewOver({})
  return (await loadPage(reader, pageId as PageId)).draft
}

function opened({ vault }: Reader, token: string): string[] {
  try {
    return JSON.parse(vault.open(Buffer.from(token, 'base64url'))) as string[]
  } catch {
    throw previewOver({})
  }
}
