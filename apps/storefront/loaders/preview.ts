import { previewed } from '#growth/content'
import type { Look } from '#model/growth/content'
import type { Page } from '../page.ts'
import { mostRecommended, type ShownBlock, showBlocks } from './blocks.ts'
import { forVisitor, type RecommendedCard } from './recommended.ts'

export interface PreviewPage {
  readonly look: Look
  readonly blocks: readonly ShownBlock[]
  readonly forYou: readonly RecommendedCard[]
}

/** A draft as visitors would see it, for whoever has the link. The console frames it. */
export const previewPage: Page<PreviewPage> = {
  path: '/preview/:token',
  shows: 'preview',
  needs: 'anyone',
  framed: true,
  async load(request) {
    const { ctx, params } = request
    const { look, blocks: drafted } = await previewed(ctx, params.token ?? '')
    const blocks = await showBlocks(ctx, drafted)
    const wanted = mostRecommended(blocks)
    return { look, blocks, forYou: wanted > 0 ? await forVisitor(request, wanted) : [] }
  },
}
