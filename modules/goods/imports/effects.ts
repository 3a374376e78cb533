import { fingerprintOf } from '#goods/catalog'
import type { Product } from '#model/goods/catalog'
import type { ImportEffect } from '#platform/imports'
import type { FirstStock } from './land-products.ts'
import type { MadePlace } from './name-places.ts'
import type { Plan } from './plan-product.ts'

/** What is kept of a landed product, so that it can be taken back: the content it got, or what it said before. */
export function productEffect(plan: Plan, created: Pick<Product, 'id'> | undefined): ImportEffect[] {
  if (plan.step === 'create' && created)
    return [
      {
        row: plan.file.row,
        subject: 'product',
        subjectId: created.id,
        label: plan.file.title,
        did: 'created',
        after: { fingerprint: fingerprintOf(plan.next) },
      },
    ]
  if (plan.step !== 'update') return []
  const { before, after } = plan.change
  const of = { row: plan.file.row, subject: 'product', subjectId: plan.stored.id, label: plan.file.title }
  return [{ ...of, did: 'updated', before, after }]
}

export const stockEffect = ({
  row,
  variantId,
  sku,
  quantity,
}: FirstStock & { readonly row: number }): ImportEffect => ({
  row,
  subject: 'stock',
  subjectId: variantId,
  label: sku,
  did: 'created',
  after: { quantity },
})

export const placeEffect =
  (row: number) =>
  ({ subject, made }: MadePlace): ImportEffect => ({
    row,
    subject,
    subjectId: made.id,
    label: made.name.zh,
    did: 'created',
    after: made,
  })
