import { allCategories, categoryNotFound, productCardsOf, productNotFound } from '#goods/catalog'
import { mustBeOurs } from '#goods/media'
import { newId } from '#kernel/id'
import type { CategoryId, ProductId } from '#model/goods/catalog'
import type { PictureId } from '#model/goods/media'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { cleanContent } from './clean-content.ts'
import {
  type Block,
  type Both,
  contentLimits,
  homeName,
  isCampaignName,
  type PageContent,
  type PageId,
} from './model.ts'
import { nameInvalid, pageExists, tooManyCampaigns } from './page.ts'
import { listPages, lockPage, type Page } from './page-store.ts'
import { campaignContent } from './templates.ts'

/**
 * Begins to decorate the shop's home with a first draft. Visitors see nothing of it before it is published.
 * @throws pageExists, and what saveDraft throws
 */
export function beginHome(ctx: Context, content: PageContent): Promise<PageId> {
  return transaction(ctx, async (tx) => {
    const { head: _, ...draft } = await checkContent(tx, content)
    return begin(tx, homeName, draft)
  })
}

export interface BeginCampaign {
  /** The last part of its address. */
  readonly name: string
  readonly title: Both
}

/**
 * Begins a page for a campaign, at an address of its own, in the look of the shop. Visitors see nothing of it before it is published.
 * @throws nameInvalid, pageExists, tooLong, tooManyCampaigns
 */
export function beginCampaign(ctx: Context, { name, title }: BeginCampaign): Promise<PageId> {
  return transaction(ctx, async (tx) => {
    if (!isCampaignName(name)) throw nameInvalid({ field: 'name' })
    const pages = await listPages(tx)
    if (pages.length > contentLimits.campaigns) throw tooManyCampaigns({ most: contentLimits.campaigns })
    const home = pages.find((page) => page.name === homeName)
    return begin(tx, name, cleanContent(campaignContent(title, home?.draft.look)))
  })
}

async function begin(tx: Tx, name: string, draft: PageContent): Promise<PageId> {
  const row = await tx.db
    .insertInto('growth.pages')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      name,
      draft: JSON.stringify(draft),
      created_at: tx.now,
      changed_at: tx.now,
      changed_by: tx.actor.name,
    })
    .onConflict((conflict) => conflict.constraint('pages_name_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw pageExists({ name })
  const id = row.id as PageId
  await publish(tx, { type: 'page.begun', aggregate: 'page', id, data: { name, blocks: draft.blocks.length } })
  return id
}

export interface SaveDraft {
  readonly pageId: PageId
  readonly content: PageContent
}

/**
 * Keeps what a page is to become. It may be unfinished; its HTML is made safe, and pictures and goods must be the shop's own.
 * The same again changes nothing.
 * @throws pageNotFound, pictureNotFound, productNotFound, categoryNotFound, and the refusals of cleanContent
 */
export function saveDraft(ctx: Context, { pageId, content }: SaveDraft): Promise<PageContent> {
  return transaction(ctx, async (tx) => {
    const page = await lockPage(tx, pageId)
    const draft = await checkContent(tx, { ...content, head: headFor(page, content) })
    const { rows } = await keep(tx, pageId, draft)
    if (rows > 0n)
      await publish(tx, {
        type: 'page.draft_saved',
        aggregate: 'page',
        id: page.id,
        data: { blocks: draft.blocks.map(({ kind }) => kind) },
      })
    return draft
  })
}

/** A campaign keeps its words where none are sent; the home has none. */
const headFor = ({ name, draft }: Page, { head }: PageContent): PageContent['head'] =>
  name === homeName ? undefined : (head ?? draft.head)

async function keep(tx: Tx, pageId: PageId, draft: PageContent): Promise<{ rows: bigint }> {
  const { numUpdatedRows: rows } = await tx.db
    .updateTable('growth.pages')
    .set({ draft: JSON.stringify(draft), changed_at: tx.now, changed_by: tx.actor.name })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', pageId)
    .where((eb) => eb('draft', 'is distinct from', eb.cast(eb.val(JSON.stringify(draft)), 'jsonb')))
    .executeTakeFirst()
  return { rows }
}

async function checkContent(tx: Tx, content: PageContent): Promise<PageContent> {
  const clean = cleanContent(content)
  await mustBeOurs(tx, picturesIn(clean))
  await mustSell(tx, clean.blocks)
  await mustBeSorted(tx, clean.blocks)
  return clean
}

/** Every picture that a page shows. */
function picturesIn({ look, blocks }: PageContent): PictureId[] {
  const ids = [look.logoId, look.signId, ...blocks.flatMap(picturesOf)]
  return [...new Set(ids.filter((id) => id !== null))]
}

function picturesOf(block: Block): (PictureId | null)[] {
  if (block.kind === 'banner')
    return block.slides.flatMap(({ pictureId, phonePictureId }) => [pictureId, phonePictureId])
  if (block.kind === 'icons') return block.items.map(({ pictureId }) => pictureId)
  return block.kind === 'story' || block.kind === 'welcome' ? [block.pictureId] : []
}

async function mustSell(tx: Tx, blocks: readonly Block[]): Promise<void> {
  const ids = [
    ...new Set(blocks.flatMap((block): readonly ProductId[] => (block.kind === 'shelf' ? block.productIds : []))),
  ]
  const known = new Set((await productCardsOf(tx, ids)).map(({ productId }) => productId))
  const foreign = ids.find((id) => !known.has(id))
  if (foreign) throw productNotFound({ product: foreign })
}

async function mustBeSorted(tx: Tx, blocks: readonly Block[]): Promise<void> {
  const ids = blocks.flatMap((block): CategoryId[] =>
    block.kind === 'shelf' && block.categoryId ? [block.categoryId] : [],
  )
  if (ids.length === 0) return
  const known = new Set((await allCategories(tx)).map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown) throw categoryNotFound({ field: 'categoryId', category: unknown })
}
