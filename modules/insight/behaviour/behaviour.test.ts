import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { openNotices } from '#office/notices'
import type { Context, ShopId } from '#platform/context'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop } from '#test/orders'
import { aShopper } from '#test/people'
import {
  behaviourClockJobs,
  behaviourDays,
  behaviourPersonalData,
  chooseVisits,
  keepVisit,
  readPageSpeed,
  type Seen,
  searchedWords,
} from './index.ts'

const { db } = await testDatabase()

const seen = (given: Partial<Seen> = {}): Seen => ({ id: newId(), kind: 'view', ago: 0, ...given })
const stepsOf = (shopId: ShopId) =>
  db.selectFrom('insight.behaviour_events').selectAll().where('shop_id', '=', shopId).orderBy('at').execute()
const jobs = async (ctx: Context) => {
  for (const job of behaviourClockJobs) await job.run(ctx)
}

test('ANA-13 a step told twice, at once or later, is one step, by the clock of the server', async () => {
  const { ctx } = await aSellingShop(db)
  const step = seen({ kind: 'search', ago: 90_000, query: '青瓷 茶杯', results: 3 })
  const tell = () => keepVisit(ctx, { page: 'search', events: [step, seen({ kind: 'list' })] })
  await Promise.all([tell(), tell(), tell()])
  await keepVisit(later(ctx, { hours: 1 }), { page: 'search', events: [{ ...step, query: '别的' }] })

  const kept = await stepsOf(ctx.shopId)
  expect(kept.filter(({ kind }) => kind === 'search')).toMatchObject([{ query: '青瓷 茶杯', results: 3 }])
  expect(kept[0]!.at.equals(ctx.now.subtract({ seconds: 90 }))).toBe(true)
})

test('ANA-13 whatever is told twice in any order, each step counts once and only for goods of the shop', async () => {
  const [shop, other] = [await aSellingShop(db), await aSellingShop(db)]
  const [ours, theirs] = [await aProduct(shop), await aProduct(other)]
  const told = fc.array(fc.record({ step: fc.nat(6), isOurs: fc.boolean() }), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(told, async (messages) => {
      const ids = Array.from({ length: 14 }, () => newId())
      const before = (await stepsOf(shop.ctx.shopId)).length
      const one = ({ step, isOurs }: { step: number; isOurs: boolean }) =>
        keepVisit(shop.ctx, {
          page: 'product',
          events: [seen({ id: ids[isOurs ? step : step + 7]!, productId: (isOurs ? ours : theirs).productId })],
        })
      await Promise.all(messages.map(one))
      const wanted = new Set(messages.filter(({ isOurs }) => isOurs).map(({ step }) => step)).size
      expect((await stepsOf(shop.ctx.shopId)).length - before).toBe(wanted)
    }),
    { numRuns: 15 },
  )
})

test('ANA-13 SEC-03 without consent nothing says whose a step was; an account stands beside it only when it agreed', async () => {
  const { ctx } = await aSellingShop(db)
  const ann = await aShopper(ctx)
  const told = { page: 'home', sessionId: newId(), customerId: ann.actor.id, events: [seen({ kind: 'list' })] }
  await keepVisit(ctx, told)
  const visitorId = await chooseVisits(ctx, { agrees: true })
  await keepVisit(ctx, { ...told, visitorId, events: [seen()] })
  await chooseVisits(ann, { agrees: true, visitorId })
  await keepVisit(ctx, { ...told, visitorId, events: [seen({ kind: 'click' })] })

  const of = async (kind: string) => (await stepsOf(ctx.shopId)).find((each) => each.kind === kind)
  expect(await of('list')).toMatchObject({ visitor_id: null, session_id: null, customer_id: null })
  expect(await of('view')).toMatchObject({ visitor_id: visitorId, customer_id: null })
  expect(await of('click')).toMatchObject({ visitor_id: visitorId, customer_id: ann.actor.id })
})

test('ANA-13 SEC-03 who refuses, or leaves for good, is taken out of what was kept; the counts stay', async () => {
  const { ctx } = await aSellingShop(db)
  const ann = await aShopper(ctx)
  const visitorId = await chooseVisits(ann, { agrees: true })
  const told = { page: 'home', visitorId, customerId: ann.actor.id }
  await keepVisit(ctx, { ...told, customerId: undefined, events: [seen({ kind: 'list' })] })
  await keepVisit(ctx, { ...told, events: [seen({ kind: 'search', query: '茶 13800138000' })] })
  expect(await behaviourPersonalData.collect(ann, ann.actor.id)).toMatchObject({
    choice: { agrees: true },
    steps: [{ query: '茶 •' }],
  })

  await transaction(ann, (tx) => behaviourPersonalData.erase!(tx, ann.actor.id))
  const kept = await stepsOf(ctx.shopId)
  expect(kept).toHaveLength(2)
  for (const step of kept) expect(step).toMatchObject({ visitor_id: null, session_id: null, customer_id: null })
  expect(await behaviourPersonalData.collect(ann, ann.actor.id)).toEqual({ choice: null, steps: [] })

  const [again] = await Promise.all([chooseVisits(ann, { agrees: true }), chooseVisits(ann, { agrees: true })])
  await keepVisit(ctx, { ...told, visitorId: again, events: [seen({ kind: 'click' })] })
  expect(await chooseVisits(ann, { agrees: false, visitorId: again })).toBeUndefined()
  expect((await stepsOf(ctx.shopId)).filter((each) => each.visitor_id ?? each.customer_id)).toEqual([])
})

test('ANA-13 a day shows what visitors did beside what was ordered and paid, by the shop’s calendar', async () => {
  const shop = await aSellingShop(db)
  const tea = await aProduct(shop)
  await anOrder(shop, { status: 'paid', lines: [{ of: tea, quantity: 1 }] })
  const events = [
    seen({ productId: tea.productId }),
    seen({ kind: 'cart_add', productId: tea.productId }),
    seen({ kind: 'search', query: 'Longjing', results: 0 }),
    seen({ kind: 'search', query: 'longjing', results: 1 }),
  ]
  await keepVisit(shop.ctx, { page: 'product', events })
  expect(await behaviourDays(shop.ctx, 7)).toMatchObject([
    { views: 1, cartAdds: 1, searches: 2, ordersPlaced: 1, ordersPaid: 1, visitors: 0 },
  ])
  expect(await searchedWords(shop.ctx, 7)).toEqual([{ query: 'longjing', times: 2, empty: 1 }])
})

test('ANA-13 steps and page loads go when they have served their time', async () => {
  const { ctx } = await aSellingShop(db)
  const load = { id: newId(), pixels: 390, firstByte: 90, largestPaint: 700, loaded: 900, shift: 0.01 }
  await keepVisit(ctx, { page: 'home', events: [seen({ kind: 'list' })], load })
  const loads = () => db.selectFrom('insight.page_loads').selectAll().where('shop_id', '=', ctx.shopId).execute()
  await jobs(later(ctx, { hours: 24 * 31 }))
  expect([await stepsOf(ctx.shopId), await loads()]).toMatchObject([[{ kind: 'list' }], []])
  await jobs(later(ctx, { hours: 24 * 181 }))
  expect(await stepsOf(ctx.shopId)).toEqual([])
})

test('STO-11 pages that a quarter of real visits find slow are listed by kind, width and address, and operations hear of them once a day', async () => {
  const { ctx } = await aSellingShop(db)
  const visit = (page: string, pixels: number, largestPaint: number) =>
    keepVisit(ctx, {
      page,
      path: `/${page}`,
      events: [],
      load: { id: newId(), pixels, firstByte: 100, largestPaint, loaded: largestPaint + 50, shift: 0.02 },
    })
  for (const paint of [800, 900, 2_600, 4_000]) await visit('product', 390, paint)
  for (const paint of [700, 800, 900, 4_000]) await visit('product', 1_280, paint)

  const { pages, slowPaths, hours } = await readPageSpeed(ctx, ctx.now.subtract({ hours: 24 }))
  expect(pages).toMatchObject([
    { page: 'product', width: 'desk', visits: 4, largestPaint: 900, firstByte: 100, shift: 0.02, isSlow: false },
    { page: 'product', width: 'phone', visits: 4, largestPaint: 2_600, isSlow: true },
  ])
  expect([slowPaths, hours.length]).toEqual([
    [{ path: '/product', page: 'product', visits: 8, largestPaint: 2_600 }],
    1,
  ])

  await jobs(ctx)
  expect(await openNotices(ctx, new Set(['settings.read']))).toEqual([])
  await transaction(ctx, (tx) => changeSetting(tx, 'behaviour.slowVisits', 4))
  await Promise.all([jobs(later(ctx, { minutes: 5 })), jobs(later(ctx, { minutes: 6 }))])
  expect(await openNotices(ctx, new Set(['settings.read']))).toMatchObject([
    { kind: 'pages.slow', data: { page: 'product', width: 'phone', seconds: '2.6', limit: '2.5' } },
  ])
})
