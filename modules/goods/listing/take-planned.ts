import { loadProduct, lockProduct } from '#goods/catalog'
import { isRefusal } from '#kernel/refusal'
import type { Product } from '#model/goods/catalog'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { eachOf } from '#platform/jobs'
import { delistIn, relistIn } from './delist.ts'
import { namesOf } from './listing.ts'
import type { ListingPlan, PlannedStep } from './model.ts'
import { permissionFor, planColumns, planStale, toPlan } from './plan.ts'
import { approveIn } from './review-listing.ts'

const verbs: Readonly<Record<PlannedStep, typeof delistIn>> = { approve: approveIn, delist: delistIn, relist: relistIn }

/**
 * Takes the planned steps whose time has come, earliest first, each for itself. One that is refused is kept as failed with its
 * reason, and those who could have taken it are told. Safe to run again and by two at once.
 */
export async function takePlanned(ctx: Context): Promise<void> {
  const due = await ctx.db
    .selectFrom('goods.listing_plans')
    .select(planColumns)
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'waiting')
    .where('at', '<=', ctx.now)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute()
  await eachOf(due.map(toPlan), (plan) => takeOne(ctx, plan))
}

async function takeOne(ctx: Context, plan: ListingPlan): Promise<void> {
  try {
    await transaction(ctx, async (tx) => {
      const version = await endPlan(tx, plan, null)
      if (version !== undefined) await take(tx, plan, version)
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    await transaction(ctx, (tx) => fail(tx, plan, error.code))
  }
}

async function take(tx: Tx, { productId, step, plannedBy }: ListingPlan, version: number): Promise<void> {
  const product = await lockProduct(tx, productId)
  if (step === 'approve' && product.version !== version) throw planStale({ productId })
  if (isThere(product, step)) return
  await verbs[step](tx, product, { plannedBy })
}

/** Somebody has taken the step by hand meanwhile. */
const isThere = ({ status }: Product, step: PlannedStep): boolean =>
  step === 'delist' ? status === 'delisted' : step === 'relist' && status === 'on_sale'

/** Ends a plan that still waits. Returns the version it was made for, undefined when another worker was faster or it was cancelled. */
async function endPlan(tx: Tx, { id }: ListingPlan, failure: string | null): Promise<number | undefined> {
  const row = await tx.db
    .updateTable('goods.listing_plans')
    .set({ status: failure ? 'failed' : 'done', failure, ended_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .returning('product_version')
    .executeTakeFirst()
  return row?.product_version
}

async function fail(tx: Tx, plan: ListingPlan, code: string): Promise<void> {
  if ((await endPlan(tx, plan, code)) === undefined) return
  const { id, productId, step } = plan
  await publish(tx, { type: 'listing.plan_failed', aggregate: 'product', id: productId, data: { step, code } })
  await notify(tx, {
    permission: permissionFor[step],
    kind: 'listing.plan_failed',
    subject: 'product',
    subjectId: productId,
    data: { name: namesOf(await loadProduct(tx, productId)), step, code },
    dedupeKey: `listing.plan_failed:${id}`,
  })
}
