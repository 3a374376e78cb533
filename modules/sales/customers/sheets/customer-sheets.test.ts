import fc from 'fast-check'
import { expect, test } from 'vitest'
import { registerExportKind } from '#platform/exports'
import { customerExport, customerImport } from '#sales/customers'
import { testDatabase } from '#test/database'
import { bring, linesOf, takeOut } from '#test/exchange'
import { aShop, asHouse } from '#test/goods'

const { db } = await testDatabase()
registerExportKind(customerExport())
const kind = customerImport()

const aHouse = async () => asHouse(await aShop(db))
let made = 0
const aPhone = (): string => `139${String(10_000_000 + made++)}`
const heads = ['姓名', '手机', '邮箱', '省', '市', '区县', '详细地址']
const place = ['浙江省', '杭州市', '西湖区', '文三路 90 号']
const out = async (ctx: Awaited<ReturnType<typeof aHouse>>) =>
  linesOf(await takeOut(ctx, 'customers', { personal: true }))

test('customers come in with their addresses, sealed, are known by their number, and the same sheet again changes nothing', async () => {
  const ctx = await aHouse()
  const phone = aPhone()
  const sheet = [
    heads,
    ['安小姐', phone, 'Ann@Example.com', ...place],
    ['安小姐', `+86 ${phone.slice(0, 3)}-${phone.slice(3)}`, '', '浙江省', '杭州市', '余杭区', '仓前街 1 号'],
  ]
  const tried = await bring(ctx, kind, sheet, { dryRun: true })
  const done = await bring(ctx, kind, sheet)

  expect(done).toEqual({ created: 1, updated: 0, unchanged: 0, failed: [] })
  expect(tried).toEqual(done)
  expect(await bring(ctx, kind, sheet)).toEqual({ created: 0, updated: 0, unchanged: 1, failed: [] })
  expect((await out(ctx)).map((line) => [line.姓名, line.手机, line.邮箱, line.区县, line.详细地址])).toEqual([
    ['安小姐', phone, 'ann@example.com', '西湖区', '文三路 90 号'],
    ['安小姐', phone, 'ann@example.com', '余杭区', '仓前街 1 号'],
  ])
  const rows = await db.selectFrom('sales.addresses').selectAll().where('brought_by', '=', ctx.shopId).execute()
  expect(rows.every(({ street_cipher }) => !street_cipher.includes('文三路'))).toBe(true)
})

test('a number that has an account is that shopper: the name stays, another e-mail is refused, news stay off', async () => {
  const [first, second] = [await aHouse(), await aHouse()]
  const phone = aPhone()
  await bring(first, kind, [heads, ['安小姐', phone, 'ann@example.com', ...place]])
  const done = await bring(second, kind, [heads, ['Ann', phone, '', '', '', '', '']])
  const refused = await bring(second, kind, [heads, ['Ann', phone, 'eve@example.com', '', '', '', '']])

  expect(done).toMatchObject({ updated: 1, failed: [] })
  expect(refused.failed).toEqual([{ row: 2, field: 'email', code: 'customer_import.email_differs' }])
  expect(await out(second)).toMatchObject([{ 姓名: '安小姐', 手机: phone, 详细地址: '' }])
  const [account] = await db
    .selectFrom('sales.shop_customers')
    .innerJoin('sales.customers', 'id', 'customer_id')
    .select('wants_news')
    .where('shop_id', '=', second.shopId)
    .execute()
  expect(account).toEqual({ wants_news: false })
})

test('a Shopify export of customers is known by its heads', async () => {
  const ctx = await aHouse()
  const phone = aPhone()
  const done = await bring(ctx, kind, [
    [
      'Customer ID',
      'First Name',
      'Last Name',
      'Email',
      'Accepts Email Marketing',
      'Default Address Address1',
      'Default Address City',
      'Default Address Province Code',
      'Default Address Country Code',
      'Phone',
      'Accepts SMS Marketing',
      'Total Orders',
    ],
    [
      "'712",
      '小明',
      '王',
      'wang@example.com',
      'yes',
      '西湖区文三路 90 号',
      '杭州市',
      'ZJ',
      'CN',
      `'+86${phone}`,
      'yes',
      '3',
    ],
  ])

  expect(done).toMatchObject({ created: 1, failed: [] })
  expect(await out(ctx)).toMatchObject([{ 姓名: '王小明', 手机: phone, 区县代码: '330106', 邮箱: 'wang@example.com' }])
})

test.each([
  [['安', '1380', '', '', '', '', ''], 'phone', 'accounts.phone_invalid'],
  [['安', '', '', '', '', '', ''], 'phone', 'sheet.missing'],
  [['安', '13900000000', 'not an address', '', '', '', ''], 'email', 'customer_import.email_invalid'],
  [['安', '13900000000', '', '浙江省', '', '', '文三路 90 号'], 'district', 'customers.district_unknown'],
  [['', '13900000000', '', ...place], 'recipient', 'customers.recipient_missing'],
])('a row that cannot be kept is refused by field: %j', async (row, field, code) => {
  const ctx = await aHouse()
  expect((await bring(ctx, kind, [heads, row])).failed).toEqual([{ row: 2, field, code }])
  expect(await out(ctx)).toEqual([])
})

test('two sheets at once with the same number make one customer', async () => {
  const ctx = await aHouse()
  const sheet = [heads, ['安小姐', aPhone(), '', ...place]]
  const both = await Promise.all([bring(ctx, kind, sheet), bring(ctx, kind, sheet)])

  expect(both.flatMap(({ failed }) => failed).length + (await out(ctx)).length).toBeGreaterThanOrEqual(1)
  await bring(ctx, kind, sheet)
  expect(await out(ctx)).toHaveLength(1)
})

test('CAT-14 what was exported imports again as unchanged, whoever the customers are', async () => {
  const person = fc.record({
    name: fc.constantFrom('安小姐', '=Ann', "O'Neil, Pat", '-王'),
    email: fc.option(fc.constantFrom('a@example.com', 'b+c@example.com'), { nil: '' }),
    streets: fc.uniqueArray(fc.constantFrom('文三路 90 号', '=1', '"引号"街 2 号'), { maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('csv', 'xlsx'),
      async (people, format) => {
        const ctx = await aHouse()
        const rows = people.flatMap(({ name, email, streets }) => {
          const phone = aPhone()
          const own = [name.startsWith('=') || name.startsWith('-') ? `'${name}` : name, phone, email]
          const marked = streets.map((street) => (street.startsWith('=') ? `'${street}` : street))
          return marked.length === 0
            ? [[...own, '', '', '', '']]
            : marked.map((street) => [...own, ...place.slice(0, 3), street])
        })
        expect(await bring(ctx, kind, [heads, ...rows])).toMatchObject({ created: people.length, failed: [] })
        const sheet = await takeOut(ctx, 'customers', { format: format as 'csv' | 'xlsx', personal: true })

        expect(await bring(ctx, kind, sheet, { fileName: `customers.${format}` })).toEqual({
          created: 0,
          updated: 0,
          unchanged: people.length,
          failed: [],
        })
      },
    ),
    { numRuns: 10 },
  )
})
