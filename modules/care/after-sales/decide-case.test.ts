import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import { stepsFrom } from '#kernel/steps'
import { type Case, caseSteps, finalStatuses } from '#model/care/after-sales'
import { openNotices } from '#office/notices'
import { historyOf } from '#platform/events'
import { findOrder } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import { aCaringShop, apply, aReturn, aShippedOrder, inShop, messagesIn } from '#test/cases'
import { lin } from '#test/context'
import { testDatabase } from '#test/database'
import { aShopper } from '#test/people'
import {
  answerQuestion,
  approveCase,
  askBuyer,
  findCases,
  loadCase,
  ownCases,
  refuseCase,
  sendBack,
  viewCase,
  withdrawCase,
} from './index.ts'

const { db } = await testDatabase()

const openKinds = async (shop: { ctx: Parameters<typeof openNotices>[0] }, { id }: Pick<Case, 'id'>) =>
  (await openNotices(shop.ctx, new Set(['aftersales.decide', 'aftersales.grade'])))
    .filter(({ subjectId }) => subjectId === id)
    .map(({ kind }) => kind)

test('AFS-03 a refund that is approved goes out at its recorded shares, once, and the case ends when the money has arrived', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await apply(shop, { of: sold, kind: 'refund', pieces: [2], reason: 'missing' })

  const approved = await approveCase(shop.ctx, id)
  expect(approved).toMatchObject({
    status: 'refunding',
    amount: money(5_800),
    decidedBy: lin.name,
    decidedAt: shop.ctx.now,
    refundBy: shop.ctx.now.add({ hours: 72 }),
  })
  expect(await openKinds(shop, approved)).toEqual([])
  await expect(approveCase(shop.ctx, id)).rejects.toMatchObject({ code: 'cases.cannot' })

  await shop.tell({ twice: true })
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled', settledAt: shop.ctx.now })
  expect(await refundsOf(shop.ctx, sold.order.id)).toMatchObject([{ amount: money(5_800), status: 'succeeded' }])
  expect(shop.gateway.balance).toBe(sold.order.total.minor - 5_800)
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'settled', payment: 'refunded' })
  expect((await messagesIn(shop)).map(([template]) => template)).toEqual(['case.approved_refund', 'case.settled'])
  expect((await historyOf(shop.ctx, id)).map(({ type, data }) => [type, data.before, data.after])).toEqual([
    ['case.applied', null, 'applied'],
    ['case.approved', 'applied', 'refunding'],
    ['case.settled', 'refunding', 'settled'],
  ])
})

test('AFS-03 a return that is approved is sent back by a parcel whose number finds the case', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id, number } = await aReturn(shop, { of: sold, status: 'approved' })
  expect(await refundsOf(shop.ctx, sold.order.id)).toEqual([])
  expect(await messagesIn(shop)).toEqual([
    ['case.approved_return', `【半日闲】您的退货申请 ${number} 已通过，请寄回商品并填写快递单号。`],
  ])

  await sendBack(sold.buyer.ctx, { caseId: id, carrier: 'SF ', waybillNumber: ' sf1234567 ' })

  const { rows } = await findCases(shop.ctx, { text: 'sf1234567' })
  expect(rows).toMatchObject([{ id, status: 'sent_back', returnCarrier: 'SF', returnWaybill: 'SF1234567' }])
  await expect(withdrawCase(sold.buyer.ctx, id)).rejects.toMatchObject({ code: 'cases.cannot' })
})

test('AFS-03 a refusal gives its reason to the buyer and no money; it is final', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id, number } = await apply(shop, { of: sold })
  await expect(refuseCase(shop.ctx, { caseId: id, reason: ' ' })).rejects.toMatchObject({
    code: 'cases.description_missing',
    details: { field: 'reason' },
  })

  expect(await refuseCase(shop.ctx, { caseId: id, reason: '已使用' })).toMatchObject({
    status: 'refused',
    refusalReason: '已使用',
    decidedBy: lin.name,
  })

  expect(await messagesIn(shop)).toEqual([['case.refused', `【半日闲】您的售后申请 ${number} 未通过：已使用`]])
  await expect(approveCase(shop.ctx, id)).rejects.toMatchObject({
    code: 'cases.cannot',
    details: { status: 'refused', statusName: '已拒绝' },
  })
  expect(await refundsOf(shop.ctx, sold.order.id)).toEqual([])
})

test('AFS-03 asked for more, the buyer answers: the desk is told again and its clock begins anew', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await apply(shop, { of: sold, description: '坏了' })
  const asked = await askBuyer(shop.ctx, { caseId: id, question: '请拍一张照片' })
  expect(asked).toMatchObject({ status: 'asked', question: '请拍一张照片', decidedAt: null })
  expect(await openKinds(shop, asked)).toEqual([])
  expect((await messagesIn(shop)).map(([template]) => template)).toEqual(['case.asked'])

  const next = inShop(shop, { days: 2 }).ctx
  const bob = await aShopper(shop.ctx, 'Bob')
  await expect(answerQuestion(bob, { caseId: id, answer: '好' })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(answerQuestion(sold.buyer.ctx, { caseId: id, answer: ' ' })).rejects.toMatchObject({
    code: 'cases.description_missing',
    details: { field: 'answer' },
  })
  const answered = await answerQuestion({ ...sold.buyer.ctx, now: next.now }, { caseId: id, answer: '已补' })

  expect(answered).toMatchObject({
    status: 'applied',
    description: '坏了\n已补',
    solveBy: next.now.add({ hours: 24 }),
  })
  expect(await openKinds(shop, answered)).toEqual(['case.answered'])
})

test('AFS-03 two people decide at once: one decision stands', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await apply(shop, { of: sold, kind: 'refund' })

  const results = await Promise.allSettled([
    approveCase(shop.ctx, id),
    refuseCase(shop.ctx, { caseId: id, reason: '不符合' }),
    approveCase(shop.ctx, id),
  ])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  const { status } = await loadCase(shop.ctx, id)
  expect(await refundsOf(shop.ctx, sold.order.id)).toHaveLength(status === 'refunding' ? 1 : 0)
})

test('AFS-22 every case is on the register until it is settled, and its buyer alone sees it besides staff', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const opened = await apply(shop, { of: sold })
  const bob = await aShopper(shop.ctx, 'Bob')

  expect((await findCases(shop.ctx, { status: ['applied'], kind: 'return' })).rows).toEqual([opened])
  expect((await findCases(shop.ctx, { text: sold.order.number.toLowerCase() })).rows).toEqual([opened])
  expect(await ownCases(sold.buyer.ctx, sold.buyer.ctx.actor.id, sold.order.id)).toEqual([opened])
  expect(await ownCases(bob, bob.actor.id)).toEqual([])
  expect(await viewCase(sold.buyer.ctx, opened.id)).toEqual(opened)
  await expect(viewCase(bob, opened.id)).rejects.toMatchObject({ code: 'cases.not_found' })
  await expect(loadCase((await aCaringShop(db)).ctx, opened.id)).rejects.toMatchObject({ code: 'cases.not_found' })
})

test('AFS-22 the register is paged, newest first', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const first = await apply(shop, { of: sold })
  const second = await apply(inShop(shop, { minutes: 1 }), { of: sold })

  const page = await findCases(shop.ctx, { limit: 1 })
  expect(page.rows.map(({ id }) => id)).toEqual([second.id])
  const rest = await findCases(shop.ctx, { limit: 1, cursor: page.next! })
  expect([rest.rows.map(({ id }) => id), rest.next]).toEqual([[first.id], undefined])
})

test('every state but the final ones leads on, and nothing but a parcel inquiry leaves a final one', () => {
  const states = [...new Set(Object.values(caseSteps).flatMap(({ from, to }) => [...from, to]))]
  const ends = states.filter((state) => stepsFrom(caseSteps, state).filter((step) => step !== 'reopen').length === 0)
  expect(ends.toSorted()).toEqual([...finalStatuses].toSorted())
})
