import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { balanceOf, listTransfers, post } from '#office/ledger'
import { transaction } from '#platform/database'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()

test('a capture raises what the provider holds and what we owe the customer by the same amount', async () => {
  const ctx = aContext(db)
  await transaction(ctx, (tx) =>
    post(tx, {
      debit: 'provider_clearing',
      credit: 'customer_deposits',
      amount: money(19_900),
      cause: 'payment',
      causeId: newId(),
    }),
  )
  expect(await balanceOf(ctx, 'provider_clearing')).toEqual(money(19_900))
  expect(await balanceOf(ctx, 'customer_deposits')).toEqual(money(19_900))
})

test('posting the same cause twice, even at once, moves the money once', async () => {
  const ctx = aContext(db)
  const causeId = newId()
  const capture = () =>
    transaction(ctx, (tx) =>
      post(tx, {
        debit: 'provider_clearing',
        credit: 'customer_deposits',
        amount: money(500),
        cause: 'payment',
        causeId,
      }),
    )
  await Promise.all([capture(), capture(), capture()])
  expect(await balanceOf(ctx, 'provider_clearing')).toEqual(money(500))
})

test('a posted transfer can be neither changed nor deleted', async () => {
  const ctx = aContext(db)
  await transaction(ctx, (tx) =>
    post(tx, {
      debit: 'cost_of_goods',
      credit: 'goods_in_stock',
      amount: money(100),
      cause: 'dispatch',
      causeId: newId(),
    }),
  )
  await expect(
    db.updateTable('office.ledger_transfers').set({ amount_minor: 1 }).where('shop_id', '=', ctx.shopId).execute(),
  ).rejects.toThrow('append-only')
  await expect(db.deleteFrom('office.ledger_transfers').where('shop_id', '=', ctx.shopId).execute()).rejects.toThrow(
    'append-only',
  )
})

test('another shop sees none of these books', async () => {
  const ctx = aContext(db)
  await transaction(ctx, (tx) =>
    post(tx, {
      debit: 'cost_of_goods',
      credit: 'goods_in_stock',
      amount: money(100),
      cause: 'dispatch',
      causeId: newId(),
    }),
  )
  expect((await listTransfers(aContext(db), {})).rows).toEqual([])
})
