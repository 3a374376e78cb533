import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/database'
import { aShop } from '#test/goods'
import { aShopper } from '#test/people'
import {
  addInvoiceTitle,
  customersPersonalData,
  invoiceTitlesOf,
  makeDefaultTitle,
  removeInvoiceTitle,
  wishOf,
} from './index.ts'
import { isTaxNumber } from './tax-number.ts'

const { db } = await testDatabase()
const shop = await aShop(db)
const company = { kind: 'company', title: '福建古田县半日闲有限公司', taxNumber: '91350100M000100Y43' } as const

test('CHK-02 a tax number with one character changed, or two neighbours swapped, is none', () => {
  expect([isTaxNumber('91350100M000100Y43'), isTaxNumber(''), isTaxNumber('91350100M000100Y4')]).toEqual([
    true,
    false,
    false,
  ])
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, char) => {
      const chars = [...company.taxNumber]
      if (chars[at] === char) return
      chars[at] = char
      expect(isTaxNumber(chars.join(''))).toBe(false)
    }),
  )
})

test('ACC-04 a shopper keeps names for invoices, sealed, with one default; the same again, or twice at once, is kept once', async () => {
  const ann = await aShopper(shop)
  const [one, other] = await Promise.all([addInvoiceTitle(ann, company), addInvoiceTitle(ann, company)])
  expect(other).toBe(one)
  const own = await addInvoiceTitle(ann, {
    kind: 'personal',
    title: ' 安 小姐 ',
    email: 'ann@example.com',
    taxNumber: 'x',
  })

  expect(await invoiceTitlesOf(ann)).toEqual([
    { id: one, ...company, email: null, isDefault: true },
    { id: own, kind: 'personal', title: '安 小姐', taxNumber: null, email: 'ann@example.com', isDefault: false },
  ])
  await makeDefaultTitle(ann, own)
  expect((await invoiceTitlesOf(ann)).map(({ id, isDefault }) => [id, isDefault])).toEqual([
    [own, true],
    [one, false],
  ])
  await removeInvoiceTitle(ann, own)
  const [left] = await invoiceTitlesOf(ann)
  expect(left).toMatchObject({ id: one, isDefault: true })
  expect(wishOf(left!)).toEqual({ kind: 'company', title: company.title, taxNumber: company.taxNumber })
  const row = await db.selectFrom('sales.invoice_titles').selectAll().where('id', '=', one).executeTakeFirstOrThrow()
  expect(row.title_cipher.includes('半日闲')).toBe(false)
})

test('ACC-04 a name for invoices is refused at the field that is wrong, and another shopper’s is as if it were not there', async () => {
  const [ann, bob] = [await aShopper(shop), await aShopper(shop, 'Bob')]
  const id = await addInvoiceTitle(ann, company)
  for (const [input, field] of [
    [{ kind: 'company', title: 'A', taxNumber: '91350100M000100Y44' }, 'taxNumber'],
    [{ kind: 'company', title: 'A' }, 'taxNumber'],
    [{ kind: 'personal', title: ' ' }, 'title'],
    [{ kind: 'personal', title: 'A', email: 'a@b' }, 'email'],
  ] as const)
    await expect(addInvoiceTitle(bob, input)).rejects.toMatchObject({ details: { field } })
  for (const attempt of [() => makeDefaultTitle(bob, id), () => removeInvoiceTitle(bob, id)])
    await expect(attempt()).rejects.toMatchObject({ code: 'customers.title_not_found' })
  expect(await invoiceTitlesOf(ann)).toMatchObject([{ id, isDefault: true }])
  expect(await customersPersonalData.collect(ann, ann.actor.id)).toMatchObject({
    invoiceTitles: [{ title: company.title }],
  })
})

test('ACC-04 a shopper keeps ten names for invoices, also when the last two are added at once', async () => {
  const ann = await aShopper(shop)
  const add = (count: number) => addInvoiceTitle(ann, { kind: 'personal', title: `安 ${count}` })
  for (let count = 1; count < 10; count++) await add(count)

  const results = await Promise.allSettled([add(10), add(11)])

  const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(refused).toMatchObject([{ code: 'customers.too_many_titles', details: { most: 10 } }])
  expect(await invoiceTitlesOf(ann)).toHaveLength(10)
})
