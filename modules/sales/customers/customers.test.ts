import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { AccountId } from '#platform/context'
import { transaction } from '#platform/database'
import { type EventRecord, historyOf } from '#platform/events'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { aGuest, anAddress, anAddressInput, aShopper, type ShopperContext } from '#test/people'
import {
  addAddress,
  addressesOf,
  changeAddress,
  chooseNews,
  customersListeners,
  ensureCustomer,
  findCustomer,
  loadAddress,
  loadCustomer,
  makeDefaultAddress,
  removeAddress,
} from './index.ts'

const { db } = await testDatabase()
const shop = aContext(db)

test('ACC-04 a shopper keeps addresses, opened for the owner alone and sealed in the database', async () => {
  const ann = await aShopper(shop)
  const address = await anAddress(ann, { label: '公司', phone: '138 0013 8000' })

  expect(await addressesOf(ann)).toEqual([address])
  expect(address).toMatchObject({
    recipient: { name: '安小姐', phone: '13800138000', districtCode: '330106', street: '文三路 90 号 3 幢 502' },
    region: { province: '浙江省', city: '杭州市', district: '西湖区' },
    label: '公司',
    isDefault: true,
  })
  const row = await db.selectFrom('sales.addresses').selectAll().where('id', '=', address.id).executeTakeFirstOrThrow()
  for (const [bytes, text] of [
    [row.recipient_cipher, '安小姐'],
    [row.street_cipher, '文三路'],
    [row.phone_cipher, '138'],
  ] as const)
    expect(bytes.includes(text)).toBe(false)
})

test('ACC-04 nobody reads or changes the address of another', async () => {
  const [ann, bob] = [await aShopper(shop), await aShopper(shop, 'Bob')]
  const { id } = await anAddress(ann)

  expect(await addressesOf(bob)).toEqual([])
  for (const attempt of [
    () => loadAddress(bob, bob.actor.id, id),
    () => changeAddress(bob, { addressId: id, ...anAddressInput({ name: 'Bob' }) }),
    () => makeDefaultAddress(bob, id),
    () => removeAddress(bob, id),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'customers.address_not_found' })
  await expect(addressesOf(aGuest(shop))).rejects.toMatchObject({ code: 'accounts.sign_in_needed' })
  expect((await addressesOf(ann))[0]).toMatchObject({ id, recipient: { name: '安小姐' }, isDefault: true })
})

test('ACC-04 exactly one address is the default: the first, until another is chosen, and the newest when it is removed', async () => {
  const ann = await aShopper(shop)
  const [first, second] = [await anAddress(ann), await anAddress(ann, { street: '莫干山路 1 号' })]
  const defaults = async () => (await addressesOf(ann)).filter((one) => one.isDefault).map((one) => one.id)

  expect(await defaults()).toEqual([first.id])
  const third = await anAddress(ann, { isDefault: true })
  expect(await defaults()).toEqual([third.id])
  await makeDefaultAddress(ann, second.id)
  expect(await defaults()).toEqual([second.id])
  await removeAddress(ann, second.id)
  expect(await defaults()).toEqual([third.id])
  await changeAddress(ann, { addressId: first.id, ...anAddressInput({ isDefault: true }) })
  expect(await defaults()).toEqual([first.id])
  await expect(removeAddress(ann, second.id)).rejects.toMatchObject({ code: 'customers.address_not_found' })
})

test('ACC-04 two new defaults at once leave one default', async () => {
  const ann = await aShopper(shop)
  await Promise.all(Array.from({ length: 6 }, () => anAddress(ann, { isDefault: true })))
  expect((await addressesOf(ann)).filter((one) => one.isDefault)).toHaveLength(1)
})

test('ACC-04 the book holds twenty addresses, however many are added at once', async () => {
  const ann = await aShopper(shop)
  const results = await Promise.allSettled(Array.from({ length: 24 }, () => addAddress(ann, anAddressInput())))

  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(20)
  expect(await addressesOf(ann)).toHaveLength(20)
  await expect(addAddress(ann, anAddressInput())).rejects.toMatchObject({
    code: 'customers.too_many_addresses',
    details: { most: 20 },
  })
})

test.each([
  [{ districtCode: '330000' }, 'customers.district_unknown', 'districtCode'],
  [{ districtCode: '3301' }, 'customers.district_unknown', 'districtCode'],
  [{ name: '   ' }, 'customers.recipient_missing', 'name'],
  [{ street: '' }, 'customers.street_missing', 'street'],
  [{ street: '路'.repeat(121) }, 'customers.text_too_long', 'street'],
  [{ phone: '1380013' }, 'customers.phone_invalid', 'phone'],
])('ACC-04 an address with %j is refused and the field is named', async (wrong, code, field) => {
  await expect(addAddress(await aShopper(shop), anAddressInput(wrong))).rejects.toMatchObject({
    code,
    details: { field },
  })
})

test('ACC-04 a landline may receive parcels', async () => {
  const ann = await aShopper(shop)
  expect((await anAddress(ann, { phone: '0571-8888 0000' })).recipient.phone).toBe('057188880000')
})

test('ACC-04 a changed address is a whole new one; a removed one leaves nothing readable behind', async () => {
  const ann = await aShopper(shop)
  const { id } = await anAddress(ann)
  await changeAddress(ann, { addressId: id, ...anAddressInput({ name: '安先生', label: '家' }) })
  expect(await loadAddress({ ...ann, locale: 'en' }, ann.actor.id, id)).toMatchObject({
    recipient: { name: '安先生' },
    label: '家',
    region: { city: 'Hangzhou' },
    isDefault: true,
  })

  await removeAddress(ann, id)

  const row = await db.selectFrom('sales.addresses').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect([row.recipient_cipher, row.phone_cipher, row.street_cipher].map((bytes) => bytes.length)).toEqual([0, 0, 0])
})

const choices = async (ctx: ShopperContext) =>
  (await historyOf(ctx, ctx.actor.id))
    .filter((event) => event.type === 'customer.news_chosen')
    .map(({ at, data }) => ({ at, ...data }))

test('ACC-02 news are off until the shopper asks for them; every change of mind is recorded with its time', async () => {
  const ann = await aShopper(shop)
  expect((await loadCustomer(ann, ann.actor.id)).wantsNews).toBe(false)

  await chooseNews(ann, { wants: true })
  await chooseNews(ann, { wants: true })
  await chooseNews(ann, { wants: false })

  expect((await loadCustomer(ann, ann.actor.id)).wantsNews).toBe(false)
  expect(await choices(ann)).toEqual([
    { at: ann.now, before: false, after: true, where: 'account' },
    { at: ann.now, before: true, after: false, where: 'account' },
  ])
})

const registered = (id: AccountId, wantsNews: boolean): EventRecord => ({
  id: newId(),
  shopId: shop.shopId,
  type: 'account.registered',
  aggregate: 'account',
  aggregateId: id,
  version: 1,
  actorKind: 'shopper',
  actorId: id,
  actorName: 'Ann',
  origin: 'test',
  at: shop.now,
  data: { kind: 'shopper', displayName: 'Ann', wantsNews },
})

const open = customersListeners.find((listener) => listener.name === 'customers.open')!

test('ACC-02 the wish ticked at registration is kept once, and a later no is stronger however late the event arrives', async () => {
  const id = newId<'Account'>()
  await open.run(shop, registered(id, true))
  await open.run(shop, registered(id, true))
  expect(await findCustomer(shop, id)).toMatchObject({ wantsNews: true, displayName: 'Ann' })
  expect((await historyOf(shop, id)).map((event) => event.data)).toEqual([
    { before: false, after: true, where: 'registration' },
  ])

  const ann = await aShopper(shop)
  await chooseNews(ann, { wants: true })
  await chooseNews(ann, { wants: false })
  await open.run(shop, registered(ann.actor.id, true))
  expect((await loadCustomer(ann, ann.actor.id)).wantsNews).toBe(false)
})

test('a new name of the account becomes the name of the customer', async () => {
  const ann = await aShopper(shop)
  const rename = customersListeners.find((listener) => listener.name === 'customers.rename')!
  await rename.run(shop, {
    ...registered(ann.actor.id, false),
    type: 'account.changed',
    data: { after: { kind: 'shopper', displayName: '安安' } },
  })
  expect((await loadCustomer(ann, ann.actor.id)).displayName).toBe('安安')
})

test('ten first purchases at once make one customer', async () => {
  const id = newId<'Account'>()
  await Promise.all(
    Array.from({ length: 10 }, () => transaction(shop, (tx) => ensureCustomer(tx, { id, displayName: 'Ann' }))),
  )
  expect(await findCustomer(shop, id)).toBeTruthy()
})

test('ACC-04 an address abroad is kept as its country writes it, town and postcode sealed like the street', async () => {
  const ann = await aShopper(shop)
  const input = { name: 'Ann Lee', phone: '020 7946 0958', districtCode: 'GB', street: '10 Long Lane', city: 'London' }

  const id = await addAddress(ann, { ...input, postcode: 'ec1a 9hf' })

  const address = await loadAddress({ ...ann, locale: 'en' }, ann.actor.id, id)
  expect(address).toMatchObject({
    recipient: { phone: '+442079460958', city: 'London', postcode: 'EC1A 9HF' },
    region: { province: 'United Kingdom', district: 'London' },
    lines: ['10 Long Lane', 'London', 'EC1A 9HF', 'United Kingdom'],
  })
  const row = await db.selectFrom('sales.addresses').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row.abroad_cipher!.includes('London')).toBe(false)

  await changeAddress(ann, { addressId: id, ...anAddressInput() })
  expect((await loadAddress(ann, ann.actor.id, id)).recipient).not.toHaveProperty('city')
})

test('CHK-05 a phone number of no country is refused at the field', async () => {
  const ann = await aShopper(shop)
  const input = { name: 'Ann Lee', phone: '12', districtCode: 'SG', street: '1 Raffles Place', postcode: '048616' }
  await expect(addAddress(ann, input)).rejects.toMatchObject({
    code: 'customers.phone_invalid_abroad',
    details: { field: 'phone' },
  })
})
