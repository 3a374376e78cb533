import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { createStaff } from '#office/accounts'
import { openNotices } from '#office/notices'
import { presetShopRoles } from '#office/roles'
import type { AccountId } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { confirmReceipt } from '#sales/orders'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type SellingShop } from '#test/orders'
import { deskPersonalData } from './desk-data.ts'
import {
  askFeedback,
  changeComment,
  commentOrder,
  giveFeedback,
  keepContact,
  removeComment,
  settleConfirmation,
} from './index.ts'

const { db } = await testDatabase()

const colleague = ({ ctx }: SellingShop, role: string): Promise<AccountId> =>
  transaction(ctx, async (tx) => {
    await presetShopRoles(tx)
    const userName = `s${newId().slice(-12)}`
    return createStaff(tx, { userName, displayName: 'Mei', password: 'long-enough-44', roles: [role] })
  })
const noticesOf = async ({ ctx }: SellingShop, accountId: AccountId) =>
  (await openNotices(ctx, new Set(), accountId)).map(({ kind, subjectId }) => [kind, subjectId])

test('ORD-16 a colleague who is called in a comment finds one notice of their own that leads to the order; nobody else does', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  const called = await colleague(shop, 'service')

  const words = ' 请核对地址 '
  const comment = await commentOrder(shop.ctx, { orderId: order.id, words, mentions: [called, called] })

  expect(comment).toMatchObject({ words: '请核对地址', by: 'Lin', mentions: [{ id: called, name: 'Mei' }] })
  expect(await noticesOf(shop, called)).toEqual([['order.mentioned', order.id]])
  expect(await noticesOf(shop, newId<'Account'>())).toEqual([])
  expect(await openNotices(shop.ctx, new Set(['orders.read', '']))).not.toContainEqual(
    expect.objectContaining({ kind: 'order.mentioned' }),
  )
})

test('an empty comment is refused, and so is calling somebody who may not see orders here; nothing is kept of either', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  const stranger = await colleague(await aSellingShop(db), 'service')
  const say = (words: string, ...mentions: AccountId[]) =>
    commentOrder(shop.ctx, { orderId: order.id, words, mentions })

  await expect(say('  ')).rejects.toMatchObject({ code: 'desk.words_missing' })
  await expect(say('看一下', stranger)).rejects.toMatchObject({ code: 'desk.not_a_colleague' })
  expect((await historyOf(shop.ctx, order.id)).map(({ type }) => type)).not.toContain('order.commented')
  expect(await noticesOf(shop, stranger)).toEqual([])
})

test('whoever said something puts it right or takes it back for half an hour; what it said before stays with it, and nobody else touches it', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  const { id: commentId } = await commentOrder(shop.ctx, { orderId: order.id, words: '缺一只' })
  const kept = () =>
    db
      .selectFrom('sales.order_comments')
      .select(['words', 'former', 'removed_at'])
      .where('id', '=', commentId)
      .executeTakeFirstOrThrow()

  await changeComment(later(shop.ctx, { minutes: 29 }), { commentId, words: ' 缺两只 ' })
  expect(await kept()).toMatchObject({ words: '缺两只', former: [{ words: '缺一只' }] })
  await expect(changeComment(shop.ctx, { commentId, words: ' ' })).rejects.toMatchObject({ code: 'desk.words_missing' })
  await expect(removeComment(as(shop.ctx, mei), commentId)).rejects.toMatchObject({ code: 'desk.comment_not_yours' })
  await expect(removeComment(later(shop.ctx, { minutes: 31 }), commentId)).rejects.toMatchObject({
    code: 'desk.comment_too_old',
  })
  await expect(removeComment((await aSellingShop(db)).ctx, commentId)).rejects.toMatchObject({
    code: 'desk.comment_not_found',
  })

  await removeComment(shop.ctx, commentId)
  expect(await kept()).toMatchObject({ words: '', former: [{ words: '缺一只' }, { words: '缺两只' }] })
  await expect(changeComment(shop.ctx, { commentId, words: '还在' })).rejects.toMatchObject({
    code: 'desk.comment_not_found',
  })
  expect((await historyOf(shop.ctx, order.id)).map(({ type }) => type).slice(-3)).toEqual([
    'order.commented',
    'order.comment_changed',
    'order.comment_removed',
  ])
})

test('what was said about an order, on the telephone and in its feedback, is handed out to its buyer who asks for their data; the words go when they are erased', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  const orderId = order.id
  const { id: commentId } = await commentOrder(shop.ctx, { orderId, words: '收件人要送货' })
  await changeComment(shop.ctx, { commentId, words: '收件人要求送货上门' })
  await keepContact(shop.ctx, { orderId, way: 'call', outcome: 'reached', note: '说周末在家' })
  await settleConfirmation(shop.ctx, { orderId, outcome: 'confirmed', note: '妻子接的电话' })
  await confirmReceipt(buyer.ctx, orderId)
  await askFeedback(later(shop.ctx, { hours: 72 }))
  await giveFeedback(later(buyer.ctx, { hours: 73 }), { orderId, rating: 4, words: '快递员很客气' })
  const collected = async () =>
    ((await deskPersonalData.collect(shop.ctx, order.customerId)) as { note: string }[]).map(({ note }) => note)

  expect((await collected()).toSorted()).toEqual(
    ['收件人要求送货上门 / 收件人要送货', '说周末在家', '妻子接的电话', '快递员很客气'].toSorted(),
  )
  await transaction(shop.ctx, (tx) => deskPersonalData.erase!(tx, order.customerId))
  expect(await collected()).toEqual(['', '', '', ''])
})
