import { shownCampaigns, wasCampaign } from '#growth/content'
import type { ProductId } from '#model/goods/catalog'
import { type Both, campaignPath, type Look } from '#model/growth/content'
import type { Page } from '../page.ts'
import { mostRecommended, type ShownBlock, showBlocks } from './blocks.ts'
import { keptAmong } from './cards.ts'
import { forEverybody } from './for-everybody.ts'
import { noSuchPage } from './ids.ts'
import { forVisitor, type RecommendedCard } from './recommended.ts'

/** A campaign as visitors see it, in their language. */
export interface Campaign {
  readonly look: Look
  readonly title: string
  readonly description: string
  readonly blocks: readonly ShownBlock[]
}

export interface CampaignPage {
  /** Undefined once the campaign is over. */
  readonly shown: Campaign | undefined
  readonly forYou: readonly RecommendedCard[]
  /** Which of the goods shown the reader keeps. */
  readonly kept: ReadonlySet<ProductId>
}

/** A campaign's page at an address of its own. One that is over says so; an address that never was one is no page. */
export const campaignPage: Page<CampaignPage> = {
  path: campaignPath(':name'),
  shows: 'campaign',
  needs: 'anyone',
  shared: true,
  async load(request) {
    const { ctx, params } = request
    const name = params.name ?? ''
    const page = (await shownCampaigns(ctx)).get(name)
    if (!page) {
      if (await wasCampaign(ctx, name)) return { shown: undefined, forYou: [], kept: new Set() }
      throw noSuchPage({ id: name })
    }
    const { shown } = await campaignOf(ctx, name, String(page.number))
    const wanted = shown ? mostRecommended(shown.blocks) : 0
    const forYou = wanted > 0 ? await forVisitor(request, wanted) : []
    const shelves = (shown?.blocks ?? []).flatMap((block) => (block.kind === 'shelf' ? [block.cards] : []))
    return { shown, forYou, kept: await keptAmong(ctx, forYou, ...shelves) }
  },
  statusOf: ({ shown }) => (shown ? 200 : 410),
}

/** Loaded once in some seconds for each version, so that a newly published one is seen at once. */
const campaignOf = forEverybody(async (ctx, name: string, _version: string): Promise<{ readonly shown?: Campaign }> => {
  const content = (await shownCampaigns(ctx)).get(name)?.content
  if (!content) return {}
  const { title, description } = content.head ?? { title: { zh: name, en: name }, description: { zh: '', en: '' } }
  const said = ({ zh, en }: Both): string => (ctx.locale === 'en' ? en || zh : zh || en)
  const blocks = await showBlocks(ctx, content.blocks)
  return { shown: { look: content.look, title: said(title), description: said(description), blocks } }
})
