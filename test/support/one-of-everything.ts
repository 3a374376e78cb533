import { applyForCase } from '#care/after-sales'
import { askAboutParcel } from '#care/parcel-desk'
import { askTheShop } from '#care/visitor-desk'
import { changeGoods } from '#goods/batches'
import { createCategory } from '#goods/catalog'
import { changeSelling, planStep } from '#goods/listing'
import { proposePrice } from '#goods/prices'
import { listSynonyms, saveSynonyms } from '#goods/search'
import { announce, beginHome, standardContent } from '#growth/content'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { ProductId, VariantId } from '#model/goods/catalog'
import { permissions } from '#model/office/roles'
import type { AddressId } from '#model/sales/customers'
import type { OrderId } from '#model/sales/orders'
import { createApiKey, createStaff } from '#office/accounts'
import { saveView } from '#office/lists'
import { notify, openNotices } from '#office/notices'
import { createRole, presetShopRoles } from '#office/roles'
import { openTask } from '#office/tasks'
import type { Actor } from '#platform/context'
import { transaction } from '#platform/database'
import { requestExport, runExport } from '#platform/exports'
import { requestImport, uploadSheet } from '#platform/imports'
import { createWebhook, findDeliveries, pingWebhook } from '#platform/webhooks'
import { askBulk } from '#sales/bulk'
import { cartView } from '#sales/carts'
import { listDifferences, takeStatement } from '#sales/collections'
import { commentOrder, findIssues } from '#sales/desk'
import { addRequest, confirmReceipt, makeTag, placeOrder, productionsOf, quoteCheckout } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import { createReduction } from '#sales/promotions'
import { createRule } from '#sales/rules'
import { listExceptions, takeBill } from '#sales/settlement'
import { vouchersOf } from '#sales/vouchers'
import { lotsOf } from '#supply/inventory'
import { listFreightRules, parcelsOf, saveCarrierChoice } from '#supply/shipping'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { aReturn, aShippedOrder } from './cases.ts'
import { onDelivery, sellForCash } from './cash.ts'
import { lin } from './context.ts'
import { aBrand, aPicture } from './goods.ts'
import { anOrder, aProduct, payFor, type SellingShop, ship } from './orders.ts'
import { aCart, type ShopperContext } from './people.ts'
import { aReview } from './reviews.ts'
import { anAskedTransfer } from './transfers.ts'

/** May do whatever a member of staff can be allowed. */
export const owner: Actor = { ...lin, permissions: new Set(permissions) }
/** A silent outside world: it takes every message. */
export const silentWebhooks = {
  refuses: () => undefined,
  send: async () => ({ status: 204, excerpt: '', millis: 1 }),
}

export type Things = Awaited<ReturnType<typeof oneOfEverything>>
export type Thing = keyof Things

/** One of everything that has an id, in a shop; what a shopper can own is Ann's. */
export async function oneOfEverything(ours: SellingShop) {
  const { ctx, warehouseId, binId } = ours
  const { db } = ctx
  const sold = await aShippedOrder(ours)
  await confirmReceipt(sold.buyer.ctx, sold.order.id)
  const { ctx: ann, address } = sold.buyer
  const settled = await aReturn(ours, { of: sold, status: 'settled' })
  const waiting = await anOrder(ours, { status: 'released' })
  const goods = await aProduct(ours)
  const lineOf = { orderId: sold.order.id, kind: 'return', reason: 'damaged', description: '杯口缺了一角' } as const
  const open = await applyForCase(
    { ...ann, now: ctx.now },
    { ...lineOf, lines: [{ lineId: sold.lines[0]!.id, quantity: 1 }] },
  )
  const voucher = await aVoucherOf(ours, ann, address.id)
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
    issue: await anIssue(ours, waiting.order.id),
    refund: (await refundsOf(ctx, settled.orderId))[0]!.id,
    address: address.id,
    cart,
    cartLine: (await cartView(ann, cart)).lines[0]!.id,
    product: goods.productId,
    variant: goods.variantId,
    category: await createCategory(ctx, { slug: `cups-${newId().slice(-6)}`, name: { zh: '杯', en: 'Cups' } }),
    brand: await aBrand(ours.ctx),
    picture: await aPicture(ctx),
    file,
    import: (await requestImport(ctx, { kind: 'products', fileId: file, dryRun: true })).id,
    export: await anExport(ours),
    outbound: outbound!.id,
    outboundLine: outbound!.lines[0]!.id,
    pick: picks[0]!.id,
    parcel: (await parcelsOf(ctx, sold.order.id))[0]!.id,
    warehouse: warehouseId,
    bin: binId,
    lot: (await lotsOf(ctx, goods.variantId))[0]!.id,
    freightRule: (await listFreightRules(ctx))[0]!.id,
    carrierChoice: await aCarrierChoice(ours),
    shop: ctx.shopId,
    parcelQuestion: (await askAboutParcel({ ...ctx, actor: owner }, { orderId: waiting.order.id })).id,
    reduction: await aReduction(ours),
    orderRule: await anOrderRule(ours),
    synonymGroup: await aSynonymGroup(ours),
    page: await beginHome(ours.ctx, standardContent),
    announcement: await announce(ours.ctx, {
      text: { zh: '周五起仓库盘点', en: 'Stocktaking from Friday' },
      link: '',
      showsFrom: ours.ctx.now,
      showsUntil: null,
    }),
    transfer: (await anAskedTransfer(ours)).transferId,
    production: await aProduction(ours),
    difference: await aDifference(ours),
    ...(await someCash(ours)),
    notice: await aNotice(ours),
    voucher,
    task: await aTask(ours),
    orderComment: (await commentOrder(ctx, { orderId: waiting.order.id, words: '请核对' })).id,
    orderTag: (await makeTag(ctx, { name: '加急', color: 'red' })).id,
    productBatch: (
      await changeGoods(
        { ...ctx, actor: owner },
        {
          rows: [
            { productId: goods.productId, variantId: null, cells: [{ field: 'lifeStage', from: null, to: 'mature' }] },
          ],
        },
      )
    ).id,
    bulkRun: (
      await askBulk({ ...ctx, actor: owner }, { verb: 'flag', details: { flag: 'red' }, orderIds: [waiting.order.id] })
    ).id,
    view: (await saveView(ours.ctx, { list: 'orders', name: '超时', filters: { late: 'true' }, isShared: true })).id,
    proposal: await aProposal(ours, goods.variantId),
    listingPlan: await aListingPlan(ours, goods.productId),
    staff: await aColleague(ours),
    role: await aRole(ours),
    passkey: await aPasskey(ours),
    apiKey: await aKey(ours),
    ...(await aWebhook(ours)),
    review: (await aReview(sold)).id,
    visitorQuestion: (await askTheShop(ann, { words: '可以冷泡吗？', ip: '10.0.0.1' })).id,
    customer: ann.actor.id,
  }
}

function aCarrierChoice(ours: SellingShop): Promise<string> {
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

async function anExport(ours: SellingShop): Promise<string> {
  const asking = { ...ours.ctx, actor: owner }
  const { id } = await requestExport(asking, { kind: 'prices', format: 'csv' })
  await runExport(asking, id)
  return id
}

async function anIssue(ours: SellingShop, orderId: OrderId): Promise<string> {
  await addRequest(ours.ctx, { orderId, kind: 'gift', text: '附贺卡' })
  await ours.tell()
  return (await findIssues(ours.ctx, {})).rows[0]!.id
}

/** A bill of WeChat Pay that names a payment nobody knows. */
async function aDifference(ours: SellingShop): Promise<string> {
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
async function someCash(ours: SellingShop) {
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

async function aProduction(ours: SellingShop): Promise<string> {
  const cup = await aProduct(ours)
  const selling = { joinsReductions: true, carriers: [], makeDays: 3 }
  await changeSelling(ours.ctx, { productId: cup.productId, ...selling })
  const { order } = await anOrder(ours, { status: 'paid', lines: [{ of: cup }] })
  return (await productionsOf(ours.ctx, order.id))[0]!.id
}

async function aSynonymGroup({ ctx }: SellingShop): Promise<string> {
  await saveSynonyms(ctx, { words: ['盖碗', '三才碗'], oneWay: false, weightPercent: 80 })
  return (await listSynonyms(ctx))[0]!.id
}

async function aReduction(ours: SellingShop): Promise<string> {
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

async function anOrderRule(ours: SellingShop): Promise<string> {
  const action = { kind: 'review', decision: 'ask', reason: '看一眼' } as const
  return (await createRule(ours.ctx, { name: '都看', enabled: false, conditions: [], action })).id
}

async function aNotice(ours: SellingShop): Promise<string> {
  const subjectId = newId()
  await transaction(ours.ctx, (tx) =>
    notify(tx, { permission: 'orders.read', kind: 'order.held', subject: 'order', subjectId, dedupeKey: subjectId }),
  )
  const all = await openNotices(ours.ctx, new Set(permissions))
  return all.find((notice) => notice.subjectId === subjectId)!.id
}

/** A voucher for a tea lesson that Ann has paid for. */
async function aVoucherOf(ours: SellingShop, buyer: ShopperContext, addressId: AddressId): Promise<string> {
  const lesson = await aProduct(ours, { requiresShipping: false, onHand: 0 })
  const cartId = await aCart(buyer, { of: lesson.variantId })
  const { total } = await quoteCheckout(buyer, { cartId, addressId })
  const order = await placeOrder(buyer, { cartId, addressId, expectedTotal: total })
  await payFor(ours, { ctx: buyer }, order.id)
  return (await vouchersOf(ours.ctx, order.id))[0]!.id
}

async function aTask(ours: SellingShop): Promise<string> {
  const dueOn = Temporal.PlainDate.from('2026-03-09')
  const task = { kind: 'manual', title: '拍主图', subject: 'task', role: 'goods', dueOn } as const
  return transaction(ours.ctx, (tx) => openTask(tx, task))
}

async function aProposal(ours: SellingShop, variantId: VariantId): Promise<string> {
  const startsAt = ours.ctx.now.add({ hours: 48 })
  const price = { variantId, list: money(1_900), basis: 'sales', reason: '清仓', startsAt } as const
  return (await proposePrice(ours.ctx, price)).id
}

async function aListingPlan(ours: SellingShop, productId: ProductId): Promise<string> {
  const at = ours.ctx.now.add({ hours: 48 })
  return (await planStep({ ...ours.ctx, actor: owner }, { productId, step: 'delist', at })).id
}

function aColleague(ours: SellingShop): Promise<string> {
  const mei = { userName: 'mei-of-ours', displayName: 'Mei', password: 'access-2026', roles: ['goods'] }
  return transaction(ours.ctx, async (tx) => {
    await presetShopRoles(tx)
    return createStaff(tx, mei)
  })
}

/** A passkey of the owner, who needs an account for it. */
async function aPasskey(ours: SellingShop): Promise<string> {
  const id = newId()
  const created_at = ours.ctx.now
  const account = { id: lin.id!, kind: 'staff', user_name: 'lin', display_name: 'Lin', created_at }
  await ours.ctx.db
    .insertInto('office.accounts')
    .values(account)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const passkey = { credential_id: id, public_key: Buffer.from('key'), created_at, confirmed_at: created_at }
  await ours.ctx.db
    .insertInto('office.second_factors')
    .values({ id, account_id: lin.id!, kind: 'passkey', ...passkey })
    .execute()
  return id
}

async function aRole(ours: SellingShop): Promise<string> {
  const role = { name: '拣货', nameEn: 'Picker', permissions: ['outbound.pick'], needsSecondFactor: false }
  return (await createRole({ ...ours.ctx, actor: owner }, role)).id
}

async function aKey(ours: SellingShop): Promise<string> {
  const ctx = { ...ours.ctx, actor: owner }
  return (await createApiKey(ctx, { name: 'ERP', scopes: ['orders.read'] })).id
}

async function aWebhook(ours: SellingShop) {
  const ctx = { ...ours.ctx, actor: owner, outside: { ...ours.ctx.outside, webhooks: silentWebhooks } }
  const endpoint = await createWebhook(ctx, { url: 'https://erp.example/in', events: ['order.paid'] })
  await pingWebhook(ctx, endpoint)
  const [delivery] = (await findDeliveries(ctx, { webhookId: endpoint.id })).rows
  return { webhook: endpoint.id, webhookDelivery: delivery!.id }
}
