import { afterAll, expect, test } from 'vitest'
import { applyForCase } from '#care/after-sales'
import { askAboutParcel } from '#care/parcel-desk'
import { createCategory, ensureBrands } from '#goods/catalog'
import { changeSelling, planStep } from '#goods/listing'
import { proposePrice } from '#goods/prices'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { ProductId, VariantId } from '#model/goods/catalog'
import { keyScopes } from '#model/office/accounts'
import { permissions } from '#model/office/roles'
import type { AddressId } from '#model/sales/customers'
import type { OrderId } from '#model/sales/orders'
import { createApiKey, createStaff } from '#office/accounts'
import { notify, openNotices } from '#office/notices'
import { createRole, presetShopRoles } from '#office/roles'
import { openTask } from '#office/tasks'
import type { Actor } from '#platform/context'
import { transaction } from '#platform/database'
import { requestExport, runExport } from '#platform/exports'
import { createServer, type Identity } from '#platform/http'
import { requestImport, uploadSheet } from '#platform/imports'
import { prepareJobs } from '#platform/jobs'
import { openLog } from '#platform/log'
import { createWebhook, findDeliveries, pingWebhook } from '#platform/webhooks'
import { cartView } from '#sales/carts'
import { listDifferences, takeStatement } from '#sales/collections'
import { findIssues } from '#sales/desk'
import { addRequest, placeOrder, productionsOf, quoteCheckout } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import { createReduction } from '#sales/promotions'
import { listExceptions, takeBill } from '#sales/settlement'
import { vouchersOf } from '#sales/vouchers'
import { lotsOf } from '#supply/inventory'
import { listFreightRules, parcelsOf, saveCarrierChoice } from '#supply/shipping'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { aCaringShop, aReturn, aShippedOrder } from '#test/cases'
import { onDelivery, sellForCash } from '#test/cash'
import { lin } from '#test/context'
import { testDatabase } from '#test/database'
import { aPicture, pictureBytes } from '#test/goods'
import { anOrder, aProduct, payFor, ship } from '#test/orders'
import { aCart, anAddress, aShopper, type ShopperContext } from '#test/people'
import { type IdFor, nameOf, openObjects, type Route, routesOf, type Schema, sampleOf } from '#test/route-table'
import { anAskedTransfer } from '#test/transfers'
import { registerExports } from '../exports.ts'
import { registerImports } from '../imports.ts'
import { houseTexts } from '../texts.ts'
import { registerHouseWebhooks } from '../webhooks/index.ts'
import { apiRoutes } from './index.ts'

registerImports()
registerHouseWebhooks()
registerExports()
const { db, url: databaseUrl } = await testDatabase()
await prepareJobs(databaseUrl)
const [ours, theirs] = [await aCaringShop(db), await aCaringShop(db)]
const owner: Actor = { ...lin, permissions: new Set(permissions) }
/** A silent outside world: it takes every message. */
const webhooks = { refuses: () => undefined, send: async () => ({ status: 204, excerpt: '', millis: 1 }) }

const things = await fillOurShop()

type Thing = keyof typeof things

/** One of everything that has an id, in our shop; what a shopper can own is Ann's. */
async function fillOurShop() {
  const { ctx, warehouseId, binId } = ours
  const sold = await aShippedOrder(ours)
  const { ctx: ann, address } = sold.buyer
  const settled = await aReturn(ours, { of: sold, status: 'settled' })
  const waiting = await anOrder(ours, { status: 'released' })
  const goods = await aProduct(ours)
  const lineOf = { orderId: sold.order.id, kind: 'return', reason: 'damaged', description: '杯口缺了一角' } as const
  const open = await applyForCase(
    { ...ann, now: ctx.now },
    { ...lineOf, lines: [{ lineId: sold.lines[0]!.id, quantity: 1 }] },
  )
  const voucher = await aVoucherOf(ann, address.id)
  const cart = await aCart(ann, { of: goods.variantId })
  const file = await uploadSheet(ctx, {
    name: 'goods.csv',
    bytes: Buffer.from('Handle,Title,Variant SKU,Variant Price\nmug,Mug,MUG-1,12.00\n'),
  })
  const [outbound] = await outboundsOf(ctx, waiting.order.id)
  const { picks } = await startPicking({ ...ctx, actor: owner }, { outboundId: outbound!.id })
  const { slug } = await db
    .selectFrom('goods.products')
    .select('slug')
    .where('id', '=', goods.productId)
    .executeTakeFirstOrThrow()
  return {
    slug,
    order: sold.order.id,
    orderLine: sold.lines[0]!.id,
    case: open.id,
    caseLine: open.lines[0]!.id,
    issue: await anIssue(waiting.order.id),
    refund: (await refundsOf(ctx, settled.orderId))[0]!.id,
    address: address.id,
    cart,
    cartLine: (await cartView(ann, cart)).lines[0]!.id,
    product: goods.productId,
    variant: goods.variantId,
    category: await createCategory(ctx, { slug: `cups-${newId().slice(-6)}`, name: { zh: '杯', en: 'Cups' } }),
    brand: await aBrand(),
    picture: await aPicture(ctx),
    file,
    import: (await requestImport(ctx, { kind: 'products', fileId: file, dryRun: true })).id,
    export: await anExport(),
    outbound: outbound!.id,
    outboundLine: outbound!.lines[0]!.id,
    pick: picks[0]!.id,
    parcel: (await parcelsOf(ctx, sold.order.id))[0]!.id,
    warehouse: warehouseId,
    bin: binId,
    lot: (await lotsOf(ctx, goods.variantId))[0]!.id,
    freightRule: (await listFreightRules(ctx))[0]!.id,
    carrierChoice: await aCarrierChoice(),
    shop: ctx.shopId,
    parcelQuestion: (await askAboutParcel({ ...ctx, actor: owner }, { orderId: waiting.order.id })).id,
    reduction: await aReduction(),
    transfer: (await anAskedTransfer(ours)).transferId,
    production: await aProduction(),
    difference: await aDifference(),
    ...(await someCash()),
    notice: await aNotice(),
    voucher,
    task: await aTask(),
    proposal: await aProposal(goods.variantId),
    listingPlan: await aListingPlan(goods.productId),
    staff: await aColleague(),
    role: await aRole(),
    passkey: await aPasskey(),
    apiKey: await aKey(),
    ...(await aWebhook()),
    customer: ann.actor.id,
  }
}

function aCarrierChoice(): Promise<string> {
  return transaction(ours.ctx, (tx) =>
    saveCarrierChoice(tx, {
      name: '轻小件',
      applies: 'light',
      upToGrams: 500,
      regions: [],
      carriers: ['ZTO'],
      only: false,
      priority: 10,
    }),
  )
}

function aBrand(): Promise<string> {
  return transaction(ours.ctx, async (tx) => [...(await ensureBrands(tx, [{ zh: '半日', en: 'Half' }])).values()][0]!)
}

async function anExport(): Promise<string> {
  const asking = { ...ours.ctx, actor: owner }
  const { id } = await requestExport(asking, { kind: 'prices', format: 'csv' })
  await runExport(asking, id)
  return id
}

async function anIssue(orderId: OrderId): Promise<string> {
  await addRequest(ours.ctx, { orderId, kind: 'gift', text: '附贺卡' })
  await ours.tell()
  return (await findIssues(ours.ctx, {})).rows[0]!.id
}

/** A bill of WeChat Pay that names a payment nobody knows. */
async function aDifference(): Promise<string> {
  const heads =
    '交易时间,微信订单号,商户订单号,交易状态,货币种类,应结订单金额,微信退款单号,商户退款单号,退款金额,手续费,订单金额'
  const line = ['2026-03-02 12:00:00', 'T1', 'P1', 'SUCCESS', 'CNY', '1.00', '0', '0', '0.00', '0.00', '1.00']
  const sums = ['1.0', '1.00', '0.00', '0.00']
  const row = (cells: string[]) => cells.map((cell) => `\`${cell}`).join(',')
  const text = [heads, row(line), '总交易单数,应结订单总金额,退款总金额,手续费总金额', row(sums)].join('\n')
  await takeBill(ours.ctx, { provider: 'wechat', fileName: 'bill.csv', bytes: Buffer.from(text) })
  return (await listExceptions(ours.ctx, {})).rows[0]!.id
}

/** A parcel whose cash nobody has collected, and cash handed in for one that nobody knows. */
async function someCash() {
  await sellForCash(ours)
  const { order } = await onDelivery(ours)
  await ship(ours, order.id)
  await takeStatement(ours.ctx, {
    carrier: 'ZTO',
    reference: 'DS-1',
    receivedOn: Temporal.PlainDate.from('2026-03-02'),
    lines: [{ waybillNumber: 'NOBODYS1', collected: money(100), fee: money(0) }],
  })
  const [parcel] = await parcelsOf(ours.ctx, order.id)
  const [difference] = (await listDifferences(ours.ctx, {})).rows
  return { cashParcel: parcel!.id, cashDifference: difference!.id }
}

async function aProduction(): Promise<string> {
  const cup = await aProduct(ours)
  const selling = { joinsReductions: true, carriers: [], makeDays: 3 }
  await changeSelling(ours.ctx, { productId: cup.productId, ...selling })
  const { order } = await anOrder(ours, { status: 'paid', lines: [{ of: cup }] })
  return (await productionsOf(ours.ctx, order.id))[0]!.id
}

async function aReduction(): Promise<string> {
  const { id } = await createReduction(ours.ctx, {
    name: '满200减10',
    nameEn: '10 off 200',
    thresholdMinor: 20_000,
    offMinor: 1_000,
    startsAt: ours.ctx.now,
    endsAt: ours.ctx.now.add({ hours: 24 }),
  })
  return id
}

async function aNotice(): Promise<string> {
  const subjectId = newId()
  await transaction(ours.ctx, (tx) =>
    notify(tx, { permission: 'orders.read', kind: 'order.held', subject: 'order', subjectId, dedupeKey: subjectId }),
  )
  const all = await openNotices(ours.ctx, new Set(permissions))
  return all.find((notice) => notice.subjectId === subjectId)!.id
}

/** A voucher for a tea lesson that Ann has paid for. */
async function aVoucherOf(buyer: ShopperContext, addressId: AddressId): Promise<string> {
  const lesson = await aProduct(ours, { requiresShipping: false, onHand: 0 })
  const cartId = await aCart(buyer, { of: lesson.variantId })
  const { total } = await quoteCheckout(buyer, { cartId, addressId })
  const order = await placeOrder(buyer, { cartId, addressId, expectedTotal: total })
  await payFor(ours, { ctx: buyer }, order.id)
  return (await vouchersOf(ours.ctx, order.id))[0]!.id
}

async function aTask(): Promise<string> {
  const dueOn = Temporal.PlainDate.from('2026-03-09')
  const task = { kind: 'manual', title: '拍主图', subject: 'task', role: 'goods', dueOn } as const
  return transaction(ours.ctx, (tx) => openTask(tx, task))
}

async function aProposal(variantId: VariantId): Promise<string> {
  const startsAt = ours.ctx.now.add({ hours: 48 })
  const price = { variantId, list: money(1_900), basis: 'sales', reason: '清仓', startsAt } as const
  return (await proposePrice(ours.ctx, price)).id
}

async function aListingPlan(productId: ProductId): Promise<string> {
  const at = ours.ctx.now.add({ hours: 48 })
  return (await planStep({ ...ours.ctx, actor: owner }, { productId, step: 'delist', at })).id
}

function aColleague(): Promise<string> {
  const mei = { userName: 'mei-of-ours', displayName: 'Mei', password: 'access-2026', roles: ['goods'] }
  return transaction(ours.ctx, async (tx) => {
    await presetShopRoles(tx)
    return createStaff(tx, mei)
  })
}

/** A passkey of the owner, who needs an account for it. */
async function aPasskey(): Promise<string> {
  const id = newId()
  const created_at = ours.ctx.now
  const account = { id: lin.id!, kind: 'staff', user_name: 'lin', display_name: 'Lin', created_at }
  await db
    .insertInto('office.accounts')
    .values(account)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const passkey = { credential_id: id, public_key: Buffer.from('key'), created_at, confirmed_at: created_at }
  await db
    .insertInto('office.second_factors')
    .values({ id, account_id: lin.id!, kind: 'passkey', ...passkey })
    .execute()
  return id
}

async function aRole(): Promise<string> {
  const role = { name: '拣货', nameEn: 'Picker', permissions: ['outbound.pick'], needsSecondFactor: false }
  return (await createRole({ ...ours.ctx, actor: owner }, role)).id
}

async function aKey(): Promise<string> {
  const ctx = { ...ours.ctx, actor: owner }
  return (await createApiKey(ctx, { name: 'ERP', scopes: ['orders.read'] })).id
}

async function aWebhook() {
  const ctx = { ...ours.ctx, actor: owner, outside: { ...ours.ctx.outside, webhooks } }
  const endpoint = await createWebhook(ctx, { url: 'https://erp.example/in', events: ['order.paid'] })
  await pingWebhook(ctx, endpoint)
  const [delivery] = (await findDeliveries(ctx, { webhookId: endpoint.id })).rows
  return { webhook: endpoint.id, webhookDelivery: delivery!.id }
}

const ann: Actor = { ...(await aShopper(ours.ctx)).actor, id: things.customer }
const bob = await aShopper(ours.ctx, 'Bob')
await anAddress(bob)
const guest: Actor = { kind: 'guest', id: null, name: 'guest', permissions: new Set(), guestKey: 'somebody' }

const [here, there] = [ours.ctx.shopId, theirs.ctx.shopId]
const people = {
  guest: { actor: guest, shopId: here },
  owner: { actor: owner, shopId: here },
  key: { actor: { ...owner, kind: 'key', id: newId<'Account'>(), name: 'ERP' }, shopId: here },
  ann: { actor: ann, shopId: here },
  bob: { actor: bob.actor, shopId: here },
  'ann elsewhere': { actor: ann, shopId: there },
  'owner elsewhere': { actor: { ...owner, id: newId<'Account'>() }, shopId: there },
} satisfies Record<string, Omit<Identity, 'locale'>>

type Who = keyof typeof people

/** `owner without orders.read` is an owner who may do everything else. */
function whoAsks(header: string): Identity {
  const [who, missing] = header.split(' without ') as [Who, string | undefined]
  const { actor, shopId } = people[who]
  const held = new Set([...actor.permissions].filter((permission) => permission !== missing))
  return { actor: { ...actor, permissions: held }, shopId, locale: 'zh' }
}

const server = createServer({
  log: openLog({ level: 'silent' }),
  publicUrl: 'http://shop.test',
  version: 'test',
  texts: houseTexts,
  identify: async (request) => whoAsks(String(request.headers['x-who'])),
  contextFor: ({ actor, shopId }, origin) => {
    const { ctx } = shopId === here ? ours : theirs
    return { ...ctx, actor, shopId, origin, outside: { ...ctx.outside, webhooks } }
  },
})
await server.after()
const routes = routesOf(server)
apiRoutes(server)
await server.ready()
afterAll(() => server.close())

interface Asked {
  readonly body?: unknown
  readonly query?: unknown
  readonly headers?: Record<string, string>
}

/** What somebody is answered who asks a route for our things. */
async function ask(who: string, route: Route, { body, query, headers }: Asked = {}) {
  const sent = { 'x-who': who, 'idempotency-key': newId() }
  const response = await server.inject({
    method: route.method,
    url: urlOf(route),
    query: (query ?? sampleQuery(route)) as Record<string, string>,
    payload: isUpload(route) ? form : ((body ?? sampleBody(route)) as object | undefined),
    headers: headers ?? { ...sent, ...(isUpload(route) && { 'content-type': 'multipart/form-data; boundary=edge' }) },
  })
  const isJson = /json/.test(String(response.headers['content-type']))
  return { status: response.statusCode, text: response.body, body: isJson && response.body ? response.json() : {} }
}

/** Which thing the `:id` of an address stands for. The longest beginning counts. */
const thingAt: Readonly<Record<string, Thing>> = {
  '/api/v1/store/addresses': 'address',
  '/api/v1/store/carts': 'cart',
  '/api/v1/store/cart/lines': 'cartLine',
  '/api/v1/store/cases': 'case',
  '/api/v1/store/orders': 'order',
  '/api/v1/store/products': 'slug',
  '/pictures': 'picture',
  '/api/v1/admin/api-keys': 'apiKey',
  '/api/v1/admin/webhooks': 'webhook',
  '/api/v1/admin/webhook-deliveries': 'webhookDelivery',
  '/api/v1/admin/staff': 'staff',
  '/api/v1/admin/roles': 'role',
  '/api/v1/admin/me/passkeys': 'passkey',
  '/api/v1/admin/cases': 'case',
  '/api/v1/admin/categories': 'category',
  '/api/v1/admin/imports/files': 'file',
  '/api/v1/admin/imports': 'import',
  '/api/v1/admin/exports': 'export',
  '/api/v1/admin/orders': 'order',
  '/api/v1/partner/orders': 'order',
  '/api/v1/admin/refunds': 'refund',
  '/api/v1/admin/bill-differences': 'difference',
  '/api/v1/admin/cash/parcels': 'cashParcel',
  '/api/v1/admin/cash/differences': 'cashDifference',
  '/api/v1/admin/issues': 'issue',
  '/api/v1/admin/outbounds': 'outbound',
  '/api/v1/admin/pda/outbounds': 'outbound',
  '/api/v1/admin/pictures': 'picture',
  '/api/v1/admin/products': 'product',
  '/api/v1/admin/listing-plans': 'listingPlan',
  '/api/v1/admin/price-proposals': 'proposal',
  '/api/v1/admin/tasks': 'task',
  '/api/v1/admin/vouchers': 'voucher',
  '/api/v1/store/vouchers': 'voucher',
  '/api/v1/admin/variants': 'variant',
  '/api/v1/admin/reductions': 'reduction',
  '/api/v1/admin/freight-rules': 'freightRule',
  '/api/v1/admin/carrier-choices': 'carrierChoice',
  '/api/v1/admin/parcel-questions': 'parcelQuestion',
  '/api/v1/admin/parcels': 'parcel',
  '/api/v1/admin/transfers': 'transfer',
  '/api/v1/admin/productions': 'production',
  '/api/v1/admin/warehouses': 'warehouse',
  '/api/v1/admin/stock': 'variant',
  '/api/v1/admin/lots': 'lot',
  '/api/v1/admin/notices': 'notice',
  '/api/v1/admin/history': 'order',
}

/** Parts of an address that name nothing of a shop's own. */
const publicParts: Readonly<Record<string, string>> = {
  ':file': '480.webp',
  ':code': '33',
  ':kind': 'products',
  ':name': 'orders.payWithin',
  ':provider': 'wechat_pay',
}

const ownPart = /:(id|slug)\b/
const isAboutAThing = ({ url }: Route): boolean => ownPart.test(url)

function urlOf({ url }: Route): string {
  const whole = url.replaceAll(/:\w+/g, (part) => publicParts[part] ?? part)
  return ownPart.test(whole) ? whole.replace(ownPart, things[thingOf(url)]) : whole
}

function thingOf(url: string): Thing {
  const start = url.split(ownPart)[0]!.replace(/\/$/, '')
  const thing = thingAt[start]
  if (!thing) throw new Error(`${url}: say in thingAt what its id stands for`)
  return thing
}

/** Which thing an id in a body or query stands for. */
const thingNamed: Readonly<Record<string, Thing>> = {
  variantId: 'variant',
  productId: 'product',
  lineIds: 'cartLine',
  cartId: 'cart',
  shopId: 'shop',
  addressId: 'address',
  orderId: 'order',
  outboundId: 'outbound',
  orderIds: 'order',
  pictureIds: 'picture',
  parentId: 'category',
  fileId: 'file',
  categoryId: 'category',
  brandId: 'brand',
  warehouseId: 'warehouse',
  fromWarehouseId: 'warehouse',
  toWarehouseId: 'warehouse',
  binId: 'bin',
  fromBinId: 'bin',
  toBinId: 'bin',
  lotId: 'lot',
  ids: 'outbound',
  category: 'category',
  brand: 'brand',
  pickId: 'pick',
  customerId: 'customer',
  thing: 'order',
  actor: 'staff',
  webhookId: 'webhook',
  causeId: 'order',
}

const ourIds =
  (url: string): IdFor =>
  (name, path) => {
    if (name === 'scanId') return newId()
    if (name === 'lineId') return things[lineIn(url)]
    const thing = thingNamed[name]
    if (!thing) throw new Error(`${url} ${path}: say in thingNamed what this id stands for`)
    return things[thing]
  }

const lineIn = (url: string): Thing =>
  url.includes('/pda/') ? 'outboundLine' : url.includes('/cases/:id/') ? 'caseLine' : 'orderLine'

/** Words for texts that must have a form. */
const words: Readonly<Record<string, unknown>> = {
  phone: '13800138000',
  contactPhone: '13900000001',
  districtCode: '330106',
  waybillNumber: 'RT123456789',
  carrier: 'ZTO',
  currency: 'CNY',
  code: 'A-09-09',
  slug: 'new-words',
  provinces: '33',
  regions: '3301',
  excluded: '330106',
  returnPath: '/orders',
  url: 'https://erp.example/in',
  startsAt: '2026-03-03T04:00:00Z',
  endsAt: '2026-03-04T04:00:00Z',
  nextDueAt: '2026-03-04T04:00:00Z',
  deliverFrom: '2026-03-04T04:00:00Z',
  at: '2026-03-03T04:00:00Z',
  seenOn: '2026-03-01',
  neededBy: '2026-03-04T04:00:00Z',
  dueOn: '2026-03-09',
  paidOn: '2026-03-02',
  receivedOn: '2026-03-02',
  reference: 'TX-1',
  outcome: 'done',
}

function sampleBody({ url, body }: Route): unknown {
  const sample = body && sampleOf(body, ourIds(url), wordsFor(url))
  return url === '/api/v1/store/cart/lines/:id' ? { quantity: 1 } : sample
}

const sampleQuery = ({ url, query }: Route): unknown =>
  isAboutAThing({ url } as Route) && query?.required?.length ? sampleOf(query, ourIds(url), words, 'query') : undefined

/** A form with a picture, for the one upload that is about a thing. */
const form = Buffer.concat([
  Buffer.from('--edge\r\ncontent-disposition: form-data; name="file"; filename="cup.png"\r\n\r\n'),
  await pictureBytes(),
  Buffer.from('\r\n--edge--\r\n'),
])
const isUpload = ({ url }: Route): boolean => url === '/api/v1/admin/pictures/:id/file'

const wordsFor = (url: string) =>
  /\/(im|ex)ports/.test(url)
    ? { ...words, kind: url.includes('/imports') ? 'products' : 'prices' }
    : url.endsWith('/carriers')
      ? { ...words, code: 'STO' }
      : url.endsWith('/jobs/revive') || url.endsWith('/jobs/discard')
        ? { ...words, ids: '1' }
        : words

const isStaffs = ({ needs }: Route): boolean => typeof needs === 'object'
const isStaffSide = ({ url }: Route): boolean => /^\/api\/v1\/(admin|partner)\//.test(url)
const strangersTo = (route: Route): Who[] =>
  isStaffSide(route) ? ['owner elsewhere'] : ['guest', 'bob', 'ann elsewhere']
const ownerOf = (route: Route): Who => (isStaffSide(route) ? 'owner' : 'ann')

/** Every route that answers otherwise than `wanted`, as `route: status`. */
async function unlike(some: readonly Route[], wanted: number, asking: (route: Route) => ReturnType<typeof ask>) {
  const wrong: string[] = []
  for (const route of some) {
    const { status, text } = await asking(route)
    if (status !== wanted) wrong.push(`${nameOf(route)}: ${status} ${text.slice(0, 300)}`)
  }
  return wrong
}

test('the table of routes is read whole', () => {
  expect(routes.length).toBeGreaterThan(140)
  expect(routes.filter(isStaffs).length).toBeGreaterThan(90)
})

test('whoever has not signed in is asked to, on every route that needs a shopper or staff', async () => {
  const closed = routes.filter(({ needs }) => needs === 'shopper' || typeof needs === 'object')
  expect(await unlike(closed, 401, (route) => ask('guest', route))).toEqual([])
  expect(await unlike(closed.filter(isStaffs), 401, (route) => ask('ann', route))).toEqual([])
  expect(
    await unlike(
      closed.filter((route) => !isStaffs(route)),
      401,
      (route) => ask('owner', route),
    ),
  ).toEqual([])
})

test('on the staff side only signing in and out is open to everybody', async () => {
  const open = routes.filter(({ url, needs }) => url.startsWith('/api/v1/admin') && needs === 'anyone')
  expect(open.map(nameOf)).toEqual([
    'POST /api/v1/admin/sign-in',
    'POST /api/v1/admin/sign-in/password',
    'POST /api/v1/admin/sign-out',
    'GET /api/v1/admin/me',
    'PUT /api/v1/admin/me/password',
    'GET /api/v1/admin/sign-in',
    'POST /api/v1/admin/sign-in/prove',
    'POST /api/v1/admin/sign-in/set-up',
    'POST /api/v1/admin/sign-in/set-up/confirm',
    'GET /api/v1/admin/me/second-factors',
    'POST /api/v1/admin/me/authenticator',
    'POST /api/v1/admin/me/authenticator/confirm',
    'POST /api/v1/admin/me/second-factors/remove',
    'POST /api/v1/admin/sign-in/passkey/options',
    'POST /api/v1/admin/sign-in/passkey',
    'POST /api/v1/admin/sign-in/set-up/passkey/options',
    'POST /api/v1/admin/sign-in/set-up/passkey',
    'POST /api/v1/admin/me/passkeys/options',
    'POST /api/v1/admin/me/passkeys',
    'PUT /api/v1/admin/me/passkeys/:id',
    'POST /api/v1/admin/me/passkeys/:id/remove',
    'GET /api/v1/admin/me/confidentiality',
    'POST /api/v1/admin/me/confidentiality',
  ])
  const forMembers = open.filter(({ url }) => url.startsWith('/api/v1/admin/me'))
  expect(await unlike(forMembers, 401, (route) => ask('guest', route))).toEqual([])
})

test('ORG-05 every staff action asks for its permission: whoever holds all others is refused', async () => {
  const refused = await unlike(routes.filter(isStaffs), 403, (route) =>
    ask(`owner without ${(route.needs as { staff: string }).staff}`, route),
  )
  expect(refused).toEqual([])
})

test('an API key may do what its scopes allow and nothing else, and no scope lets it make people or keys', async () => {
  const refused = await unlike(routes.filter(isStaffs), 403, (route) =>
    ask(`key without ${(route.needs as { staff: string }).staff}`, route),
  )
  expect(refused).toEqual([])
  expect(
    await unlike(
      routes.filter(({ needs }) => needs === 'shopper'),
      401,
      (route) => ask('key', route),
    ),
  ).toEqual([])
  const forPeople = permissions.filter((permission) => !keyScopes.includes(permission))
  expect(forPeople).toEqual(['staff.manage', 'keys.manage'])
})

test('an API key reads what a member of staff with the same permissions reads', async () => {
  const readable = routes.filter((route) => isStaffs(route) && route.method === 'GET' && !isAboutAThing(route))
  const wrong: string[] = []
  for (const route of readable) {
    const [staff, key] = [await ask('owner', route), await ask('key', route)]
    if (staff.status !== key.status) wrong.push(`${nameOf(route)}: ${staff.status} for staff, ${key.status} for a key`)
  }
  expect(wrong).toEqual([])
})

test('ORG-05 a permission that a route names is one that a role can hold', () => {
  const named = routes.flatMap(({ needs }) => (typeof needs === 'object' ? [needs.staff] : []))
  expect(named.filter((permission) => !(permissions as readonly string[]).includes(permission))).toEqual([])
})

/** Lists about a thing, which are empty for a foreign one. */
const emptyLists = [
  'GET /api/v1/admin/history/:id',
  'GET /api/v1/admin/orders/:id/parcels',
  'GET /api/v1/admin/variants/:id/price/history',
]
/** These belong to a person, or to all shops of the house together. */
const shared: readonly Thing[] = ['address', 'customer', 'category', 'brand']
/** The page on which somebody sees the own carts of all shops. */
const acrossShops = ['GET /api/v1/store/carts', 'GET /api/v1/store/checkout/together']

test('a thing with an id does not exist for another shop, another shopper or a guest', async () => {
  const about = routes.filter((route) => isAboutAThing(route) && route.url.startsWith('/api/v1'))
  const wrong: string[] = []
  for (const route of about)
    for (const who of strangersTo(route)) {
      if (isOpenTo(who, route)) continue
      const wanted = who === 'guest' && route.needs === 'shopper' ? 401 : 404
      const { status, text } = await ask(who, route)
      const isEmpty = emptyLists.includes(nameOf(route)) && text === '[]'
      if (status !== wanted && !isEmpty) wrong.push(`${who}: ${nameOf(route)}: ${status} ${text.slice(0, 300)}`)
    }
  expect(wrong).toEqual([])
})

/** What is on sale is seen by everybody in the shop. */
const isOpenTo = (who: Who, { url }: Route): boolean =>
  people[who].shopId === here ? thingOf(url) === 'slug' : shared.includes(thingOf(url))

test('whose it is finds every one of those things: the ids of these tests exist', async () => {
  const about = routes.filter((route) => isAboutAThing(route) && route.method !== 'DELETE')
  const wrong: string[] = []
  for (const route of about) {
    const { status, text } = await ask(ownerOf(route), route)
    if ([400, 401, 403, 404, 500].includes(status)) wrong.push(`${nameOf(route)}: ${status} ${text.slice(0, 300)}`)
  }
  expect(wrong).toEqual([])
})

test('lists, searches and figures of another shop or shopper hold nothing of ours', async () => {
  const lists = routes.filter(
    (route) => route.method === 'GET' && !isAboutAThing(route) && !acrossShops.includes(nameOf(route)),
  )
  const wrong: string[] = []
  for (const route of lists)
    for (const who of strangersTo(route).filter((one) => people[one].shopId === there))
      for (const query of [{}, idsIn(route)]) {
        const { status, text } = await ask(who, route, { query })
        const seen = Object.entries(things).filter(([, id]) => text.includes(id) && !idsEchoed(query).includes(id))
        if (status >= 500 || seen.length > 0) wrong.push(`${who}: ${nameOf(route)}: ${status} ${seen.join()}`)
      }
  expect(wrong).toEqual([])
})

/** What was asked for may be said back, and what all shops share is said to all. */
const idsEchoed = (query: object): string[] => [...Object.values(query), ...shared.map((thing) => things[thing])]

/** Our ids, in every filter that takes one. */
function idsIn({ url, query }: Route): Record<string, string> {
  const named = Object.entries(query?.properties ?? {}).filter(([, one]) => JSON.stringify(one).includes('"uuid"'))
  return Object.fromEntries(named.map(([name]) => [name, ourIds(url)(name, 'query')]))
}

test('another shop, or another shopper, cannot hand in the id of a thing of ours', async () => {
  const taking = routes.filter((route) => !isAboutAThing(route) && /"uuid"/.test(JSON.stringify(route.body ?? {})))
  const wrong: string[] = []
  for (const route of taking.filter(({ url }) => !url.startsWith('/api/v1/store/cart/')))
    for (const who of strangersTo(route).filter((one) => one !== 'guest')) {
      const { status, text } = await ask(who, route)
      const isRefused = status === 404 || status === 409 || status === 422
      if (!isRefused && !isDeclined(text) && !harmless.includes(nameOf(route)))
        wrong.push(`${who}: ${nameOf(route)}: ${status} ${text.slice(0, 300)}`)
    }
  expect(wrong).toEqual([])
})

const isDeclined = (text: string): boolean => text.startsWith('{"accepted":false')

/** Categories are of the whole house; marking notes as printed passes over foreign ones. */
const harmless = ['POST /api/v1/admin/categories', 'POST /api/v1/admin/outbounds/printed']

const withBody = routes.filter(({ body }) => body !== undefined)

test('a body with a property nobody knows is refused, on every route', async () => {
  const wrong: string[] = []
  for (const route of withBody) {
    const { status, body } = await ask(ownerOf(route), route, {
      body: { ...(sampleBody(route) as object), surprise: 1 },
    })
    if (status !== 400 || !String(body.details?.field).endsWith('surprise')) wrong.push(`${nameOf(route)}: ${status}`)
  }
  expect(wrong).toEqual([])
  expect(withBody.flatMap((route) => openObjects(route.body as Schema, nameOf(route)))).toEqual([])
})

test('what must happen once is refused without an Idempotency-Key', async () => {
  const once = routes.filter((route) => route.once)
  const wrong: string[] = []
  for (const route of once) {
    const { status, body } = await ask('', route, { headers: { 'x-who': ownerOf(route) } })
    if (status !== 422 || body.details?.field !== 'Idempotency-Key') wrong.push(`${nameOf(route)}: ${status}`)
  }
  expect(once.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})
