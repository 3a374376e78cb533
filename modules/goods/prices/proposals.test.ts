import { expect, test } from 'vitest'
import { searchProducts } from '#goods/search'
import { type Id, newId } from '#kernel/id'
import { money } from '#kernel/money'
import { marginPercent } from '#model/goods/prices'
import { openNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aShop, asHouse, aVariant } from '#test/goods'
import {
  applyDuePrices,
  approvePrice,
  changePrice,
  findPrices,
  findProposals,
  noteCompetitorPrice,
  priceHistory,
  pricesOf,
  proposePrice,
  rejectPrice,
  withdrawPrice,
} from './index.ts'

const { db } = await testDatabase()
const shop = await aShop(db)
const tomorrow = shop.now.add({ hours: 24 })
const due = asHouse(later(shop, { days: 1 }))
const why = { basis: 'competition', reason: '对手降价', startsAt: tomorrow } as const
const propose = (ctx: Context, variantId: Id<'Variant'>, minor = 3_900) =>
  proposePrice(ctx, { variantId, list: money(minor), ...why })
const priceNow = async (id: Id<'Variant'>) => (await pricesOf(shop, [id])).get(id)!.list.minor
const noticesFor = async (permission: string, id: string) =>
  (await openNotices(shop, new Set([permission]))).filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind)

test('PRI-03 an agreed price comes into force at its time; its history says who wanted it, who agreed, and why', async () => {
  const { id, product } = await aVariant(shop)
  const proposal = await propose(shop, id)
  await approvePrice(as(shop, mei), { proposalId: proposal.id })

  await applyDuePrices(asHouse(later(shop, { hours: 23 })))
  const before = await priceNow(id)
  await applyDuePrices(due)

  expect([before, await priceNow(id)]).toEqual([4_900, 3_900])
  const change = (await priceHistory(shop, id)).find(({ type }) => type === 'price.changed')!
  expect(change.data).toMatchObject({
    before: { list: money(4_900) },
    after: { list: money(3_900), cost: money(2_450) },
    why: { basis: 'competition', reason: '对手降价', proposedBy: 'Lin', approvedBy: 'Mei' },
  })
  expect((await searchProducts(shop, { toMinor: 3_900 })).hits.map(({ productId }) => productId)).toContain(product.id)
})

test('PRI-03 service staff hear of a price before customers see it, at least the shop’s lead', async () => {
  const { id } = await aVariant(shop)
  await expect(
    proposePrice(shop, { variantId: id, list: money(3_900), ...why, startsAt: shop.now.add({ hours: 1 }) }),
  ).rejects.toMatchObject({ code: 'prices.too_soon', details: { hours: 2 } })

  const proposal = await propose(shop, id)
  expect([await noticesFor('prices.change', proposal.id), await noticesFor('aftersales.decide', proposal.id)]).toEqual([
    ['prices.proposed'],
    [],
  ])
  await expect(approvePrice(later(shop, { hours: 23 }), { proposalId: proposal.id })).rejects.toMatchObject({
    code: 'prices.too_soon',
  })
  await approvePrice(shop, { proposalId: proposal.id })

  expect([await noticesFor('prices.change', proposal.id), await noticesFor('aftersales.decide', proposal.id)]).toEqual([
    [],
    ['prices.announced'],
  ])
})

test('PRI-03 a price that was changed otherwise meanwhile is not overwritten: the proposal shows the conflict', async () => {
  const { id } = await aVariant(shop)
  const proposal = await propose(shop, id)
  await approvePrice(shop, { proposalId: proposal.id })
  await changePrice(shop, { variantId: id, list: money(4_500), was: null, cost: null })
  const open = (await findProposals(shop, {})).rows.find((row) => row.id === proposal.id)
  await applyDuePrices(due)

  expect([open?.moved, await priceNow(id)]).toEqual([true, 4_500])
  const ended = (await findProposals(shop, { state: 'ended' })).rows.find((row) => row.id === proposal.id)
  expect(ended).toMatchObject({ status: 'conflict' })
  expect(await noticesFor('prices.change', proposal.id)).toEqual(['prices.conflict'])
})

test('PRI-03 one proposal per variant is open; rejected or withdrawn ones change nothing', async () => {
  const { id, product } = await aVariant(shop)
  const [first] = await Promise.allSettled([propose(shop, id), propose(shop, id)])
  const { rows } = await findProposals(shop, {})
  const [proposal] = rows.filter((row) => row.variantId === id)
  expect([
    first!.status === 'fulfilled' || proposal !== undefined,
    rows.filter((row) => row.variantId === id).length,
  ]).toEqual([true, 1])

  await rejectPrice(shop, { proposalId: proposal!.id, remark: '毛利太低' })
  const second = await propose(shop, id, 4_000)
  await approvePrice(shop, { proposalId: second.id })
  await withdrawPrice(shop, second.id)
  await applyDuePrices(due)

  expect(await priceNow(id)).toBe(4_900)
  await expect(approvePrice(shop, { proposalId: second.id })).rejects.toMatchObject({ code: 'prices.proposal_cannot' })
  const listed = async () =>
    (await findPrices(shop, { text: product.variants[0]!.sku })).rows.map((row) => row.proposalId)
  expect(await listed()).toEqual([null])
  const third = await propose(shop, id)
  expect(await listed()).toEqual([third.id])
  expect((await priceHistory(shop, id)).map(({ type }) => type)).toContain('price.proposed')
})

test('PRI-03 two workers apply a due price once, and withdrawing at that moment either wins or comes too late', async () => {
  const { id } = await aVariant(shop)
  const proposal = await propose(shop, id)
  await approvePrice(shop, { proposalId: proposal.id })
  const [withdrawn] = await Promise.allSettled([
    withdrawPrice(later(shop, { days: 1 }), proposal.id),
    applyDuePrices(due),
    applyDuePrices(due),
  ])

  expect(await priceNow(id)).toBe(withdrawn!.status === 'fulfilled' ? 4_900 : 3_900)
  const changes = (await priceHistory(shop, id)).filter(({ type }) => type === 'price.changed')
  expect(changes).toHaveLength(withdrawn!.status === 'fulfilled' ? 0 : 1)
})

test('PRI-03 where the shop wants two people, nobody agrees to a price of their own', async () => {
  const own = await aShop(db)
  await transaction(own, (tx) => changeSetting(tx, 'prices.approverMustDiffer', true))
  const { id } = await aVariant(own)
  const proposal = await propose(own, id)

  await expect(approvePrice(own, { proposalId: proposal.id })).rejects.toMatchObject({ code: 'prices.own_proposal' })
  await expect(rejectPrice(own, { proposalId: proposal.id, remark: '不改了' })).rejects.toMatchObject({
    code: 'prices.own_proposal',
  })
  const ownKey = as(own, { ...own.actor, kind: 'key', id: newId<'Account'>() })
  await expect(approvePrice(ownKey, { proposalId: proposal.id })).rejects.toMatchObject({ code: 'prices.own_proposal' })
  expect((await approvePrice(as(own, mei), { proposalId: proposal.id })).status).toBe('approved')
})

test('PRI-01 the price screen shows cost, margin and the cheapest competitor seen lately', async () => {
  const own = await aShop(db)
  const { id, product } = await aVariant(own, { price: 4_900 })
  const other = await aVariant(own, { price: 2_000 })
  const today = Temporal.PlainDate.from('2026-03-02')
  const seen = (source: string, minor: number, daysAgo: number) =>
    noteCompetitorPrice(own, {
      productId: product.id,
      source,
      price: money(minor),
      seenOn: today.subtract({ days: daysAgo }),
    })
  await seen('天猫某店', 4_500, 1)
  await seen('京东自营', 4_700, 0)
  await seen('去年的价', 1_000, 200)

  const { rows } = await findPrices(own, {})
  const row = rows.find((each) => each.variantId === id)!
  expect(row).toMatchObject({ list: money(4_900), competitor: { price: money(4_500), source: '天猫某店' } })
  expect([marginPercent(row.list, row.cost), marginPercent(row.list, null)]).toEqual([50, null])
  expect((await findPrices(own, { dearer: true })).rows.map(({ variantId }) => variantId)).toEqual([id])
  expect((await findPrices(own, { limit: 1 })).rows.map(({ variantId }) => variantId)).toEqual([other.id])
  const { next } = await findPrices(own, { limit: 1 })
  expect((await findPrices(own, { limit: 1, cursor: next })).rows.map(({ variantId }) => variantId)).toEqual([id])
})

test('PRI-01 a competitor’s price needs a source, an amount, an address of the web if any, and a day that has been', async () => {
  const { product } = await aVariant(shop)
  const note = {
    productId: product.id,
    source: '某店',
    price: money(100),
    seenOn: Temporal.PlainDate.from('2026-03-03'),
  }
  await expect(noteCompetitorPrice(shop, note)).rejects.toMatchObject({ details: { field: 'seenOn' } })
  const past = { ...note, seenOn: Temporal.PlainDate.from('2026-03-01') }
  for (const [field, wrong] of [
    ['source', { source: ' ' }],
    ['price', { price: money(0) }],
    ['price', { price: money(100, 'USD') }],
    ['url', { url: 'javascript:alert(1)//http://' }],
  ] as const)
    await expect(noteCompetitorPrice(shop, { ...past, ...wrong })).rejects.toMatchObject({ details: { field } })
  await expect(
    noteCompetitorPrice(await aShop(db), { ...note, seenOn: Temporal.PlainDate.from('2026-03-01') }),
  ).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('PRI-03 a proposal names another price and a reason, turning it down says why, and no second one is made beside it', async () => {
  const { id } = await aVariant(shop)
  await expect(propose(shop, id, 4_900)).rejects.toMatchObject({ code: 'prices.same', details: { field: 'list' } })
  await expect(proposePrice(shop, { variantId: id, list: money(3_900), ...why, reason: ' ' })).rejects.toMatchObject({
    code: 'prices.reason_missing',
    details: { field: 'reason' },
  })

  const proposal = await propose(shop, id)
  await expect(propose(shop, id, 3_800)).rejects.toMatchObject({ code: 'prices.proposal_open' })
  await expect(rejectPrice(shop, { proposalId: proposal.id, remark: ' ' })).rejects.toMatchObject({
    code: 'prices.reason_missing',
    details: { field: 'remark' },
  })
})

test('PRI-03 a proposal whose price was changed before anybody agreed is a conflict when somebody agrees, and nobody is told of a price that never comes', async () => {
  const { id } = await aVariant(shop)
  const proposal = await propose(shop, id)
  await changePrice(shop, { variantId: id, list: money(4_500), was: null, cost: null })

  expect(await approvePrice(shop, { proposalId: proposal.id })).toMatchObject({ status: 'conflict' })
  expect(await noticesFor('aftersales.decide', proposal.id)).toEqual([])
  expect(await priceNow(id)).toBe(4_500)
})
