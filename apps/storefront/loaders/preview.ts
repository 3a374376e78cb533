import { previewed } from '#growth/content'
import type { Look } from '#model/growth/content'
import type { Page } from '../page.ts'
import { type ShownBlock, showBlocks } from './blocks.ts'

export interface PreviewPage {
  readonly look: Look
  readonly blocks: readonly ShownBlock[]
}

/** A draft as visitors would see it, for whoever has the link. The console frames it. */
export const previewPage: Page<PreviewPage> = {
  path: '/preview/:token',
  shows: 'preview',
  needs: 'anyone',
  framed: true,
  async load({ ctx, params }) {
    const { look, blocks } = await previewed(ctx, params.token ?? '')
    return { look, blocks: await showBlocks(ctx, blocks) }
  },
}
