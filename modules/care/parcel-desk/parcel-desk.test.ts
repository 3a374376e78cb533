import { beforeEach, expect, test } from 'vitest'
import type { Order } from '#model/sales/orders'
import { openNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { historyOf } from '#platform/events'
import { listMessages } from '#platform/messages'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type Buyer, type SellingShop } from '#test/orders'
import { aShopper } from '#test/people'
import { answerParcelQuestion, askAboutParcel, findQuestions, noteOnQuestion, questionsOf } from './index.ts'

const { db } = await testDatabase()
let shop: SellingShop
let order: Order
let buyer: Buyer

beforeEach(async () => {
  shop = await aSellingShop(db)
  ;({ order, buyer } = await anOrder(shop, { status: 'paid' }))
  await givePhone()
})

/** Buyers made for tests have no phone of their own: messages go to the one given here. */
async function givePhone(): Promise<void> {
  const { vault } = shop.ctx
  const phone = '13800138000'
  await db
    .updateTable('office.accounts')
    .set({ phone_cipher: vault.seal(phone), phone_index: vault.index('phone', `${phone} ${order.id}`) })
    .where('id', '=', buyer.ctx.actor.id)
    .execute()
}

const later = <C extends Context>(ctx: C, hours: number): C => ({ ...ctx, now: ctx.now.add({ hours }) })
const remind = (hours = 1) => askAboutParcel(later(buyer.ctx, hours), { orderId: order.id })
const staff = () => as(shop.ctx, mei)
const told = async () =>
  (await listMessages(shop.ctx, {})).rows.filter(({ template }) => template.startsWith('parcel-desk.'))
const noticesOf = async () =>
  (await openNotices(shop.ctx, new Set(['aftersales.decide']))).filter(({ kind }) => kind === 'parcel.question')

test('LOG-08 a reminder within the promised time is explained at once, and the desk is told to arrange it', async () => {
  expect(await remind()).toMatchObject({ kind: 'reminder', promiseBroken: false, askedBy: 'buyer' })
  expect(await told()).toMatchObject([{ template: 'parcel-desk.reminder', body: expect.stringContaining('最晚') }])
  expect(await noticesOf()).toHaveLength(1)
})

test('LOG-08 a reminder after the promised time brings an apology', async () => {
  expect(await remind(49)).toMatchObject({ promiseBroken: true })
  expect((await told())[0]!.body).toContain('非常抱歉')
})

test('LOG-08 pressing it again, or ten times at once, is one reminder; some time after the answer it is a new one', async () => {
  const asked = await Promise.all(Array.from({ length: 10 }, () => remind()))
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
  expect(await told()).toHaveLength(1)

  await answerParcelQuestion(later(staff(), 2), { questionId: asked[0]!.id, answer: '今天发出' })
  expect((await remind(3)).id).toBe(asked[0]!.id)
  expect((await remind(15)).id).not.toBe(asked[0]!.id)
})

test('LOG-07 an inquiry about a parcel on its way shows it to the desk with its last step, and the answer reaches the buyer', async () => {
  const sold = await anOrder(shop, { status: 'shipped', name: 'Bob' })
  const asked = await askAboutParcel(sold.buyer.ctx, { orderId: sold.order.id, question: '三天没动了' })
  expect(asked).toMatchObject({ kind: 'inquiry', question: '三天没动了' })
  const { rows } = await findQuestions(shop.ctx, { status: 'open' })
  expect(rows).toMatchObject([{ id: asked.id, parcels: [{ carrier: 'ZTO', status: 'handed_over' }] }])

  await noteOnQuestion(staff(), { questionId: asked.id, note: '打了 95311，明天派送' })
  await answerParcelQuestion(staff(), { questionId: asked.id, answer: '明天派送' })
  expect(await questionsOf(shop.ctx, sold.order.id)).toMatchObject([{ status: 'answered', answeredBy: mei.name }])
  expect((await historyOf(shop.ctx, asked.id)).map(({ type }) => type)).toEqual([
    'parcel_question.asked',
    'parcel_question.noted',
    'parcel_question.answered',
  ])
  expect(await noticesOf()).toEqual([])
})

test('LOG-07 two answers at once: the first counts, and the buyer hears one', async () => {
  const { id } = await remind()
  const answers = await Promise.allSettled(
    ['今天发出', '明天发出'].map((answer) => answerParcelQuestion(staff(), { questionId: id, answer })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await told()).filter(({ template }) => template === 'parcel-desk.answered')).toHaveLength(1)
})

test('nobody asks about an unpaid or received order, or about another buyer’s', async () => {
  const unpaid = await anOrder(shop)
  await expect(askAboutParcel(unpaid.buyer.ctx, { orderId: unpaid.order.id })).rejects.toMatchObject({
    code: 'parcel-desk.nothing_to_ask',
  })
  const stranger = await aShopper(shop.ctx, 'Eve')
  await expect(askAboutParcel(stranger, { orderId: order.id })).rejects.toMatchObject({ code: 'orders.not_found' })
  await expect(answerParcelQuestion(staff(), { questionId: (await remind()).id, answer: '  ' })).rejects.toMatchObject({
    code: 'parcel-desk.answer_missing',
  })
})
