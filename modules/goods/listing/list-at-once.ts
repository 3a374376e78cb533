import {
  attributesOf,
  detailPartsOf,
  findingsOf,
  judgeParts,
  judgePictures,
  partsWantedOf,
  productsOf,
  screenProduct,
} from '#goods/catalog'
import { pictureRules } from '#goods/media'
import { rulesFor } from '#goods/screening'
import type { CategoryId, Product, ProductId } from '#model/goods/catalog'
import { may, type Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { takeSteps } from './listing.ts'
import { listingSettings } from './settings.ts'

/**
 * Takes drafts that pass the data check as far towards sale as the actor alone may: to review with `products.list`, on sale
 * with `products.review` as well, unless the shop wants two people. Drafts that lack something stay drafts. Returns what is
 * on sale now. Every step leaves its event, as if taken one by one.
 */
export async function listAtOnce(tx: Tx, productIds: readonly ProductId[]): Promise<ProductId[]> {
  if (!may(tx.actor, 'products.list')) return []
  const ready = await readyDrafts(tx, productIds)
  await takeSteps(tx, ready, 'check')
  await takeSteps(tx, at(ready, 'checked'), 'submit', { move: { submitted_by: tx.actor.id, rejection: null } })
  const { reviewerMustDiffer } = await readSettings(tx, listingSettings)
  if (!may(tx.actor, 'products.review') || (reviewerMustDiffer && tx.actor.id !== null)) return []
  await takeSteps(tx, at(ready, 'in_review'), 'approve', { move: { startsSale: true } })
  return ready.map(({ id }) => id)
}

async function readyDrafts(tx: Tx, productIds: readonly ProductId[]): Promise<Product[]> {
  const drafts = [...(await productsOf(tx, productIds)).values()].filter(({ status }) => status === 'draft')
  const categoryIds = [...new Set(drafts.flatMap(({ categoryId }) => categoryId ?? []))]
  const attributes = await attributesOf(tx, categoryIds)
  const wanted = await partsWantedOf(tx, categoryIds)
  const rules = await rulesFor(tx)
  const ofPictures = await pictureRules(tx)
  const parts = await detailPartsOf(
    tx,
    drafts.map(({ id }) => id),
  )
  const isReady = (product: Product): boolean => {
    const of = <Value>(known: ReadonlyMap<CategoryId, Value[]>): Value[] =>
      (product.categoryId && known.get(product.categoryId)) || []
    return ![
      ...findingsOf(product, of(attributes)),
      ...screenProduct(product, rules),
      ...judgePictures(product.pictures, ofPictures),
      ...judgeParts(product, parts.get(product.id) ?? [], { wanted: of(wanted), rules }),
    ].some((finding) => finding.blocking)
  }
  return drafts.filter(isReady)
}

const at = (products: readonly Product[], status: Product['status']): Product[] =>
  products.map((product) => ({ ...product, status }))
