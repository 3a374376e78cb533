import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { personalData } from '#apps/house'
import { applyForCase, rateCase, refuseCase } from '#care/after-sales'
import { askAboutParcel } from '#care/parcel-desk'
import { followUp, rateBuyer, writeReviews } from '#care/reviews'
import { askTheShop } from '#care/visitor-desk'
import { newId } from '#kernel/id'
import { actorOf, registerShopper, requestCode, sessionOf, signInWithCode } from '#office/accounts'
import { registerPersonalData } from '#office/privacy'
import { defaultShop, openShop } from '#office/shops'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { findEvents, historyOf } from '#platform/events'
import { listMessages } from '#platform/messages'
import { addAddress, chooseNews, openCustomer } from '#sales/customers'
import { askFeedback, commentOrder, deskListeners, giveFeedback, keepContact, raiseIssue } from '#sales/desk'
import { completeFinished, confirmReceipt, findOrder, linesOf, markOrder, ordersClockJobs } from '#sales/orders'
import { aContext, as, later } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, track } from '#test/orders'
import { anAddressInput } from '#test/people'
import { tellAll } from '#test/told'
import { eraseDue } from './close-account.ts'
import {
  agree,
  askToClose,
  closingOf,
  currentPolicies,
  handOutData,
  policiesToAgree,
  publishPolicy,
  withdrawClosing,
} from './index.ts'

const { db } = await testDatabase()
registerPersonalData(personalData)
let last = 0

/** The platform's first shop, as its owner sees it. */
async function platform(): Promise<Context> {
  const known = await defaultShop(db)
  const now = Temporal.Instant.from('2026-06-01T04:00:00Z')
  if (known) return aContext(db, { shopId: known.id, now })
  const shopId = await db
    .transaction()
    .execute((tx) =>
      openShop(tx, now, { code: `p-${newId().slice(-8)}`, name: '平台', nameEn: 'Platform', isDefault: true }),
    )
  return aContext(db, { shopId, now })
}

const aPolicy = {
  kind: 'privacy',
  title: { zh: '隐私政策', en: 'Privacy policy' },
  body: { zh: '我们只用来发货', en: 'We ship with it' },
} as const

async function codeFor(ctx: Context, phone: string, purpose: 'register' | 'sign_in'): Promise<string> {
  await requestCode(ctx, { phone, purpose })
  const { rows } = await listMessages(ctx, {})
  return /\d{6}/.exec(rows.find(({ recipient }) => recipient === `+86${phone}`)!.body)![0]
}

const agreesTo = (policies: Awaited<ReturnType<typeof currentPolicies>>) =>
  Object.fromEntries(policies.map(({ kind, version }) => [kind, version]))

/** Somebody who agrees to whatever holds. */
async function aShopper(ctx: Context) {
  const phone = `1370000${String(1_000 + ++last)}`
  const name = `欧阳${last}不二`
  const street = `不二路 ${last} 弄 3 号 909`
  const code = await codeFor(ctx, phone, 'register')
  const agrees = agreesTo(await currentPolicies(ctx))
  const wish = { userName: `buer_${last}`, password: 'tea-in-the-morning', phone, code, agrees }
  const { account, token } = await registerShopper(ctx, wish)
  const shopper = as(ctx, { ...actorOf(account), name })
  await openCustomer(shopper, { id: account.id, displayName: name, wantsNews: false })
  await addAddress(shopper, anAddressInput({ name, phone, street }))
  return { shopper, phone, name, street, account, token }
}

test('SEC-03 nobody registers without agreeing to the version in force, and what was agreed is kept', async () => {
  const ctx = await platform()
  const version = await publishPolicy(ctx, aPolicy)
  const phone = '13700009999'
  const code = await codeFor(ctx, phone, 'register')
  const register = (agrees?: { privacy: number }) =>
    registerShopper(ctx, { userName: 'buer_zero', password: 'tea-in-the-morning', phone, code, agrees })

  await expect(register()).rejects.toMatchObject({ code: 'privacy.consent_missing', details: { field: 'agrees' } })
  await expect(register({ privacy: version + 1 })).rejects.toMatchObject({ code: 'privacy.consent_missing' })
  const { account } = await register({ privacy: version })

  expect(await policiesToAgree(ctx, account.id)).toEqual([])
  const row = await db.selectFrom('office.consents').selectAll().where('account_id', '=', account.id).execute()
  expect(row).toMatchObject([{ kind: 'privacy', version, origin: 'registration' }])
})

test('SEC-03 signing in by code asks for consent only where it makes the account', async () => {
  const ctx = await platform()
  const version = await publishPolicy(ctx, aPolicy)
  const phone = '13700009998'
  const code = await codeFor(ctx, phone, 'sign_in')
  await expect(signInWithCode(ctx, { phone, code })).rejects.toMatchObject({ code: 'privacy.consent_missing' })
  await signInWithCode(ctx, { phone, code, agrees: { privacy: version } })
  const next = later(ctx, { minutes: 5 })
  await expect(signInWithCode(next, { phone, code: await codeFor(next, phone, 'sign_in') })).resolves.toMatchObject({
    account: { status: 'active' },
  })
})

test('SEC-03 a new version is asked for again once it holds, and an old page cannot agree for it', async () => {
  const ctx = await platform()
  const { shopper, account } = await aShopper(ctx)
  const holdsFrom = ctx.now.add({ hours: 24 })
  const version = await publishPolicy(ctx, { ...aPolicy, holdsFrom })

  expect(await policiesToAgree(shopper, account.id)).toEqual([])
  const tomorrow = later(shopper, { hours: 25 })
  expect(await policiesToAgree(tomorrow, account.id)).toMatchObject([{ kind: 'privacy', version }])
  await expect(agree(tomorrow, { agrees: { privacy: version - 1 } })).rejects.toMatchObject({
    code: 'privacy.consent_missing',
  })
  await agree(tomorrow, { agrees: { privacy: version } })
  expect(await policiesToAgree(tomorrow, account.id)).toEqual([])
})

test('SEC-03 a policy holds from now or later, never for a time when nobody could read it', async () => {
  const ctx = later(await platform(), { hours: 30 })
  const holdsFrom = ctx.now.subtract({ minutes: 1 })
  await expect(publishPolicy(ctx, { ...aPolicy, holdsFrom })).rejects.toMatchObject({ code: 'privacy.policy_in_past' })
})

test('SEC-03 two who publish at once make two versions; a version is never changed; other shops keep none', async () => {
  const ctx = later(await platform(), { hours: 48 })
  const versions = await Promise.all([publishPolicy(ctx, aPolicy), publishPolicy(ctx, aPolicy)])
  expect(new Set(versions).size).toBe(2)
  await expect(sql`update office.policies set body = 'else'`.execute(db)).rejects.toThrow('append-only')
  await expect(publishPolicy(aContext(db), aPolicy)).rejects.toMatchObject({ code: 'privacy.not_the_platform' })
})

test('SEC-03 a shopper gets everything the house keeps about them, and that stands in the log', async () => {
  const { shopper, phone, name, street, account } = await aShopper(later(await platform(), { hours: 72 }))
  const data = await handOutData(shopper)
  expect(Object.keys(data).sort()).toEqual([
    'account',
    'cases',
    'consents',
    'contacts',
    'customer',
    'favourites',
    'messages',
    'orders',
    'parcelQuestions',
    'reviews',
    'visitorQuestions',
    'visits',
  ])
  expect(data.account).toMatchObject({ phone: `+86${phone}` })
  expect(data.customer).toMatchObject({ addresses: [{ name, street }] })
  expect((await historyOf(shopper, account.id)).map(({ type }) => type)).toContain('account.data_handed_out')
})

test('SEC-03 a closing waits for its days of thought and can be withdrawn', async () => {
  const { shopper, account, token } = await aShopper(later(await platform(), { hours: 96 }))
  const { dueAt } = await askToClose(shopper)
  expect(dueAt.since(shopper.now).total('hours')).toBe(7 * 24)
  await eraseDue(later(shopper, { hours: 7 * 24 - 1 }))
  await withdrawClosing(shopper)
  await eraseDue(later(shopper, { hours: 30 * 24 }))
  expect(await closingOf(shopper, account.id)).toBeUndefined()
  expect(await sessionOf(db, token, shopper.now)).toBeDefined()
})

test('SEC-03 nobody leaves while an order is under way', async () => {
  const shop = await aSellingShop(db)
  const { buyer } = await anOrder(shop, { status: 'paid' })
  await expect(askToClose(buyer.ctx)).rejects.toMatchObject({
    code: 'privacy.still_needed',
    details: { parts: 'orders' },
  })
})

test('SEC-03 an order placed in the very moment of erasing keeps its buyer: all of the erasing is undone', async () => {
  const { shopper, account, token } = await aShopper(later(await platform(), { hours: 144 }))
  await askToClose(shopper)
  const orders = personalData.find(({ name }) => name === 'orders')!
  let asked = 0
  registerPersonalData([{ ...orders, isNeeded: async () => ++asked > 1 }])
  const due = later(shopper, { hours: 8 * 24 })
  await eraseDue(due).finally(() => registerPersonalData([orders]))

  expect(asked).toBeGreaterThan(1)
  expect(await sessionOf(db, token, shopper.now)).toMatchObject({ accountId: account.id })
  expect((await historyOf(shopper, account.id)).map(({ type }) => type)).not.toContain('account.erased')
  await eraseDue(due)
  expect((await historyOf(shopper, account.id)).at(-1)).toMatchObject({ type: 'account.erased' })
})

test('SEC-03 ACC-02 an erased shopper is found in no column of the database, in clear or sealed', async () => {
  const ctx = later(await platform(), { hours: 120 })
  const { shopper, phone, name, street, account } = await aShopper(ctx)
  await chooseNews(shopper, { wants: true })
  await askToClose(shopper)
  expect(await traces(ctx, [phone, name, street, account.userName])).not.toEqual([])

  const due = later(ctx, { hours: 8 * 24 })
  await Promise.all([eraseDue(due), eraseDue(due)])

  expect(await traces(ctx, [phone, name, street, account.userName])).toEqual([])
  expect((await historyOf(ctx, account.id)).at(-1)).toMatchObject({ type: 'account.erased' })
  const { rows } = await findEvents(ctx, { actorId: account.id })
  expect(rows.map(({ actorName }) => actorName).filter((each) => each !== '')).toEqual([])
})

test('SEC-03 of an erased shopper no device and no address on the net is left, and the number is free for another account', async () => {
  const ctx = later(await platform(), { hours: 240 })
  const { shopper, phone, account } = await aShopper(ctx)
  const [agrees, next] = [agreesTo(await currentPolicies(ctx)), later(ctx, { minutes: 5 })]
  const visitor = { ip: '203.0.113.77', userAgent: 'Browser of nobody else' }
  await signInWithCode(next, { phone, code: await codeFor(next, phone, 'sign_in'), visitor })
  await askToClose(shopper)
  const due = later(ctx, { hours: 8 * 24 })
  await eraseDue(due)

  expect(await traces(ctx, [visitor.ip, visitor.userAgent])).toEqual([])
  const again = await signInWithCode(due, { phone, code: await codeFor(due, phone, 'sign_in'), agrees })
  expect(again.account.id).not.toBe(account.id)
})

test('SEC-03 what a buyer told the desk goes with the buyer; the order and its recipient stay', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'shipped' })
  const { id: orderId } = order
  await askAboutParcel(buyer.ctx, { orderId, question: '请放在蓝色门口' })
  await keepContact(shop.ctx, { orderId, way: 'call', outcome: 'reached', note: '住蓝色门后' })
  await track(shop, orderId, 'signed')
  await confirmReceipt(buyer.ctx, orderId)
  await completeFinished(later(shop.ctx, { hours: 24 * 30 }))

  await askToClose(buyer.ctx)
  await eraseDue(later(shop.ctx, { hours: 24 * 40 }))

  expect(await traces(shop.ctx, ['蓝色门'])).toEqual([])
  expect(await findOrder(shop.ctx, orderId)).toMatchObject({ status: 'completed' })
  expect(await traces(shop.ctx, [buyer.address.recipient.street])).toContain('sales.orders.recipient_cipher')
})

test('SEC-03 whatever a buyer has written to the shop, and what was noted about them, is found nowhere once they are erased', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  const { id: orderId } = order
  const [line] = await linesOf(shop.ctx, order)
  await confirmReceipt(buyer.ctx, orderId)
  const scores = { description: 5, service: 5, logistics: 5 }
  const written = [{ lineId: line!.id, stars: 5, words: '摆在紫色窗台正好' }]
  const [review] = await writeReviews(buyer.ctx, { orderId, scores, reviews: written })
  await followUp(buyer.ctx, { reviewId: review!.id, words: '紫色窗台又添一只' })
  await rateBuyer(shop.ctx, { orderId, stars: 4, words: '紫色窗台那家' })
  await askTheShop(buyer.ctx, { words: '能放在紫色窗台上晒吗', ip: '10.1.1.1' })
  await commentOrder(shop.ctx, { orderId, words: '紫色窗台那家的快递放门口' })
  await markOrder(shop.ctx, { orderId, note: '紫色窗台，先打电话' })
  await markOrder(shop.ctx, { orderId, flag: 'red', note: '紫色窗台，傍晚送' })
  await askFeedback(later(shop.ctx, { hours: 72 }))
  await giveFeedback(later(buyer.ctx, { hours: 73 }), { orderId, rating: 4, words: '紫色窗台很配' })
  const asked = { orderId, kind: 'return', reason: 'other', lines: [{ lineId: line!.id, quantity: 1 }] } as const
  const { id: caseId } = await applyForCase(buyer.ctx, { ...asked, description: '从紫色窗台掉下来了' })
  await refuseCase(shop.ctx, { caseId, reason: '已使用' })
  await rateCase(buyer.ctx, { caseId, stars: 2, words: '紫色窗台的我不满意' })
  expect(await traces(shop.ctx, ['紫色窗台'])).not.toEqual([])
  expect(await handOutData(buyer.ctx)).toMatchObject({
    orders: [{ notes: expect.arrayContaining(['紫色窗台，先打电话', '紫色窗台，傍晚送']) }],
  })

  await completeFinished(later(shop.ctx, { hours: 24 * 30 }))
  await askToClose(buyer.ctx)
  await eraseDue(later(shop.ctx, { hours: 24 * 40 }))

  expect(await traces(shop.ctx, ['紫色窗台'])).toEqual([])
})

test('SEC-03 when the time of a recipient is over, what staff noted and said about the order goes with them, also out of its history; that they did stays', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  const { order: other } = await anOrder(shop)
  for (const { id: orderId } of [order, other]) {
    await markOrder(shop.ctx, { orderId, flag: 'red', note: '橙色屋顶第二家' })
    await commentOrder(shop.ctx, { orderId, words: '橙色屋顶的不在家' })
    await keepContact(shop.ctx, { orderId, way: 'call', outcome: 'reached', note: '橙色屋顶，周末在' })
  }
  await raiseIssue(shop.ctx, { orderId: order.id, reason: '橙色屋顶找不到' })
  const before = (await historyOf(shop.ctx, order.id)).map(({ type }) => type)
  const kept = await traces(shop.ctx, ['橙色屋顶'])
  await confirmReceipt(buyer.ctx, order.id)
  const old = later(shop.ctx, { hours: 24 * 30 })
  await completeFinished(old)
  const { run } = ordersClockJobs.find(({ name }) => name === 'orders.forgetRecipients')!
  await run(later(old, { hours: 24 * 1_097 }))
  await tellAll(
    shop.ctx,
    deskListeners.filter(({ name }) => name === 'desk.forgetWords'),
  )

  const { rows } = await sql<{ said: string }>`
    select data::text as said from platform.events where shop_id = ${shop.ctx.shopId} and aggregate_id = ${order.id}
    union all select note from sales.order_marks where order_id = ${order.id}
    union all select words from sales.order_comments where order_id = ${order.id}
    union all select note from sales.order_contacts where order_id = ${order.id}
    union all select data::text from sales.order_issues where order_id = ${order.id}`.execute(db)
  expect(rows.length).toBeGreaterThan(before.length)
  expect(rows.filter(({ said }) => said.includes('橙色屋顶'))).toEqual([])
  expect((await historyOf(shop.ctx, order.id)).map(({ type }) => type)).toEqual(expect.arrayContaining(before))
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ status: 'completed' })
  expect(await traces(shop.ctx, ['橙色屋顶'])).toEqual(kept.filter((place) => place !== 'sales.order_issues.data'))
})

test('SEC-03 nobody leaves while a case of theirs is open, though their orders have ended', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  const [line] = await linesOf(shop.ctx, order)
  await confirmReceipt(buyer.ctx, order.id)
  const late = { hours: 24 * 30 }
  await completeFinished(later(shop.ctx, late))
  const lines = [{ lineId: line!.id, quantity: 1 }]
  const asked = { orderId: order.id, kind: 'return', reason: 'quality', description: '', lines } as const
  const { id: caseId } = await applyForCase(later(shop.ctx, late), asked)

  await expect(askToClose(later(buyer.ctx, late))).rejects.toMatchObject({ code: 'privacy.still_needed' })
  await refuseCase(later(shop.ctx, late), { caseId, reason: '已过保' })
  await askToClose(later(buyer.ctx, late))
})

test('the log forgets a name, and of orders what was noted on them, and nothing else', async () => {
  const ctx = await platform()
  await transaction(ctx, (tx) =>
    tx.db
      .insertInto('platform.events')
      .values({ ...anEvent(ctx) })
      .execute(),
  )
  await expect(sql`update platform.events set type = 'order.free'`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`update platform.events set actor_name = 'Bob'`.execute(db)).rejects.toThrow('append-only')
  await expect(
    sql`update platform.events set data = '{"erased": true}' where aggregate = 'order'`.execute(db),
  ).rejects.toThrow('append-only')
  await expect(
    sql`update platform.events set data = data - 'total' where type = 'order.paid'`.execute(db),
  ).rejects.toThrow('append-only')
})

const anEvent = (ctx: Context) => ({
  id: newId(),
  shop_id: ctx.shopId,
  type: 'order.paid',
  aggregate: 'order',
  aggregate_id: newId(),
  version: 1,
  actor_kind: 'shopper',
  actor_name: 'Ann',
  origin: 'test',
  at: ctx.now,
  data: JSON.stringify({ total: 1 }),
})

/** `table.column` of every place where one of these texts stands, readable or under our seal. */
async function traces(ctx: Context, texts: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ place: string; table: string; column: string; type: string }>`
    select c.table_schema || '.' || c.table_name as "table", c.column_name as "column", c.data_type as type,
      c.table_schema || '.' || c.table_name || '.' || c.column_name as place
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema in ('platform', 'office', 'goods', 'supply', 'sales', 'care', 'insight')
      and c.data_type in ('text', 'jsonb', 'bytea', 'ARRAY')`.execute(db)
  const found: string[] = []
  for (const { place, table, column, type } of columns) {
    const cell = type === 'bytea' ? sql`encode(${sql.ref(column)}, 'base64')` : sql`${sql.ref(column)}::text`
    const { rows } = await sql<{
      text: string
    }>`select ${cell} as text from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(db)
    if (rows.some(({ text }) => texts.some((each) => opened(ctx, text).includes(each)))) found.push(place)
  }
  return found
}

/** What a cell says: itself, and what is under the seal where it is sealed with our secret. */
function opened({ vault }: Context, cell: string): string {
  try {
    return `${cell}\n${vault.open(Buffer.from(cell, 'base64'))}`
  } catch {
    return cell
  }
}
