import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { findOrder } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import { aCaringShop, apply, arrive, aShippedOrder, grade, messagesIn } from '#test/cases'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { approveCase, compensate, confirmCompensation, loadCase, refuseCase } from './index.ts'

const { db } = await testDatabase()
const wish = { kind: 'compensation', reason: 'damaged' } as const

test('AFS-02 AFS-25 money for the trouble goes back once, goods stay, and the buyer is told', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id, amount } = await apply(shop, { of: sold, ...wish, amount: money(1_000) })
  expect(amount).toEqual(money(1_000))
  expect(await compensate(shop.ctx, { caseId: id, amount: money(800) })).toMatchObject({
    status: 'refunding',
    amount: money(800),
  })
  await expect(approveCase(shop.ctx, id)).rejects.toMatchObject({ code: 'cases.cannot' })
  await shop.tell({ twice: true })

  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled', amount: money(800), proposedBy: null })
  expect(await refundsOf(shop.ctx, sold.order.id)).toMatchObject([{ amount: money(800), status: 'succeeded' }])
  expect(shop.gateway.balance).toBe(sold.order.total.minor - 800)
  expect(await balanceOf(shop.ctx, 'refunds')).toEqual(money(800))
  expect((await messagesIn(shop)).map(([template]) => template)).toEqual(['case.approved_compensation', 'case.settled'])
})

test('AFS-25 above the limit a second person confirms, and small ones of an order are added up', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const first = await apply(shop, { of: sold, ...wish, amount: money(3_000) })
  expect(await approveCase(shop.ctx, first.id)).toMatchObject({ status: 'refunding' })
  const second = await apply(shop, { of: sold, ...wish, amount: money(2_100) })
  expect(await approveCase(shop.ctx, second.id)).toMatchObject({ status: 'to_confirm', amount: money(2_100) })
  expect((await openNotices(shop.ctx, new Set(['aftersales.decide']))).map(({ kind }) => kind)).toEqual([
    'case.to_confirm',
  ])

  const code = 'cases.confirms_own'
  await expect(confirmCompensation(shop.ctx, second.id)).rejects.toMatchObject({ code })
  const key = { ...shop.ctx, actor: { ...mei, kind: 'key' as const } }
  await expect(confirmCompensation(key, second.id)).rejects.toMatchObject({ code })
  expect(await confirmCompensation(as(shop.ctx, mei), second.id)).toMatchObject({ status: 'refunding' })
  await expect(confirmCompensation(as(shop.ctx, mei), second.id)).rejects.toMatchObject({ code: 'cases.cannot' })
  expect((await findOrder(shop.ctx, sold.order.id))?.refunded).toEqual(money(5_100))
  expect(await openNotices(shop.ctx, new Set(['aftersales.decide']))).toEqual([])

  const third = await apply(shop, { of: await aShippedOrder(shop), ...wish, amount: money(5_001) })
  await approveCase(shop.ctx, third.id)
  expect(await refuseCase(shop.ctx, { caseId: third.id, reason: '已补偿过' })).toMatchObject({ status: 'refused' })
})

test('AFS-25 no amount, another currency, or more than is left of what was paid is refused by name', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  for (const amount of [undefined, money(0), money(100, 'USD')])
    await expect(apply(shop, { of: sold, ...wish, amount })).rejects.toMatchObject({
      code: 'payments.bad_refund_amount',
      details: { field: 'amount' },
    })
  const most = sold.order.total
  await expect(apply(shop, { of: sold, ...wish, amount: money(most.minor + 1) })).rejects.toMatchObject({
    code: 'payments.exceeds_captured',
    details: { field: 'amount', left: most },
  })
})

test('AFS-25 two compensations at once never pay more than was paid, and never more than one person may grant', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const cases = await Promise.all([1, 2].map(() => apply(shop, { of: sold, ...wish, amount: money(3_000) })))
  await Promise.allSettled(cases.map(({ id }) => approveCase(shop.ctx, id)))
  const statuses = (await Promise.all(cases.map(({ id }) => loadCase(shop.ctx, id)))).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual(['refunding', 'to_confirm'])

  const waiting = cases[statuses.indexOf('to_confirm')]!
  await Promise.allSettled([1, 2].map(() => confirmCompensation(as(shop.ctx, mei), waiting.id)))
  expect((await refundsOf(shop.ctx, sold.order.id)).length).toBeLessThanOrEqual(2)
  const order = (await findOrder(shop.ctx, sold.order.id))!
  expect(order.refunded.minor).toBeLessThanOrEqual(order.total.minor)
})

test('AFS-25 I93 whatever is compensated and given back in whatever order, no more goes back than was paid', {
  timeout: 60_000,
}, async () => {
  const shop = await aCaringShop(db)
  const step = fc.oneof(
    fc.constant('return' as const),
    fc.constant('refund' as const),
    fc.integer({ min: 1, max: 6_000 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const sold = await aShippedOrder(shop)
      for (const each of steps) {
        const given = typeof each === 'number' ? { ...wish, amount: money(each) } : { kind: each }
        const opened = await apply(shop, { of: sold, ...given }).catch(() => undefined)
        if (opened) await approveCase(shop.ctx, opened.id).catch(() => undefined)
        if (opened?.kind === 'return') await arrive(shop, opened.id).then(() => grade(shop, opened.id))
        if (opened?.kind === 'compensation')
          await confirmCompensation(as(shop.ctx, mei), opened.id).catch(() => undefined)
      }
      await shop.tell()
      const order = (await findOrder(shop.ctx, sold.order.id))!
      const paid = (await refundsOf(shop.ctx, order.id)).reduce((all, { amount }) => all + amount.minor, 0)
      expect(paid).toBe(order.refunded.minor)
      expect(paid).toBeLessThanOrEqual(order.total.minor)
    }),
    { numRuns: 6 },
  )
})

test('AFS-25 money for the trouble is granted for nothing else, and as an amount in the money of the order', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const back = await apply(shop, { of: sold })
  const amount = money(100)
  for (const grant of [
    () => compensate(shop.ctx, { caseId: back.id, amount }),
    () => confirmCompensation(shop.ctx, back.id),
  ])
    await expect(grant()).rejects.toMatchObject({ code: 'cases.not_for_kind' })

  const { id } = await apply(shop, { of: sold, ...wish, amount: money(1_000) })
  for (const wrong of [money(0), money(-100), money(100, 'USD')])
    await expect(compensate(shop.ctx, { caseId: id, amount: wrong })).rejects.toMatchObject({
      code: 'payments.bad_refund_amount',
      details: { field: 'amount' },
    })
  expect(await refundsOf(shop.ctx, sold.order.id)).toEqual([])
})

test('AFS-25 one person grants up to the limit itself; what was refused, or granted by two, does not count against it', async () => {
  const shop = await aCaringShop(db)
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'after-sales.compensationLimit', 1_000))
  const sold = await aShippedOrder(shop)
  const ask = (minor: number) => apply(shop, { of: sold, ...wish, amount: money(minor) })
  const byTwo = await ask(1_001)
  expect(await approveCase(shop.ctx, byTwo.id)).toMatchObject({ status: 'to_confirm' })
  await confirmCompensation(as(shop.ctx, mei), byTwo.id)
  await refuseCase(shop.ctx, { caseId: (await ask(900)).id, reason: '已补偿过' })
  await ask(800)

  expect(await approveCase(shop.ctx, (await ask(1_000)).id)).toMatchObject({ status: 'refunding' })
  expect(await approveCase(shop.ctx, (await ask(1)).id)).toMatchObject({ status: 'to_confirm' })
})

test('AFS-25 money for the trouble claims no goods: meanwhile all of them may be given back', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  await apply(shop, { of: sold, ...wish, pieces: [2], amount: money(1_000) })

  expect(await apply(shop, { of: sold, pieces: [2] })).toMatchObject({ status: 'applied', lines: [{ quantity: 2 }] })
})
