import { shortState } from './journey.ts'
import { markDestinationOf, type Person, sortingCodeOf } from './places.ts'
import { type Credentials, chineseTime, signedBy } from './protocol.ts'
import type { Parcel, Scan, Store } from './store.ts'
import { houses } from './waybill-numbers.ts'

type Fields = Readonly<Record<string, unknown>>

/** What the counter says: Kdniao's answer without the merchant's id. */
type Answer = Readonly<Record<string, unknown>> & { readonly Success: boolean }

export interface Counter {
  readonly store: Store
  readonly credentials: Credentials
  /** Starts the journey of a parcel somebody wants to follow. */
  readonly setOff: (parcel: Parcel) => void
  readonly now: () => number
}

const no = (ResultCode: string, Reason: string): Answer => ({ Success: false, ResultCode, Reason })

const services: Readonly<Record<string, Readonly<Record<string, (counter: Counter, fields: Fields) => Answer>>>> = {
  '/api/EOrderService': { '1007': orderWaybill, '1147': cancelWaybill },
  '/api/dist': { '1008': subscribe },
  '/Ebusiness/EbusinessOrderHandle.aspx': { '1002': query, '8001': query },
}

export const isService = (path: string): boolean => path in services

/** Answers one request of the merchant, as Kdniao does: always status 200, the outcome in the body. */
export function serve(counter: Counter, path: string, body: string): Answer {
  const form = new URLSearchParams(body)
  const serviceOf = services[path]?.[form.get('RequestType') ?? '']
  return { EBusinessID: counter.credentials.businessId, ...answer() }

  function answer(): Answer {
    if (form.get('EBusinessID') !== counter.credentials.businessId) return no('102', '用户ID不存在')
    if (!signedBy(form, counter.credentials)) return no('104', '数据签名验证失败')
    if (!serviceOf) return no('105', '接口指令错误')
    const fields = readFields(form.get('RequestData') ?? '')
    return fields ? serviceOf(counter, fields) : no('101', '请求内容格式错误')
  }
}

function readFields(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}

const textOf = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name].trim() : '')

/** An order Kdniao already has returns the number given then, whatever else it says (code 106). */
function orderWaybill(counter: Counter, fields: Fields): Answer {
  const [orderCode, carrier] = [textOf(fields, 'OrderCode'), textOf(fields, 'ShipperCode')]
  const [sender, recipient] = [personOf(fields.Sender), personOf(fields.Receiver)]
  if (!orderCode || orderCode.length > 30) return no('101', '订单编号缺失或超过 30 个字符')
  if (!houses[carrier]) return no('103', `快递公司编码 ${carrier} 不支持`)
  if (!sender || !recipient) return no('101', '收发件人的姓名、电话、省、市、地址缺失')
  if (!Array.isArray(fields.Commodity) || fields.Commodity.length === 0) return no('101', '商品名称缺失')

  const earlier = counter.store.findByOrder(orderCode)
  if (earlier && earlier.carrier !== carrier) return no('107', '订单号已存在，请勿重复操作')
  if (earlier?.cancelledAt) return no('108', '订单已取消')
  if (earlier) return { ...issued(earlier), ResultCode: '106', Reason: '该订单号已下单成功' }
  const collect = collectOf(fields.AddService)
  if (collect === undefined) return no('101', '代收货款金额格式错误')
  return issued(issue(counter, { orderCode, carrier, sender, recipient, goods: goodsOf(fields.Commodity), collect }))
}

function issue(
  { store, now }: Counter,
  order: Pick<Parcel, 'orderCode' | 'carrier' | 'sender' | 'recipient' | 'goods' | 'collect'>,
): Parcel {
  for (;;) {
    const waybill = houses[order.carrier]!.number()
    store.insertParcel({ ...order, waybill, behaviour: store.defaultBehaviour(), issuedAt: now() })
    const parcel = store.findByOrder(order.orderCode)
    if (parcel) return parcel
  }
}

const issued = ({ orderCode, carrier, waybill, recipient }: Parcel): Answer => ({
  Success: true,
  ResultCode: '100',
  Reason: '成功',
  Order: {
    OrderCode: orderCode,
    ShipperCode: carrier,
    LogisticCode: waybill,
    MarkDestination: markDestinationOf(recipient),
    SortingCode: sortingCodeOf(recipient),
  },
})

function cancelWaybill({ store, now }: Counter, fields: Fields): Answer {
  const parcel = store.findParcel(textOf(fields, 'ExpNo'))
  if (!parcel || parcel.orderCode !== textOf(fields, 'OrderCode')) return no('109', '运单号不存在')
  if (!parcel.cancelledAt && store.scansOf(parcel.waybill).length > 0) return no('110', '快件已揽收，不能取消')
  if (!parcel.cancelledAt) store.setParcel(parcel.waybill, 'cancelledAt', now())
  return { Success: true, ResultCode: '100', Reason: '成功' }
}

/** `Callback` is the merchant's own text; the sandbox takes it for the address that pushes go to. */
function subscribe({ store, setOff }: Counter, fields: Fields): Answer {
  const parcel = followed(store, fields)
  const callback = textOf(fields, 'Callback')
  if (!parcel || parcel.cancelledAt) return no('109', '运单号不存在')
  if (!/^https?:\/\//.test(callback) || !URL.canParse(callback)) return no('101', '推送地址缺失')
  store.setParcel(parcel.waybill, 'callback', callback)
  if (!parcel.callback) setOff(parcel)
  return { Success: true, Reason: '' }
}

function query({ store }: Counter, fields: Fields): Answer {
  const parcel = followed(store, fields)
  if (!parcel) return no('109', '运单号不存在')
  return { OrderCode: '', ...traced(parcel, store.scansOf(parcel.waybill)) }
}

function followed(store: Store, fields: Fields): Parcel | undefined {
  const parcel = store.findParcel(textOf(fields, 'LogisticCode'))
  return parcel?.carrier === textOf(fields, 'ShipperCode') ? parcel : undefined
}

/** A parcel with its whole trace so far, as queries and pushes show it. */
export function traced({ carrier, waybill }: Pick<Parcel, 'carrier' | 'waybill'>, scans: readonly Scan[]): Answer {
  const last = scans.at(-1)
  return {
    ShipperCode: carrier,
    LogisticCode: waybill,
    Success: true,
    State: last ? shortState(last.action) : '0',
    StateEx: last?.action ?? '0',
    Location: last?.location ?? '',
    Reason: last ? '' : '暂无轨迹信息',
    Traces: scans.map(({ at, text, action, location }) => ({
      AcceptTime: chineseTime(at),
      AcceptStation: text,
      Action: action,
      Location: location,
    })),
  }
}

function personOf(value: unknown): Person | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields = value as Fields
  const [name, province, city] = ['Name', 'ProvinceName', 'CityName'].map((key) => textOf(fields, key))
  const [district, address] = ['ExpAreaName', 'Address'].map((key) => textOf(fields, key))
  const phone = textOf(fields, 'Mobile') || textOf(fields, 'Tel')
  if (!name || !phone || !province || !city || !address) return undefined
  return { name, phone, province, city, district: district ?? '', address }
}

/** The amount of the added service COD; null without one, undefined when it is no amount above zero. */
function collectOf(services: unknown): string | null | undefined {
  const cod = Array.isArray(services) ? services.find((one) => (one as Fields | null)?.Name === 'COD') : undefined
  if (cod === undefined) return null
  const value = textOf(cod as Fields, 'Value')
  return /^\d{1,6}(\.\d{1,2})?$/.test(value) && /[1-9]/.test(value) ? value : undefined
}

const goodsOf = (commodity: readonly unknown[]): string =>
  commodity
    .map((one) => `${String((one as Fields).GoodsName ?? '')}×${String((one as Fields).Goodsquantity ?? 1)}`)
    .join('，')
    .slice(0, 300)
