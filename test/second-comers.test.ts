import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { registerExports } from '#apps/exports'
import { registerImports } from '#apps/imports'
import { hideReview } from '#care/reviews'
import { answerVisitor } from '#care/visitor-desk'
import { changeGoods, undoBatch } from '#goods/batches'
import { changeProduct } from '#goods/catalog'
import { cancelPlan } from '#goods/listing'
import { announcePictures, pictureFile, supplyPicture } from '#goods/media'
import { applyDuePrices, changePrice } from '#goods/prices'
import { changeAnnouncement, loadPage, publishPage, standardContent } from '#growth/content'
import { type Id, newId } from '#kernel/id'
import { money } from '#kernel/money'
import { changeView, removeView, saveView } from '#office/lists'
import { changeRole } from '#office/roles'
import { changeShop, loadShop } from '#office/shops'
import { dropTask } from '#office/tasks'
import { takeTurns, transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { cancelImport, runReversal } from '#platform/imports'
import { prepareJobs } from '#platform/jobs'
import { pauseWebhook } from '#platform/webhooks'
import { undoBulk } from '#sales/bulk'
import { cartsClockJobs } from '#sales/carts'
import { addAddress } from '#sales/customers'
import { changeComment, takeIssue } from '#sales/desk'
import { changeTag, makeTag } from '#sales/orders'
import { endReduction } from '#sales/promotions'
import { changeRule } from '#sales/rules'
import { changeWarehouse, firstBin, loadWarehouse, moveStock } from '#supply/inventory'
import { aCaringShop } from '#test/cases'
import { testDatabase } from '#test/database'
import { aProduct, pictureBytes } from '#test/goods'
import { oneOfEverything, owner } from '#test/one-of-everything'
import { aProduct as stockedGoods } from '#test/orders'
import { anAddress, anAddressInput, aShopper } from '#test/people'
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

test('a price that is taken back as its time comes is not brought into force, and its clock does not fail', async () => {
  const { proposal, variant } = things
  const { starts_at } = await db
    .updateTable('goods.price_proposals')
    .set({ status: 'approved' })
    .where('id', '=', proposal)
    .returning('starts_at')
    .executeTakeFirstOrThrow()

  await second(
    sql`update goods.price_proposals set status = 'withdrawn', ended_at = now() where id = ${proposal}`,
    () => applyDuePrices({ ...ctx, now: starts_at }),
  )

  const told = (await historyOf(ctx, variant)).map(({ type }) => type)
  expect(told).not.toContain('price.proposal_applied')
  expect(told).not.toContain('price.proposal_collided')
})

test('a page is published as a colleague has just saved it', async () => {
  const pageId = id<'Page'>(things.page)
  const kept = { ...standardContent, blocks: standardContent.blocks.slice(0, 1) }
  const version = await second(
    sql`update growth.pages set draft = ${JSON.stringify(kept)}::jsonb where id = ${pageId}`,
    () => publishPage(ctx, { pageId }),
  )

  const { content } = await db
    .selectFrom('growth.page_versions')
    .select('content')
    .where('page_id', '=', pageId)
    .where('number', '=', version)
    .executeTakeFirstOrThrow()
  expect(content).toEqual((await loadPage(ctx, pageId)).draft)
})

test('an address that comes second to the last free place finds the book full', async () => {
  const buyer = await aShopper(ctx)
  const { id: address } = await anAddress(buyer)
  const fill = sql`
    with book as (select id from sales.customers where id = ${buyer.actor.id} for update)
    insert into sales.addresses
    select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'is_default', false))).*
    from sales.addresses a join book on book.id = a.customer_id, generate_series(1, 19) where a.id = ${address}`

  await expect(second(fill, () => addAddress(buyer, anAddressInput()))).rejects.toMatchObject({
    code: 'customers.too_many_addresses',
  })
})

test('goods that somebody has just carried away are not carried away again', async () => {
  const { variantId } = await stockedGoods(shop, { onHand: 6 })
  const [from, to] = [
    await firstBin(ctx, shop.warehouseId, 'quarantine'),
    await firstBin(ctx, shop.warehouseId, 'returns'),
  ]
  const { lot_id: lotId } = await db
    .selectFrom('supply.bin_stock')
    .select('lot_id')
    .where('variant_id', '=', variantId)
    .executeTakeFirstOrThrow()
  const goods = { lotId: id<'Lot'>(lotId), variantId }
  await moveStock(ctx, { ...goods, fromBinId: id(shop.binId), toBinId: from.id, quantity: 6 })

  const carried = second(
    sql`update supply.bin_stock set quantity = 2 where bin_id = ${from.id} and variant_id = ${variantId}`,
    () => moveStock(ctx, { ...goods, fromBinId: from.id, toBinId: to.id, quantity: 4 }),
  )

  await expect(carried).rejects.toMatchObject({ code: 'inventory.not_so_many' })
})

test('an import that another runner has just taken back to its end is not ended twice', async () => {
  const importId = id<'Import'>(things.import)
  await sql`update platform.imports set status = 'finished', dry_run = false where id = ${importId}`.execute(db)
  await sql`insert into platform.import_reversals (import_id, shop_id, status, total, actor, created_at)
    values (${importId}, ${ctx.shopId}, 'running', 0, ${JSON.stringify({ ...owner, permissions: [] })}, now())`.execute(
    db,
  )

  await second(
    sql`update platform.import_reversals set status = 'finished', finished_at = now() where import_id = ${importId}`,
    () => runReversal(ctx, importId),
  )

  expect((await historyOf(ctx, importId)).map(({ type }) => type)).not.toContain('import.reversed')
})

test('a picture that waits is given one file, and one file that comes for two pictures at once is kept once', async () => {
  const named = (path: string) => ({ url: `https://example.com/${path}`, alt: '杯子' })
  const waiting = await transaction(ctx, (tx) => announcePictures(tx, [named('a'), named('b'), named('c')]))
  const [a, b, c] = [...waiting.values()]
  const supplied = (picture: string, hash: string) =>
    sql`update goods.pictures set sha256 = ${hash} where id = ${picture}`

  await expect(
    second(supplied(a!, 'f'.repeat(64)), async () => supplyPicture(ctx, a!, await pictureBytes())),
  ).rejects.toMatchObject({ code: 'media.not_waiting' })

  const bytes = await pictureBytes('png', 31)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await comingSecond(
    ctx,
    async (tx) => {
      await takeTurns(tx, `picture ${ctx.shopId} ${hash}`)
      await supplied(b!, hash).execute(tx.db)
    },
    () => supplyPicture(ctx, c!, bytes),
  )
  expect(await pictureFile(ctx, c!, 160, 'avif')).toEqual(await pictureFile(ctx, b!, 160, 'avif'))
})
