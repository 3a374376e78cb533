import { lockProduct } from '#goods/catalog'
import { refusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type KnowledgeCard, knowledgeLimits } from './model.ts'

export const cardTooLong = refusal(
  'invalid',
  'knowledge.too_long',
  (d: { field: string; most: number }) => `${d.field} has more than ${d.most} characters`,
)

export type SaveCard = Pick<KnowledgeCard, 'productId' | 'material' | 'priceLevel' | 'uses' | 'answers'>

/** Writes a product's knowledge card, new or anew. @throws productNotFound, cardTooLong */
export function saveCard(ctx: Context, { productId, ...card }: SaveCard): Promise<void> {
  return transaction(ctx, async (tx) => {
    for (const field of ['material', 'uses'] as const) mustFit(card[field], field, knowledgeLimits.short)
    mustFit(card.answers, 'answers', knowledgeLimits.answers)
    await lockProduct(tx, productId)
    const values = {
      material: card.material.trim(),
      price_level: card.priceLevel,
      uses: card.uses.trim(),
      answers: card.answers.trim(),
      updated_at: tx.now,
      updated_by: tx.actor.name,
    }
    await tx.db
      .insertInto('goods.knowledge_cards')
      .values({ shop_id: tx.shopId, product_id: productId, ...values })
      .onConflict((conflict) => conflict.columns(['shop_id', 'product_id']).doUpdateSet(values))
      .execute()
    await publish(tx, { type: 'product.knowledge_saved', aggregate: 'product', id: productId, data: { ...card } })
  })
}

function mustFit(text: string, field: string, most: number): void {
  if (text.length > most) throw cardTooLong({ field, most })
}
