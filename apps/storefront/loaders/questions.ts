import { ownQuestions } from '#care/visitor-desk'
import { productNotFound, productsBySlug } from '#goods/catalog'
import type { VisitorQuestion } from '#model/care/visitor-desk'
import type { Both, PictureId, ProductId } from '#model/goods/catalog'
import type { AccountId, Context } from '#platform/context'
import type { Page } from '../page.ts'

export interface AskedAbout {
  readonly id: ProductId
  readonly slug: string
  readonly name: Both
  readonly pictureId: PictureId | null
}

export interface AskPage {
  /** Null: it is about the shop. */
  readonly about: AskedAbout | null
  readonly mine: readonly VisitorQuestion[]
}

export const askPage: Page<AskPage> = {
  path: '/ask',
  shows: 'ask',
  needs: 'anyone',
  async load({ ctx, query, form }) {
    const slug = (form?.values ?? query).get('product')
    const isShopper = ctx.actor.kind === 'shopper'
    return {
      about: slug ? await aboutOf(ctx, slug) : null,
      mine: isShopper ? await ownQuestions(ctx, ctx.actor.id as AccountId) : [],
    }
  },
}

/** @throws productNotFound */
export async function aboutOf(ctx: Context, slug: string): Promise<AskedAbout> {
  const found = (await productsBySlug(ctx, [slug])).get(slug)
  if (!found) throw productNotFound({ product: slug })
  const { id, texts, pictures } = found.product
  const name = { zh: texts.zh?.name ?? '', en: texts.en?.name ?? '' }
  return { id, slug, name, pictureId: pictures.find(({ waits }) => !waits)?.id ?? null }
}
