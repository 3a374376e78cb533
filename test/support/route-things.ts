import { newId } from '#kernel/id'
import type { Thing, Things } from './one-of-everything.ts'
import { type IdFor, type Route, sampleOf } from './route-table.ts'

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
  '/api/v1/admin/shops': 'shop',
  '/api/v1/admin/roles': 'role',
  '/api/v1/admin/me/passkeys': 'passkey',
  '/api/v1/admin/cases': 'case',
  '/api/v1/admin/customers': 'customer',
  '/api/v1/admin/categories': 'category',
  '/api/v1/admin/imports/files': 'file',
  '/api/v1/admin/imports': 'import',
  '/api/v1/admin/exports': 'export',
  '/api/v1/admin/orders': 'order',
  '/api/v1/admin/order-tags': 'orderTag',
  '/api/v1/admin/order-comments': 'orderComment',
  '/api/v1/partner/orders': 'order',
  '/api/v1/admin/refunds': 'refund',
  '/api/v1/admin/bill-differences': 'difference',
  '/api/v1/admin/cash/parcels': 'cashParcel',
  '/api/v1/admin/cash/differences': 'cashDifference',
  '/api/v1/admin/issues': 'issue',
  '/api/v1/admin/outbounds': 'outbound',
  '/api/v1/admin/pda/outbounds': 'outbound',
  '/api/v1/admin/pictures': 'picture',
  '/api/v1/admin/product-batches': 'productBatch',
  '/api/v1/admin/products': 'product',
  '/api/v1/admin/listing-plans': 'listingPlan',
  '/api/v1/admin/price-proposals': 'proposal',
  '/api/v1/admin/tasks': 'task',
  '/api/v1/admin/views': 'view',
  '/api/v1/admin/bulk-runs': 'bulkRun',
  '/api/v1/admin/order-rules': 'orderRule',
  '/api/v1/admin/vouchers': 'voucher',
  '/api/v1/store/vouchers': 'voucher',
  '/api/v1/store/reviews': 'review',
  '/api/v1/admin/reviews': 'review',
  '/api/v1/admin/visitor-questions': 'visitorQuestion',
  '/api/v1/admin/variants': 'variant',
  '/api/v1/admin/reductions': 'reduction',
  '/api/v1/admin/shop-pages': 'page',
  '/api/v1/admin/announcements': 'announcement',
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
export const isAboutAThing = ({ url }: Route): boolean => ownPart.test(url)

/** The address of a route about those things. */
export function urlOf({ url }: Route, things: Things): string {
  const whole = url.replaceAll(/:\w+/g, (part) => publicParts[part] ?? part)
  return ownPart.test(whole) ? whole.replace(ownPart, things[thingOf(url)]) : whole
}

export function thingOf(url: string): Thing {
  const start = url.split(ownPart)[0]!.replace(/\/$/, '')
  const thing = thingAt[start]
  if (!thing) throw new Error(`${url}: say in thingAt what its id stands for`)
  return thing
}

/** Which thing an id in a body or query stands for. */
const thingNamed: Readonly<Record<string, Thing>> = {
  variantId: 'variant',
  replacementId: 'variant',
  sentLineId: 'caseLine',
  productId: 'product',
  productIds: 'product',
  lineIds: 'cartLine',
  cartId: 'cart',
  shopId: 'shop',
  addressId: 'address',
  orderId: 'order',
  outboundId: 'outbound',
  orderIds: 'order',
  mentions: 'staff',
  pictureIds: 'picture',
  pictureId: 'picture',
  logoId: 'picture',
  signId: 'picture',
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
  accountId: 'customer',
  thing: 'order',
  actor: 'staff',
  webhookId: 'webhook',
  causeId: 'order',
  synonymGroupId: 'synonymGroup',
  add: 'orderTag',
  remove: 'orderTag',
  tagIds: 'orderTag',
}

/** The ids of those things, for the properties of a route's body or query. */
export const idsOf =
  (url: string, things: Things): IdFor =>
  (name, path) => {
    const isOfVisit = url.endsWith('/store/events') && name !== 'productId' // made by the browser
    if (name === 'scanId' || isOfVisit) return newId()
    if (name === 'lineId' || (name === 'lineIds' && url.includes('/admin/'))) return things[lineIn(url)]
    if (name === 'ids' && url.includes('/order-rules/')) return things.orderRule
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

/** A body that a route takes. */
export function sampleBody({ url, body }: Route, things: Things): unknown {
  const sample = body && sampleOf(body, idsOf(url, things), wordsFor(url))
  return url === '/api/v1/store/cart/lines/:id' ? { quantity: 1 } : sample
}

/** What a route about a thing asks for in its query. */
export const sampleQuery = ({ url, query }: Route, things: Things): unknown =>
  isAboutAThing({ url } as Route) && query?.required?.length
    ? sampleOf(query, idsOf(url, things), words, 'query')
    : undefined

const wordsFor = (url: string) =>
  /\/(im|ex)ports/.test(url)
    ? { ...words, kind: url.includes('/imports') ? 'products' : 'prices' }
    : url.endsWith('/carriers')
      ? { ...words, code: 'STO' }
      : url.endsWith('/jobs/revive') || url.endsWith('/jobs/discard')
        ? { ...words, ids: '1' }
        : url.endsWith('/store/events')
          ? { ...words, page: 'product', source: 'home', referrer: 'search.example' }
          : words
