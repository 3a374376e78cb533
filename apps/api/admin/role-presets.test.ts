import { expect, test } from 'vitest'
import { permissions, rolePresets } from '#model/office/roles'
import { openDoor } from '#test/open-door'
import { realCallers } from '#test/real-callers'
import { nameOf } from '#test/route-table'

const door = await openDoor()
const real = await realCallers(door.db, door)

/** Calls of the API by what they are for, as the department would say it. */
const acts = {
  'read an order': 'GET /api/v1/admin/orders/:id',
  'change a recipient': 'PUT /api/v1/admin/orders/:id/recipient',
  'see a whole recipient': 'POST /api/v1/admin/orders/:id/reveal-recipient',
  'review an order': 'POST /api/v1/admin/orders/:id/review',
  'cancel an order': 'POST /api/v1/admin/orders/:id/cancel',
  bargain: 'POST /api/v1/admin/orders/:id/price',
  'redeem a voucher': 'POST /api/v1/admin/vouchers/redeem',
  'edit goods': 'PATCH /api/v1/admin/products/:id',
  'add a picture': 'PATCH /api/v1/admin/pictures/:id',
  'approve a listing': 'POST /api/v1/admin/products/:id/approve',
  'change a price': 'PUT /api/v1/admin/variants/:id/price',
  'see what a product costs': 'GET /api/v1/admin/variants/:id/price/history',
  'see how goods do': 'GET /api/v1/admin/behaviour',
  'make a reduction': 'POST /api/v1/admin/reductions',
  'edit a page': 'POST /api/v1/admin/shop-pages',
  'publish a page': 'POST /api/v1/admin/shop-pages/:id/publish',
  'answer a review': 'POST /api/v1/admin/reviews/:id/reply',
  'decide a case': 'POST /api/v1/admin/cases/:id/approve',
  'grade a return': 'POST /api/v1/admin/cases/:id/grade',
  'see stock': 'GET /api/v1/admin/stock',
  'receive goods': 'POST /api/v1/admin/stock/receipts',
  pick: 'POST /api/v1/admin/pda/outbounds/:id/pick-scans',
  pack: 'POST /api/v1/admin/pda/outbounds/:id/pack-scans',
  'hand over': 'POST /api/v1/admin/pda/hand-over-scans',
  'agree to a large refund': 'POST /api/v1/admin/refunds/:id/agree',
  'settle a difference': 'POST /api/v1/admin/bill-differences/:id/settle',
  'read the books': 'GET /api/v1/admin/ledger/transfers',
  'read the audit trail': 'GET /api/v1/admin/audit',
  'change a setting': 'PUT /api/v1/admin/settings/:name',
  'take a list along': 'POST /api/v1/admin/exports',
  'bring a sheet': 'POST /api/v1/admin/imports',
  'revive a job': 'POST /api/v1/admin/jobs/revive',
  'take a member on': 'POST /api/v1/admin/staff',
  'change what a role allows': 'PUT /api/v1/admin/roles/:id',
  'make an API key': 'POST /api/v1/admin/api-keys',
  'have tasks': 'GET /api/v1/admin/tasks',
} as const
type Act = keyof typeof acts

/** What each preset is for, and what must stay closed to it whatever is added later. */
const duties: Readonly<Record<string, { readonly does: readonly Act[]; readonly never: readonly Act[] }>> = {
  owner: { does: Object.keys(acts) as Act[], never: [] },
  ops: {
    does: ['review an order', 'publish a page', 'change a setting'],
    never: ['see a whole recipient', 'read the books', 'see what a product costs'],
  },
  goods: {
    does: ['edit goods', 'change a price', 'see what a product costs'],
    never: ['approve a listing', 'change a recipient', 'read the books'],
  },
  service: {
    does: ['change a recipient', 'see a whole recipient', 'decide a case'],
    never: ['see what a product costs', 'edit goods', 'agree to a large refund'],
  },
  warehouse: {
    does: ['receive goods', 'pick', 'pack', 'hand over', 'grade a return'],
    never: ['see what a product costs', 'read an order', 'edit goods'],
  },
  finance: {
    does: ['settle a difference', 'read the books', 'agree to a large refund'],
    never: ['edit goods', 'change a price', 'decide a case', 'receive goods'],
  },
  general_manager: {
    does: ['read the books', 'read the audit trail', 'see what a product costs'],
    never: ['edit goods', 'cancel an order', 'see a whole recipient'],
  },
  executive_director: {
    does: ['agree to a large refund', 'decide a case'],
    never: ['edit goods', 'see a whole recipient', 'change a setting'],
  },
  operations_director: {
    does: ['change a setting', 'publish a page', 'change a price'],
    never: ['see a whole recipient', 'settle a difference'],
  },
  ecommerce_manager: {
    does: ['approve a listing', 'cancel an order', 'decide a case'],
    never: ['change a setting', 'see a whole recipient', 'settle a difference'],
  },
  operations_assistant: {
    does: ['decide a case', 'take a list along'],
    never: ['agree to a large refund', 'see what a product costs'],
  },
  group_leader: {
    does: ['have tasks', 'read an order'],
    never: ['cancel an order', 'edit goods', 'take a list along'],
  },
  operations_supervisor: {
    does: ['approve a listing', 'change a price', 'see what a product costs'],
    never: ['change a setting', 'see a whole recipient', 'edit goods'],
  },
  operations_coordinator: {
    does: ['make a reduction', 'edit a page'],
    never: ['publish a page', 'edit goods', 'see what a product costs'],
  },
  project_operator: {
    does: ['see how goods do', 'take a list along'],
    never: ['edit goods', 'see what a product costs'],
  },
  operator: {
    does: ['edit goods', 'make a reduction', 'answer a review', 'bring a sheet'],
    never: ['approve a listing', 'change a price', 'see what a product costs'],
  },
  product_specialist: {
    does: ['edit goods', 'see stock'],
    never: ['read an order', 'approve a listing', 'see what a product costs'],
  },
  listing_reviewer: { does: ['approve a listing'], never: ['edit goods', 'read an order', 'change a price'] },
  buyer: { does: ['see stock', 'see what a product costs'], never: ['receive goods', 'read an order', 'edit goods'] },
  data_analyst: {
    does: ['see how goods do', 'read an order', 'take a list along'],
    never: ['see a whole recipient', 'edit goods', 'change a price'],
  },
  business_development: {
    does: ['see stock', 'take a list along'],
    never: ['read an order', 'see what a product costs'],
  },
  technician: {
    does: ['revive a job', 'approve a listing', 'read the audit trail'],
    never: ['change a setting', 'read an order', 'make an API key'],
  },
  distribution_specialist: {
    does: ['read an order', 'see stock'],
    never: ['see a whole recipient', 'see what a product costs'],
  },
  group_buy_sales: { does: ['bring a sheet', 'read an order'], never: ['change a recipient', 'see a whole recipient'] },
  promotion_supervisor: {
    does: ['make a reduction', 'publish a page', 'see how goods do'],
    never: ['edit goods', 'see what a product costs'],
  },
  promoter: { does: ['edit a page', 'see how goods do'], never: ['publish a page', 'read an order'] },
  event_specialist: {
    does: ['make a reduction', 'edit a page'],
    never: ['publish a page', 'change a price', 'read an order'],
  },
  paid_search_specialist: { does: ['see how goods do', 'see stock'], never: ['edit a page', 'read an order'] },
  display_ads_specialist: { does: ['edit a page', 'see how goods do'], never: ['publish a page', 'read an order'] },
  affiliate_promoter: { does: ['edit a page'], never: ['publish a page', 'edit goods', 'read an order'] },
  planning_supervisor: {
    does: ['publish a page', 'make a reduction'],
    never: ['edit goods', 'see what a product costs'],
  },
  planner: { does: ['edit a page'], never: ['publish a page', 'make a reduction'] },
  art_supervisor: { does: ['publish a page', 'add a picture'], never: ['change a price', 'read an order'] },
  designer: { does: ['edit a page', 'add a picture'], never: ['publish a page', 'change a price', 'read an order'] },
  web_editor: {
    does: ['edit goods', 'bring a sheet'],
    never: ['change a price', 'approve a listing', 'read an order'],
  },
  photographer: { does: ['add a picture'], never: ['edit a page', 'change a price', 'read an order'] },
  copywriter: { does: ['edit goods', 'edit a page'], never: ['publish a page', 'change a price', 'read an order'] },
  service_supervisor: {
    does: ['see a whole recipient', 'decide a case', 'cancel an order'],
    never: ['change what a role allows', 'agree to a large refund', 'see what a product costs'],
  },
  pre_sales_service: {
    does: ['bargain', 'see stock', 'answer a review'],
    never: ['see a whole recipient', 'cancel an order', 'decide a case'],
  },
  after_sales_specialist: {
    does: ['decide a case', 'see a whole recipient'],
    never: ['agree to a large refund', 'edit goods', 'see what a product costs'],
  },
  order_clerk: {
    does: ['review an order', 'change a recipient', 'bring a sheet'],
    never: ['see a whole recipient', 'bargain', 'decide a case'],
  },
  warehouse_supervisor: {
    does: ['receive goods', 'pick', 'pack', 'hand over', 'grade a return'],
    never: ['see what a product costs', 'read an order'],
  },
  warehouse_keeper: {
    does: ['receive goods', 'see stock'],
    never: ['pick', 'see what a product costs', 'read an order'],
  },
  receiver: { does: ['receive goods'], never: ['pick', 'see what a product costs', 'read an order'] },
  acceptance_clerk: {
    does: ['receive goods', 'take a list along'],
    never: ['pick', 'see what a product costs', 'read an order'],
  },
  gift_keeper: { does: ['receive goods', 'see stock'], never: ['pick', 'see what a product costs', 'read an order'] },
  statistician: { does: ['see stock', 'take a list along'], never: ['receive goods', 'see what a product costs'] },
  quality_inspector: {
    does: ['grade a return', 'receive goods'],
    never: ['decide a case', 'see what a product costs'],
  },
  picker: { does: ['pick'], never: ['pack', 'receive goods', 'see what a product costs', 'read an order'] },
  packer: { does: ['pack'], never: ['pick', 'receive goods', 'see what a product costs', 'read an order'] },
  dispatcher: { does: ['hand over', 'pack'], never: ['pick', 'receive goods', 'see what a product costs'] },
  driver: { does: ['hand over'], never: ['pack', 'see stock', 'read an order'] },
  accountant: {
    does: ['settle a difference', 'read the books', 'agree to a large refund'],
    never: ['edit goods', 'change a price', 'decide a case'],
  },
  finance_administration: { does: ['have tasks'], never: ['read an order', 'read the books', 'see stock'] },
  people_administrator: { does: ['take a member on'], never: ['read an order', 'read the books', 'see stock'] },
  store_clerk: {
    does: ['redeem a voucher', 'read an order'],
    never: ['change a recipient', 'see a whole recipient', 'see stock'],
  },
}

/** Nobody but the owner and, for people, who manages them. */
const closedToAll: readonly Act[] = ['change what a role allows', 'make an API key']
const managesStaff = ['owner', 'people_administrator']

const routeFor = (act: Act) => {
  const route = door.routes.find((each) => nameOf(each) === acts[act])
  if (!route) throw new Error(`there is no ${acts[act]}`)
  return route
}

/** Whether somebody with exactly the permissions of a role is refused for lack of one. */
async function isRefused(act: Act): Promise<boolean> {
  const { status, body } = await door.ask('', routeFor(act), {
    headers: { ...real.callers.staff, 'idempotency-key': crypto.randomUUID() },
  })
  return status === 403 && body.code === 'access.not_permitted'
}

test('ORG-05 every preset has its duties written down, and no duty is of a preset that is gone', () => {
  expect(Object.keys(duties).sort()).toEqual(rolePresets.map(({ code }) => code).sort())
  expect(rolePresets.length).toBe(new Set(rolePresets.map(({ code }) => code)).size)
})

for (const { code, permissions: held } of rolePresets)
  test(`ORG-05 SEC-04 the preset ${code} can do what it is for, and nothing that it must not`, async () => {
    expect(held.filter((one) => !(permissions as readonly string[]).includes(one))).toEqual([])
    await real.mayNow(held)
    const { does, never } = duties[code]!
    const closed = managesStaff.includes(code) ? never : [...never, ...closedToAll]

    const cannot: Act[] = []
    for (const act of does) if (await isRefused(act)) cannot.push(act)
    const can: Act[] = []
    for (const act of closed) if (!(await isRefused(act))) can.push(act)

    expect({ cannot, can }).toEqual({ cannot: [], can: [] })
  })

/** The people of the department that Appendix A of the requirements names, and the preset of each. Who stands outside it has no account here. */
const namedInAppendix: Readonly<Record<string, string>> = {
  总经理: 'general_manager',
  总经理办公会议: 'general_manager',
  执行副总: 'executive_director',
  分管总监: 'executive_director',
  电商运营总监: 'operations_director',
  电商经理: 'ecommerce_manager',
  运营助理: 'operations_assistant',
  部门负责人: 'group_leader',
  组长: 'group_leader',
  运营主管: 'operations_supervisor',
  运营统筹主管: 'operations_coordinator',
  项目运营: 'project_operator',
  电商运营人员: 'operator',
  商品专员: 'product_specialist',
  产品专员: 'product_specialist',
  上架审核: 'listing_reviewer',
  采购: 'buyer',
  数据分析: 'data_analyst',
  商务拓展: 'business_development',
  技术维护: 'technician',
  推广主管: 'promotion_supervisor',
  推广人员: 'promoter',
  活动专员: 'event_specialist',
  直通车专员: 'paid_search_specialist',
  钻展专员: 'display_ads_specialist',
  淘宝客: 'affiliate_promoter',
  免费推广: 'affiliate_promoter',
  策划主管: 'planning_supervisor',
  策划: 'planner',
  美工主管: 'art_supervisor',
  美工: 'designer',
  编辑: 'web_editor',
  摄影: 'photographer',
  文案: 'copywriter',
  销售主管: 'service_supervisor',
  客服主管: 'service_supervisor',
  售前客服: 'pre_sales_service',
  售后客服: 'after_sales_specialist',
  售后专员: 'after_sales_specialist',
  订单处理及客服: 'order_clerk',
  仓库主管: 'warehouse_supervisor',
  仓管员: 'warehouse_keeper',
  收货员: 'receiver',
  验收员: 'receiver',
  录单处: 'acceptance_clerk',
  制单员: 'acceptance_clerk',
  赠品保管员: 'gift_keeper',
  统计员: 'statistician',
  质检人员: 'quality_inspector',
  配货人员: 'picker',
  打包人员: 'packer',
  物流发货: 'dispatcher',
  司机: 'driver',
  网络分销专员: 'distribution_specialist',
  网络销售专员: 'group_buy_sales',
  财务: 'accountant',
  财务行政: 'finance_administration',
  线下门店: 'store_clerk',
}

test('ORG-05 every member of the department that Appendix A names finds a preset that bears the name', () => {
  const nameless = Object.entries(namedInAppendix).filter(
    ([name, code]) => !rolePresets.some((preset) => preset.code === code && preset.name.zh.includes(name)),
  )
  expect(nameless).toEqual([])
})

test('ORG-05 a preset says in both languages what it is called and what it does', () => {
  for (const { name, does } of rolePresets)
    for (const text of [name.zh, name.en, does.zh, does.en]) expect(text.trim().length).toBeGreaterThan(1)
  const names = rolePresets.map(({ name }) => name.zh)
  expect(names.length).toBe(new Set(names).size)
})
