import { categoryPath, lockProduct } from '#goods/catalog'
import { refusal } from '#kernel/refusal'
import type { CategoryId, ProductId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { headsOf } from './heads.ts'
import { emptyHead, type HeadKind, headLimits, type PageHead } from './model.ts'

export const headTooLong = refusal(
  'invalid',
  'heads.too_long',
  (d: { field: string; most: number }) => `${d.field} has more than ${d.most} characters`,
)

export interface WriteHead extends PageHead {
  readonly kind: HeadKind
  /** The product's, the category's, or for the home page the shop's. */
  readonly id: string
}

/**
 * Says what search engines shall show of a page. Empty texts give it back its own words; saying the same again writes nothing.
 * @throws productNotFound, categoryNotFound, headTooLong
 */
export function writeHead(ctx: Context, { kind, id, ...wish }: WriteHead): Promise<void> {
  return transaction(ctx, async (tx) => {
    const head = trimmed(wish)
    mustFit(head)
    await mustBeThere(tx, kind, id)
    const before = (await headsOf(tx, kind, [id])).get(id) ?? emptyHead
    if (JSON.stringify(before) === JSON.stringify(head)) return
    await writeRows(tx, { kind, id, ...head })
    await publish(tx, { type: `${kind}.head_written`, aggregate: kind, id, data: { before, after: head } })
  })
}

const trimmed = ({ title, description }: PageHead): PageHead => ({
  title: { zh: title.zh.trim(), en: title.en.trim() },
  description: { zh: description.zh.trim(), en: description.en.trim() },
})

function mustFit(head: PageHead): void {
  for (const part of ['title', 'description'] as const)
    for (const locale of ['zh', 'en'] as const)
      if (head[part][locale].length > headLimits[part])
        throw headTooLong({ field: `${part}.${locale}`, most: headLimits[part] })
}

async function mustBeThere(tx: Tx, kind: HeadKind, id: string): Promise<void> {
  if (kind === 'product') await lockProduct(tx, id as ProductId)
  if (kind === 'category') await categoryPath(tx, id as CategoryId)
}

async function writeRows(tx: Tx, { kind, id, title, description }: WriteHead): Promise<void> {
  const rows = (['zh', 'en'] as const).map((locale) => ({
    shop_id: tx.shopId,
    kind,
    subject_id: id,
    locale,
    title: title[locale],
    description: description[locale],
  }))
  await tx.db
    .insertInto('goods.page_heads')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'kind', 'subject_id', 'locale'])
        .doUpdateSet((eb) => ({ title: eb.ref('excluded.title'), description: eb.ref('excluded.description') })),
    )
    .execute()
}
