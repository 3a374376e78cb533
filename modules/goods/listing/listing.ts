import {
  attributesOf,
  detailPartsOf,
  findingsOf,
  judgePictures,
  type ListingMove,
  moveListings,
  partFindings,
  screenProduct,
} from '#goods/catalog'
import { pictureRules } from '#goods/media'
import { rulesFor } from '#goods/screening'
import { showListed } from '#goods/search'
import { refusal } from '#kernel/refusal'
import {
  type Both,
  type Finding,
  type ListingStep,
  listingSteps,
  type Product,
  type ProductId,
} from '#model/goods/catalog'
import { settleNotices } from '#office/notices'
import { type Actor, may, type Reader, type Tx } from '#platform/context'
import { publishAll } from '#platform/events'

export const listingNotPermitted = refusal(
  'forbidden',
  'listing.not_permitted',
  (d: { permission: string }) => `the permission ${d.permission} is missing`,
)
export const listingIncomplete = refusal(
  'conflict',
  'listing.incomplete',
  (d: { productId: ProductId; field: string; count: number; findings: readonly Finding[] }) =>
    `${d.productId} lacks ${d.count} things`,
)
export const reviewsOwnRequest = refusal(
  'forbidden',
  'listing.own_request',
  (d: { productId: ProductId }) => `${d.productId} was submitted by its reviewer`,
)
export const reasonMissing = refusal(
  'invalid',
  'listing.reason_missing',
  (_: { field: 'reason' }) => 'a rejection needs a reason',
)
export const listingHasNoStock = refusal(
  'conflict',
  'listing.no_stock',
  (d: { productId: ProductId }) => `${d.productId} has no stock`,
)

/** @throws listingNotPermitted */
export function mustMay(actor: Actor, permission: string): void {
  if (!may(actor, permission)) throw listingNotPermitted({ permission })
}

/** Everything the data check has to say about a product. */
export async function findingsFor(reader: Reader, product: Product): Promise<Finding[]> {
  const { categoryId } = product
  const attributes = categoryId ? ((await attributesOf(reader, [categoryId])).get(categoryId) ?? []) : []
  const parts = (await detailPartsOf(reader, [product.id])).get(product.id) ?? []
  return [
    ...findingsOf(product, attributes),
    ...(await partFindings(reader, product, parts)),
    ...screenProduct(product, await rulesFor(reader)),
    ...judgePictures(product.pictures, await pictureRules(reader)),
  ]
}

/** @throws listingIncomplete with all that is missing */
export async function mustBeComplete(reader: Reader, product: Product): Promise<void> {
  const findings = (await findingsFor(reader, product)).filter((finding) => finding.blocking)
  if (findings[0])
    throw listingIncomplete({ productId: product.id, field: findings[0].field, count: findings.length, findings })
}

export interface StepDetails {
  readonly move?: ListingMove
  readonly reason?: string
  /** Who planned a step that the clock takes. */
  readonly plannedBy?: string
}

/** Takes one step: status, event, search, all in the caller's transaction. @throws productCannot */
export const takeStep = (tx: Tx, product: Product, step: ListingStep, details?: StepDetails): Promise<void> =>
  takeSteps(tx, [product], step, details)

/** The same step for several products. @throws productCannot for the first that cannot */
export async function takeSteps(
  tx: Tx,
  products: readonly Product[],
  step: ListingStep,
  { move, reason, plannedBy }: StepDetails = {},
): Promise<void> {
  if (products.length === 0) return
  await moveListings(tx, products, step, move)
  const after = { after: listingSteps[step].to, ...(reason && { reason }), ...(plannedBy && { plannedBy }) }
  await publishAll(
    tx,
    products.map(({ id, status }) => ({
      type: `listing.${past[step]}`,
      aggregate: 'product',
      id,
      data: { before: status, ...after },
    })),
  )
  const entersOrLeaves = listingSteps[step].to === 'on_sale' || products.some(({ status }) => status === 'on_sale')
  if (entersOrLeaves)
    await showListed(
      tx,
      products.map(({ id }) => id),
    )
}

const past: Record<ListingStep, string> = {
  check: 'checked',
  submit: 'submitted',
  withdraw: 'withdrawn',
  approve: 'approved',
  reject: 'rejected',
  revise: 'revised',
  delist: 'delisted',
  relist: 'relisted',
}

/** Nobody need review it any more. */
export const settleReview = (tx: Tx, productId: ProductId): Promise<void> =>
  settleNotices(tx, { subject: 'product', subjectId: productId, kinds: ['listing.review'] })

export const namesOf = ({ texts }: Product): Partial<Both> => ({ zh: texts.zh?.name, en: texts.en?.name })
