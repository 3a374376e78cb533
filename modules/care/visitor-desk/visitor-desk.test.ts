import { beforeAll, expect, test } from 'vitest'
import type { VisitorQuestion } from '#model/care/visitor-desk'
import { openNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { listMessages } from '#platform/messages'
import { changeSetting } from '#platform/settings'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct, aSellingShop, type Goods, type SellingShop } from '#test/orders'
import { aGuest, aShopper } from '#test/people'
import {
  type AskTheShop,
  answerVisitor,
  askTheShop,
  closeQuestion,
  findVisitorQuestions,
  forgetContacts,
  ownQuestions,
  publishedQuestions,
  publishQuestion,
  visitorQuestionsPersonalData,
} from './index.ts'

const { db } = await testDatabase()
let shop: SellingShop
let tea: Goods
let guest: Context
let network = 0

beforeAll(async () => {
  shop = await aSellingShop(db)
  tea = await aProduct(shop)
  guest = await aGuest(shop.ctx)
})

const ask = (ctx: Context, given: Partial<AskTheShop> = {}): Promise<VisitorQuestion> =>
  askTheShop(ctx, {
    words: '这款茶可以冷泡吗？',
    productId: tea.productId,
    contact: 'lin@example.cn',
    ip: `10.0.0.${++network}`,
    ...given,
  })
const noticesOf = async ({ id }: VisitorQuestion) =>
  (await openNotices(shop.ctx, new Set(['reviews.answer']))).filter(({ subjectId }) => subjectId === id)

test('STO-13 a guest’s message lands at the desk with its contact masked, and the answer reaches the guest by mail', async () => {
  const asked = await ask(guest)
  expect(await noticesOf(asked)).toMatchObject([{ kind: 'visitor.question' }])
  expect((await findVisitorQuestions(shop.ctx, { status: 'open' })).rows).toMatchObject([
    { id: asked.id, contact: 'l***@example.cn', productId: tea.productId },
  ])

  await answerVisitor(shop.ctx, { questionId: asked.id, answer: '可以，冷泡两小时' })

  expect((await listMessages(shop.ctx, {})).rows[0]).toMatchObject({
    channel: 'email',
    template: 'visitor-desk.answered',
    body: expect.stringContaining('冷泡两小时'),
  })
  expect(await noticesOf(asked)).toEqual([])
})

test('STO-13 a signed-in visitor need not leave a contact and reads the answer on the page; a guest must', async () => {
  const ann = await aShopper(shop.ctx, 'Ann')
  const asked = await ask(ann, { contact: '', productId: undefined })
  await answerVisitor(shop.ctx, { questionId: asked.id, answer: '周一到周五' })
  expect(await ownQuestions(shop.ctx, ann.actor.id)).toMatchObject([{ status: 'answered', answer: '周一到周五' }])

  await expect(ask(guest, { contact: ' ' })).rejects.toMatchObject({ code: 'visitor-desk.contact_missing' })
  await expect(ask(guest, { contact: 'abc' })).rejects.toMatchObject({ code: 'visitor-desk.contact_invalid' })
  await expect(ask(guest, { words: ' ' })).rejects.toMatchObject({ code: 'visitor-desk.words_missing' })
})

test('STO-13 links and prohibited goods are refused, and after five messages in an hour a visitor has to wait', async () => {
  await expect(ask(guest, { words: '来 www.cheap.example 看看' })).rejects.toMatchObject({
    code: 'visitor-desk.forbidden_words',
  })
  await expect(ask(guest, { productId: crypto.randomUUID() as never })).rejects.toMatchObject({ kind: 'not_found' })
  const many = await Promise.allSettled(Array.from({ length: 7 }, () => ask(guest, { ip: '10.9.9.9' })))
  expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  await expect(ask(guest, { ip: '10.9.9.9' })).rejects.toMatchObject({ code: 'visitor-desk.too_many' })
})

test('STO-13 of two answers at once the first counts, and what needs no answer is put aside', async () => {
  const asked = await ask(guest)
  const answers = await Promise.allSettled(
    ['甲', '乙'].map((answer) => answerVisitor(shop.ctx, { questionId: asked.id, answer })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(closeQuestion(shop.ctx, asked.id)).rejects.toMatchObject({ code: 'visitor-desk.dealt_with' })
  const other = await ask(guest)
  await closeQuestion(shop.ctx, other.id)
  await expect(answerVisitor(shop.ctx, { questionId: other.id, answer: '晚了' })).rejects.toMatchObject({
    code: 'visitor-desk.dealt_with',
  })
})

test('a question stands on the product’s page only after somebody of the shop has published its answer, and without a name', async () => {
  const goods = await aProduct(shop)
  const asked = await ask(guest, { productId: goods.productId })
  const shown = () => publishedQuestions(shop.ctx, goods.productId)
  await expect(publishQuestion(shop.ctx, { questionId: asked.id, publish: true })).rejects.toMatchObject({
    code: 'visitor-desk.not_answered',
  })
  await answerVisitor(shop.ctx, { questionId: asked.id, answer: '可以' })
  expect(await shown()).toEqual([])

  await publishQuestion(shop.ctx, { questionId: asked.id, publish: true })
  expect(await shown()).toEqual([{ id: asked.id, words: asked.words, answer: '可以', askedAt: asked.askedAt }])
  await publishQuestion(shop.ctx, { questionId: asked.id, publish: false })
  expect(await shown()).toEqual([])

  const ofShop = await ask(guest, { productId: undefined })
  await expect(answerVisitor(shop.ctx, { questionId: ofShop.id, answer: '可以', publish: true })).rejects.toMatchObject(
    { code: 'visitor-desk.not_answered' },
  )
})

test('the questions of a product are on its page however many another has that is looked at in the same moment', async () => {
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'visitor-desk.mostPerHour', 100))
  const [quiet, busy] = [await aProduct(shop), await aProduct(shop)]
  const publish = async ({ productId }: Goods, hours: number) => {
    const { id: questionId } = await ask(guest, { productId })
    await answerVisitor(later(shop.ctx, { hours }), { questionId, answer: '可以', publish: true })
  }
  await publish(quiet, 1)
  for (let nth = 0; nth < 40; nth++) await publish(busy, 2)

  const [ofQuiet, ofBusy] = await Promise.all(
    [quiet, busy].map(({ productId }) => publishedQuestions(shop.ctx, productId)),
  )

  expect([ofQuiet!.length, ofBusy!.length]).toEqual([1, 20])
})

test('what guests left to be reached by is forgotten after ninety days', async () => {
  const asked = await ask(guest)
  const contactIn = async (days: number) => {
    await forgetContacts({ ...shop.ctx, now: shop.ctx.now.add({ hours: 24 * days }) })
    return (await findVisitorQuestions(shop.ctx, {})).rows.find(({ id }) => id === asked.id)?.contact
  }
  expect([await contactIn(89), await contactIn(91)]).toEqual(['l***@example.cn', null])
})

test('who closes the account takes name and unpublished words along', async () => {
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'visitor-desk.mostPerHour', 50))
  const bob = await aShopper(shop.ctx, 'Bob')
  const [kept, gone] = [await ask(bob), await ask(bob)]
  await answerVisitor(shop.ctx, { questionId: kept.id, answer: '可以', publish: true })
  expect(await visitorQuestionsPersonalData.collect(shop.ctx, bob.actor.id)).toHaveLength(2)

  await transaction(shop.ctx, (tx) => visitorQuestionsPersonalData.erase!(tx, bob.actor.id))

  const mine = await ownQuestions(shop.ctx, bob.actor.id)
  expect(mine.map(({ id, words, author, contact }) => [id, words, author, contact]).sort()).toEqual(
    [
      [kept.id, kept.words, '', null],
      [gone.id, '', '', null],
    ].sort(),
  )
})
