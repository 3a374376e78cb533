import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { registerExports } from '#apps/exports'
import { registerImports } from '#apps/imports'
import { hideReview } from '#care/reviews'
import { answerVisitor } from '#care/visitor-desk'
import { changeGoods, undoBatch } from '#goods/batches'
import { changeProduct } from '#goods/catalog'
import { cancelPlan } from '#goods/listing'
import { changePrice } from '#goods/prices'
import { changeAnnouncement } from '#growth/content'
import { type Id, newId } from '#kernel/id'
import { money } from '#kernel/money'
import { changeView, removeView, saveView } from '#office/lists'
import { changeRole } from '#office/roles'
import { changeShop, loadShop } from '#office/shops'
import { dropTask } from '#office/tasks'
import { historyOf } from '#platform/events'
import { cancelImport } from '#platform/imports'
import { prepareJobs } from '#platform/jobs'
import { pauseWebhook } from '#platform/webhooks'
import { undoBulk } from '#sales/bulk'
import { cartsClockJobs } from '#sales/carts'
import { changeComment, takeIssue } from '#sales/desk'
import { changeTag, makeTag } from '#sales/orders'
import { endReduction } from '#sales/promotions'
import { changeRule } from '#sales/rules'
import { changeWarehouse, loadWarehouse } from '#supply/inventory'
import { aCaringShop } from '#test/cases'
import { testDatabase } from '#test/database'
import { aProduct } from '#test/goods'
import { oneOfEverything, owner } from '#test/one-of-everything'
import { comingSecond } from '#test/second-comer'
import { registerHouseWebhooks } from '../apps/webhooks/index.ts'

registerImports()
registerExports()
registerHouseWebhooks()
const { db, url } = await testDatabase()
await prepareJobs(url)
const shop = await aCaringShop(db)
const ctx = { ...shop.ctx, actor: owner }
const things = await oneOfEverything(shop)

const id = <Kind extends string>(given: string) => given as Id<Kind>
type Done = RawBuilder<unknown>
/** `done` is what the faster one does, as the database shows it. */
const second = <Answer>(done: Done, act: () => Promise<Answer>) => comingSecond(ctx, (tx) => done.execute(tx.db), act)

test.each<[string, Done, () => Promise<unknown>, string]>([
  [
    'a task that is done is not dropped',
    sql`update office.tasks set status = 'done', done_at = now(), done_by = 'Mei' where id = ${things.task}`,
    () => dropTask(ctx, { taskId: id(things.task), note: '' }),
    'tasks.ended',
  ],
  [
    'a question that was put aside is not answered',
    sql`update care.visitor_questions set status = 'closed' where id = ${things.visitorQuestion}`,
    () => answerVisitor(ctx, { questionId: id(things.visitorQuestion), answer: '可以' }),
    'visitor-desk.dealt_with',
  ],
  [
    'a planned step that was taken back is not taken back again',
    sql`update goods.listing_plans set status = 'cancelled', ended_at = now() where id = ${things.listingPlan}`,
    () => cancelPlan(ctx, id(things.listingPlan)),
    'listing.plan_ended',
  ],
  [
    'a price that has moved is not overwritten by whoever saw the old one',
    sql`update goods.prices set list_minor = 2400, version = version + 1 where variant_id = ${things.variant}`,
    () => changePrice(ctx, { variantId: id(things.variant), version: 1, list: money(2_300), was: null, cost: null }),
    'prices.changed_meanwhile',
  ],
  [
    'a product that has changed is not overwritten by whoever saw the old one',
    sql`update goods.products set version = version + 1 where id = ${things.product}`,
    () => changeProduct(ctx, id(things.product), { version: 1, keywords: ['茶'] }),
    'catalog.changed_meanwhile',
  ],
  [
    'an announcement that was taken away is not changed',
    sql`delete from growth.announcements where id = ${things.announcement}`,
    () =>
      changeAnnouncement(ctx, id(things.announcement), {
        text: { zh: '周六盘点', en: 'On Saturday' },
        link: '',
        showsFrom: ctx.now,
        showsUntil: null,
      }),
    'content.announcement_not_found',
  ],
  [
    'a view that was taken away is not taken away again',
    sql`delete from office.saved_views where id = ${things.view}`,
    () => removeView({ ...ctx, actor: shop.ctx.actor }, id(things.view)),
    'lists.view_not_found',
  ],
  [
    'words that were taken back are not put right',
    sql`update sales.order_comments set removed_at = now(), words = '' where id = ${things.orderComment}`,
    () => changeComment(shop.ctx, { commentId: id(things.orderComment), words: '请再核对' }),
    'desk.comment_not_found',
  ],
  [
    'an issue that a colleague took is theirs',
    sql`update sales.order_issues set owner_id = ${newId()}, owner_name = 'Mei' where id = ${things.issue}`,
    () => takeIssue(ctx, { issueId: id(things.issue) }),
    'desk.issue_taken',
  ],
  [
    'a reduction that is over is not ended',
    sql`update sales.reductions set starts_at = starts_at - interval '2 days', ends_at = starts_at - interval '1 day' where id = ${things.reduction}`,
    () => endReduction(ctx, id(things.reduction)),
    'promotions.already_over',
  ],
  [
    'a rule that was taken away is not changed',
    sql`update sales.order_rules set removed_at = now() where id = ${things.orderRule}`,
    () => {
      const action = { kind: 'review', decision: 'ask', reason: '再看' } as const
      return changeRule(ctx, { id: id(things.orderRule), name: '都看', enabled: true, conditions: [], action })
    },
    'rules.not_found',
  ],
  [
    'an import that has ended is not stopped',
    sql`update platform.imports set status = 'finished', finished_at = now() where id = ${things.import}`,
    () => cancelImport(ctx, id(things.import)),
    'imports.over',
  ],
  [
    'a review that is hidden is not hidden again',
    sql`update care.reviews set state = 'hidden', state_reason = 'abuse' where id = ${things.review}`,
    () => hideReview(ctx, { reviewId: id(things.review), reason: 'abuse' }),
    'reviews.cannot_hide',
  ],
])('whoever comes second sees what the first has done: %s', async (_, done, act, code) => {
  await expect(second(done, act)).rejects.toMatchObject({ code })
})

test.each<[string, Done, () => Promise<unknown>, [id: string, type: string], string]>([
  [
    'a shop',
    sql`update office.shops set introduction = '新' where id = ${things.shop}`,
    async () => {
      const { name, nameEn, mode } = await loadShop(ctx)
      const words = { name, nameEn, introduction: '更新', introductionEn: '' }
      await changeShop(ctx, { shopId: ctx.shopId, mode, ...words })
    },
    [things.shop, 'shop.changed'],
    '新',
  ],
  [
    'a warehouse',
    sql`update supply.warehouses set contact_name = '新' where id = ${things.warehouse}`,
    async () =>
      changeWarehouse(ctx, things.warehouse, { ...(await loadWarehouse(ctx, things.warehouse)), contactName: '更新' }),
    [things.warehouse, 'warehouse.changed'],
    '新',
  ],
  [
    'a role',
    sql`update office.roles set name_en = 'New' where id = ${things.role}`,
    () =>
      changeRole(ctx, {
        roleId: id(things.role),
        name: '拣货员',
        nameEn: 'Newer',
        permissions: ['outbound.pick'],
        needsSecondFactor: false,
      }),
    [things.role, 'role.changed'],
    'New',
  ],
  [
    'a price',
    sql`update goods.prices set list_minor = 4321 where variant_id = ${things.variant}`,
    () => changePrice(ctx, { variantId: id(things.variant), list: money(2_200), was: null, cost: null }),
    [things.variant, 'price.changed'],
    '4321',
  ],
])(
  'the history of %s says what stood there when it was changed, not what stood there before somebody faster',
  async (_, done, act, told, before) => {
    await second(done, act)

    const [about, type] = told
    const [changed] = (await historyOf(ctx, about)).filter((event) => event.type === type).slice(-1)
    expect(JSON.stringify(changed!.data.before)).toContain(before)
  },
)

test('two people who name two tags, or two views, alike at the same moment do not both get their name', async () => {
  const [red, blue] = [
    await makeTag(ctx, { name: '甲', color: 'red' }),
    await makeTag(ctx, { name: '乙', color: 'blue' }),
  ]
  const own = (name: string) => saveView(ctx, { list: 'orders', name, filters: {}, isShared: false })
  const [one, two] = [await own('一'), await own('二')]

  await expect(
    second(sql`update sales.order_tags set name = '丙' where id = ${red.id}`, () =>
      changeTag(ctx, { ...blue, name: '丙' }),
    ),
  ).rejects.toMatchObject({ code: 'orders.tag_name_taken' })
  await expect(
    second(sql`update office.saved_views set name = '三' where id = ${one.id}`, () =>
      changeView(ctx, { viewId: two.id, name: '三', filters: {}, isShared: false }),
    ),
  ).rejects.toMatchObject({ code: 'lists.view_name_taken' })
})

/** A row again, with these columns otherwise. */
const copyOf = (table: string, of: string, change: object) => sql`
  with locked as (select id from ${sql.table(table)} where id = ${of} for update)
  insert into ${sql.table(table)} select (jsonb_populate_record(r, ${JSON.stringify({ id: newId(), ...change })}::jsonb)).*
  from ${sql.table(table)} r join locked using (id)`

test('what somebody is taking back is not taken back twice', async () => {
  const { productBatch, bulkRun } = things
  const undoing = newId()
  const undone = second(copyOf('goods.batches', productBatch, { id: undoing, undoes: productBatch }), () =>
    undoBatch(ctx, id(productBatch)),
  )
  expect((await undone).id).toBe(undoing)

  await sql`update sales.bulk_runs set status = 'finished', finished_at = now() where id = ${bulkRun}`.execute(db)
  await sql`update sales.bulk_orders set status = 'done' where run_id = ${bulkRun}`.execute(db)
  await expect(
    second(copyOf('sales.bulk_runs', bulkRun, { undoes: bulkRun }), () => undoBulk(ctx, id(bulkRun))),
  ).rejects.toMatchObject({ code: 'bulk.undone_already' })
})

test('a cell that a colleague is just saving is compared with what they wrote', async () => {
  const { id: productId } = await aProduct(ctx)
  const cells = [{ field: 'lifeStage', from: null, to: 'mature' }] as const
  const saved = await second(sql`update goods.products set life_stage = 'clearance' where id = ${productId}`, () =>
    changeGoods(ctx, { rows: [{ productId, variantId: null, cells }] }),
  )
  expect(saved).toMatchObject({ saved: 0, refused: 1 })
})

test('a cart to which its buyer comes back is not thrown away in the same moment', async () => {
  const { cart } = things
  const deleteAbandoned = cartsClockJobs.find(({ name }) => name === 'carts.deleteAbandoned')!
  await sql`update sales.carts set status = 'abandoned', updated_at = now() - interval '10 years' where id = ${cart}`.execute(
    db,
  )

  await second(sql`update sales.carts set status = 'active' where id = ${cart}`, () => deleteAbandoned.run(ctx))

  expect((await sql`select from sales.carts where id = ${cart}`.execute(db)).rows).toHaveLength(1)
})

test('an endpoint that was paused is paused once in its history', async () => {
  const { webhook } = things
  const pause = sql`update platform.webhook_endpoints set status = 'paused', paused_because = 'by_hand' where id = ${webhook}`
  await second(pause, () => pauseWebhook(ctx, id(webhook)))

  expect((await historyOf(ctx, webhook)).filter(({ type }) => type === 'webhook.paused')).toEqual([])
})
