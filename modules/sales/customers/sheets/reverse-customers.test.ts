import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountsPersonalData, findAccount, shoppersByPhone } from '#office/accounts'
import { registerPersonalData } from '#office/privacy'
import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import {
  addressesOf,
  changeAddress,
  customerImport,
  customersPersonalData,
  findCustomer,
  removeAddress,
} from '#sales/customers'
import { testDatabase } from '#test/database'
import { bring, takeBack, takeBackNow } from '#test/exchange'
import { aShop, asHouse } from '#test/goods'

const { db } = await testDatabase()
registerPersonalData([accountsPersonalData, customersPersonalData])
const kind = customerImport()
let made = 0
const aPhone = (): string => `137${String(10_000_000 + made++)}`
const heads = ['姓名', '手机', '邮箱', '省', '市', '区县', '详细地址']
const rowOf = (phone: string, street = '文三路 90 号') => [
  '安小姐',
  phone,
  `a${phone}@example.com`,
  '浙江省',
  '杭州市',
  '西湖区',
  street,
]
const aHouse = async () => asHouse(await aShop(db))

const idOf = async (ctx: Context, phone: string): Promise<AccountId | undefined> =>
  (await transaction(ctx, (tx) => shoppersByPhone(tx, [`+86${phone}`]))).get(`+86${phone}`)?.id
const asShopper = (ctx: Context, id: AccountId): Context => ({
  ...ctx,
  actor: { kind: 'shopper', id, name: 'Ann', permissions: new Set() },
})
const isOurs = async ({ shopId }: Context, id: AccountId) =>
  (
    await db
      .selectFrom('sales.shop_customers')
      .select('since')
      .where('shop_id', '=', shopId)
      .where('customer_id', '=', id)
      .execute()
  ).length > 0

test('CAT-14 customers of an import are taken back as far as nobody changed what it brought', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('none', 'change', 'remove', 'visit'), { minLength: 3, maxLength: 3 }),
      async (edits) => {
        const ctx = await aHouse()
        const phones = edits.map(aPhone)
        await bring(ctx, kind, [heads, ...phones.map((phone) => rowOf(phone))])
        const ids = await Promise.all(phones.map((phone) => idOf(ctx, phone)))
        for (const [at, edit] of edits.entries()) {
          const shopper = asShopper(ctx, ids[at]!)
          const [address] = await addressesOf(shopper)
          if (edit === 'remove') await removeAddress(shopper, address!.id)
          if (edit === 'change')
            await changeAddress(shopper, {
              addressId: address!.id,
              ...address!.recipient,
              street: '天目山路 1 号',
              label: '',
            })
          if (edit === 'visit')
            await db
              .insertInto('office.sessions')
              .values({
                token_hash: Buffer.from(ids[at]!),
                account_id: ids[at]!,
                kind: 'shopper',
                created_at: ctx.now,
                seen_at: ctx.now,
                expires_at: ctx.now,
              })
              .execute()
        }
        const { kept } = await takeBack(ctx, kind)

        const changed = edits.filter((edit) => edit === 'change').length
        expect(Object.values(kept)).toEqual(Array(changed).fill('imports.edited_since'))
        for (const [at, edit] of edits.entries()) {
          const stays = edit === 'change' || edit === 'visit'
          expect(await idOf(ctx, phones[at]!)).toBe(stays ? ids[at] : undefined)
          expect((await addressesOf(asShopper(ctx, ids[at]!))).length).toBe(edit === 'change' ? 1 : 0)
          expect(await isOurs(ctx, ids[at]!)).toBe(edit === 'change')
        }
      },
    ),
    { numRuns: 5 },
  )
})

test('of a customer who was brought by mistake nothing readable is left, and the sheet may come again', async () => {
  const ctx = await aHouse()
  const phone = aPhone()
  await bring(ctx, kind, [heads, rowOf(phone)])
  const id = (await idOf(ctx, phone))!
  expect(await takeBack(ctx, kind)).toEqual({ reversed: 1, kept: {} })

  expect(await findAccount(ctx, id)).toMatchObject({ displayName: '', status: 'closed' })
  expect(await findCustomer(ctx, id)).toMatchObject({ displayName: '' })
  const sealed = await db.selectFrom('sales.customers').select('email_cipher').where('id', '=', id).executeTakeFirst()
  expect(sealed).toEqual({ email_cipher: null })
  expect(await bring(ctx, kind, [heads, rowOf(phone)])).toMatchObject({ created: 1 })
})

test('a customer of two shops leaves the one that takes its import back; the address of the other stays', async () => {
  const [first, second] = [await aHouse(), await aHouse()]
  const phone = aPhone()
  await bring(first, kind, [heads, rowOf(phone)])
  await bring(second, kind, [heads, rowOf(phone, '天目山路 1 号')])
  const id = (await idOf(first, phone))!
  await takeBack(first, kind)

  expect([await isOurs(first, id), await isOurs(second, id)]).toEqual([false, true])
  expect((await addressesOf(asShopper(first, id))).map(({ recipient }) => recipient.street)).toEqual(['天目山路 1 号'])
})

test('an address that its owner changes while the import is taken back is gone or as changed', async () => {
  const ctx = await aHouse()
  const phone = aPhone()
  await bring(ctx, kind, [heads, rowOf(phone)])
  const id = (await idOf(ctx, phone))!
  const shopper = asShopper(ctx, id)
  const [address] = await addressesOf(shopper)
  const [, changed] = await Promise.allSettled([
    takeBackNow(ctx, kind),
    changeAddress(shopper, { addressId: address!.id, ...address!.recipient, street: '天目山路 1 号', label: '' }),
  ])

  const left = (await addressesOf(shopper)).map(({ recipient }) => recipient.street)
  expect(left).toEqual(changed.status === 'fulfilled' ? ['天目山路 1 号'] : [])
})

test('SEC-03 what a person is handed holds the e-mail that a sheet brought, and of a removed address nothing', async () => {
  const ctx = await aHouse()
  const phone = aPhone()
  await bring(ctx, kind, [heads, rowOf(phone), rowOf(phone, '天目山路 1 号')])
  const id = (await idOf(ctx, phone))!
  const shopper = asShopper(ctx, id)
  const [address] = await addressesOf(shopper)
  await removeAddress(shopper, address!.id)

  expect(await customersPersonalData.collect(ctx, id)).toMatchObject({
    email: `a${phone}@example.com`,
    addresses: [{ districtCode: '330106' }],
  })
})
