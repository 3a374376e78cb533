import type { CallLimits } from '#platform/outbound'
import { carrierAnswerUnreadable, carrierDeclined, type PushFault, pushForged } from './errors.ts'
import type { Carriers, TrackedWaybill, TrackingEvent, Waybill, WaybillRequest } from './index.ts'
import { carrierCallLimits, postForm } from './kdniao-call.ts'
import {
  type CarrierAccount,
  outcomeShape,
  type Push,
  pushShape,
  tracedShape,
  waybillBody,
  waybillShape,
} from './kdniao-messages.ts'
import { dataSign, isSigned } from './kdniao-signature.ts'
import { kdniaoTime } from './kdniao-states.ts'
import { eventsOf } from './kdniao-trace.ts'

export type { CarrierAccount } from './kdniao-messages.ts'

export interface KdniaoOptions {
  /** The merchant's id (EBusinessID) and key at Kdniao. */
  readonly businessId: string
  readonly apiKey: string
  /** Where Kdniao answers; the sandbox speaks the same protocol. */
  readonly url?: string
  /** Contracts by carrier code, for carriers that demand one. */
  readonly accounts?: Readonly<Record<string, CarrierAccount>>
  /** 8001 follows every carrier; 1002 is the free tariff with few of them. */
  readonly queryType?: '8001' | '1002'
  readonly limits?: CallLimits
}

const orderPath = '/api/EOrderService'
const subscribePath = '/api/dist'
const queryPath = '/Ebusiness/EbusinessOrderHandle.aspx'

/** Kdniao's answer to an order it already has, together with the number it gave then. */
const alreadyOrdered = '106'

/**
 * Carriers through Kdniao (快递鸟), which speaks for all of them: electronic waybills (1007, cancelled by 1147), subscriptions
 * (1008), queries and pushed tracking (101, 102). Source: api.kdniao.com, interface descriptions 电子面单, 物流跟踪, 即时查询.
 */
export function kdniao(options: KdniaoOptions): Carriers {
  const base = options.url ?? 'https://api.kdniao.com'
  const limits = options.limits ?? carrierCallLimits
  const accountOf = (carrier: string): CarrierAccount => options.accounts?.[carrier] ?? {}

  const ask = (path: string, requestType: string, content: object): Promise<unknown> => {
    const RequestData = JSON.stringify(content)
    const DataSign = dataSign(RequestData, options.apiKey)
    const form = { RequestData, EBusinessID: options.businessId, RequestType: requestType, DataSign, DataType: '2' }
    return postForm(new URL(path, base), form, limits)
  }

  return {
    requestWaybill: async (request) => {
      const answer = await ask(orderPath, '1007', waybillBody(request, accountOf(request.carrier)))
      return readWaybill(answer, request)
    },
    cancelWaybill: async ({ carrier, waybillNumber, parcelNumber }) => {
      const { customerName, customerPassword } = accountOf(carrier)
      const content = {
        ShipperCode: carrier,
        OrderCode: parcelNumber,
        ExpNo: waybillNumber,
        CustomerName: customerName,
        CustomerPwd: customerPassword,
      }
      readOutcome(await ask(orderPath, '1147', content), carrier)
    },
    // The real service pushes to the address in the merchant's settings and returns Callback with each push; the sandbox pushes to it.
    subscribe: async ({ callbackUrl, ...waybill }) => {
      readOutcome(await ask(subscribePath, '1008', { ...trackedBody(waybill), Callback: callbackUrl }), waybill.carrier)
    },
    track: async (waybill) =>
      readTrace(await ask(queryPath, options.queryType ?? '8001', trackedBody(waybill)), waybill),
    parsePush: async (body) => readPush(body, options),
    pushAnswer: (now) => ({ EBusinessID: options.businessId, UpdateTime: kdniaoTime(now), Success: true, Reason: '' }),
  }
}

const trackedBody = ({ carrier, waybillNumber, phoneTail }: TrackedWaybill) => ({
  OrderCode: '',
  ShipperCode: carrier,
  LogisticCode: waybillNumber,
  CustomerName: phoneTail ?? '',
})

function readWaybill(answer: unknown, { carrier, parcelNumber }: WaybillRequest): Waybill {
  if (!waybillShape.Check(answer)) throw carrierAnswerUnreadable({ reason: 'no waybill' })
  const { Success, ResultCode, Reason, Order } = answer
  const code = String(ResultCode ?? '')
  if (!Success && code !== alreadyOrdered) throw carrierDeclined({ carrier, carrierCode: code, reason: Reason ?? '' })
  const sortingCode = Order?.SortingCode || Order?.MarkDestination
  if (!Order?.LogisticCode || !sortingCode) throw carrierAnswerUnreadable({ reason: 'no waybill number' })
  if (Order.OrderCode !== parcelNumber) throw carrierAnswerUnreadable({ reason: 'waybill of another parcel' })
  return { waybillNumber: Order.LogisticCode, sortingCode }
}

function readOutcome(answer: unknown, carrier: string): void {
  if (!outcomeShape.Check(answer)) throw carrierAnswerUnreadable({ reason: 'no outcome' })
  if (!answer.Success)
    throw carrierDeclined({ carrier, carrierCode: String(answer.ResultCode ?? ''), reason: answer.Reason ?? '' })
}

function readTrace(answer: unknown, { carrier, waybillNumber }: TrackedWaybill): TrackingEvent[] {
  if (!tracedShape.Check(answer)) {
    readOutcome(answer, carrier)
    throw carrierAnswerUnreadable({ reason: 'no trace' })
  }
  if (answer.LogisticCode !== waybillNumber) throw carrierAnswerUnreadable({ reason: 'trace of another parcel' })
  // The service also answers no, without a reason, for a number the carrier has not scanned yet.
  const nothingYet = !answer.Traces?.length && (!answer.Reason || /轨迹|查无/.test(answer.Reason))
  if (!answer.Success && !nothingYet) throw carrierDeclined({ carrier, carrierCode: '', reason: answer.Reason ?? '' })
  return unlessMalformed(
    () => eventsOf(answer),
    () => carrierAnswerUnreadable({ reason: 'no time' }),
  )
}

/** Signature first, on the bytes as they came: nothing in a push is believed before. */
function readPush(body: Buffer, { businessId, apiKey }: KdniaoOptions): TrackingEvent[] {
  const form = new URLSearchParams(body.toString('utf8'))
  const [data, sign, type] = ['RequestData', 'DataSign', 'RequestType'].map((name) => form.get(name) ?? '')
  if (!isSigned(data!, sign!, apiKey)) throw forged('signature')
  if (type !== '101' && type !== '102') throw forged('form')
  const push: unknown = unlessMalformed(
    () => JSON.parse(data!),
    () => forged('form'),
  )
  if (!pushShape.Check(push)) throw forged('form')
  if (push.EBusinessID !== businessId) throw forged('addressee')
  return unlessMalformed(
    () => eventsOfPush(push),
    () => forged('form'),
  )
}

const eventsOfPush = (push: Push): TrackingEvent[] => push.Data.flatMap((parcel) => eventsOf(parcel, push.PushTime))

const forged = (reason: PushFault) => pushForged({ reason })

function unlessMalformed<T>(read: () => T, otherwise: () => Error): T {
  try {
    return read()
  } catch {
    throw otherwise()
  }
}
