import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { MerchantCredentials } from './credentials.ts'
import { WechatError } from './errors.ts'
import type { RefundRow, TradeRow } from './store.ts'

type Merchant = Pick<MerchantCredentials, 'appId' | 'merchantId'>

/** RFC 3339 in China's time to the second, as WeChat writes every moment. */
export const chinaTime = (at: Temporal.Instant | string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })

const stateTexts: Readonly<Record<TradeRow['state'], string>> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  CLOSED: '订单已关闭',
  PAYERROR: '支付失败',
}

/** A trade as queries and notifications tell it. */
export const transactionJson = ({ appId, merchantId }: Merchant, trade: TradeRow) => ({
  appid: appId,
  mchid: merchantId,
  out_trade_no: trade.number,
  trade_state: trade.state,
  trade_state_desc: stateTexts[trade.state],
  amount: { total: trade.total, payer_total: trade.total, currency: trade.currency, payer_currency: trade.currency },
  ...(trade.transaction_id && {
    transaction_id: trade.transaction_id,
    trade_type: 'MWEB',
    bank_type: 'OTHERS',
    attach: '',
    success_time: chinaTime(trade.paid_at!),
    payer: { openid: 'oSandboxBuyer00000000000000' },
  }),
})

/** A refund as requests and queries answer it. */
export const refundJson = (refund: RefundRow, trade: TradeRow) => ({
  refund_id: refund.refund_id,
  out_refund_no: refund.number,
  transaction_id: trade.transaction_id,
  out_trade_no: trade.number,
  channel: 'ORIGINAL',
  user_received_account: '支付用户零钱',
  status: refund.state,
  create_time: chinaTime(refund.created_at),
  ...(refund.settled_at && { success_time: chinaTime(refund.settled_at) }),
  funds_account: 'AVAILABLE',
  amount: {
    ...refundAmounts(refund, trade),
    settlement_refund: refund.amount,
    settlement_total: trade.total,
    discount_refund: 0,
    currency: trade.currency,
  },
})

/** A refund as its notification tells it: without currency and app, as at WeChat. */
export const refundNoticeJson = ({ merchantId }: Merchant, refund: RefundRow, trade: TradeRow) => ({
  mchid: merchantId,
  transaction_id: trade.transaction_id,
  out_trade_no: trade.number,
  refund_id: refund.refund_id,
  out_refund_no: refund.number,
  refund_status: refund.state,
  success_time: chinaTime(refund.settled_at!),
  user_received_account: '支付用户零钱',
  amount: refundAmounts(refund, trade),
})

const refundAmounts = (refund: RefundRow, trade: TradeRow) => ({
  total: trade.total,
  refund: refund.amount,
  payer_total: trade.total,
  payer_refund: refund.amount,
})

const Fen = Type.Integer({ minimum: 1, maximum: 10_000_000_00 })
const Url = Type.String({ pattern: '^https?://[^?#]+$', maxLength: 255 })
const TradeNumber = Type.String({ pattern: '^[0-9A-Za-z_|*-]{6,32}$' })
const Cny = Type.Literal('CNY')
/** WeChat refuses what its documents do not name, and so do we. */
const strict = { additionalProperties: false }

const Opening = Type.Object(
  {
    appid: Type.String(),
    mchid: Type.String(),
    description: Type.String({ minLength: 1, maxLength: 127 }),
    out_trade_no: TradeNumber,
    time_expire: Type.Optional(Type.String({ format: 'date-time' })),
    notify_url: Url,
    attach: Type.Optional(Type.String({ maxLength: 128 })),
    amount: Type.Object({ total: Fen, currency: Type.Optional(Cny) }, strict),
    scene_info: Type.Object(
      {
        payer_client_ip: Type.String({ minLength: 3, maxLength: 45 }),
        h5_info: Type.Object({ type: Type.String({ minLength: 1 }) }),
      },
      strict,
    ),
  },
  strict,
)
const Closing = Type.Object({ mchid: Type.String() }, strict)
const Refunding = Type.Object(
  {
    out_trade_no: TradeNumber,
    out_refund_no: Type.String({ pattern: '^[0-9A-Za-z_|*@-]{1,64}$' }),
    reason: Type.Optional(Type.String({ maxLength: 80 })),
    notify_url: Type.Optional(Url),
    amount: Type.Object({ refund: Fen, total: Fen, currency: Cny }, strict),
  },
  strict,
)

/** Each reads a request's body. @throws WechatError 400 PARAM_ERROR naming the first field that is wrong */
export const readOpening = readerOf(Opening)
export const readClosing = readerOf(Closing)
export const readRefunding = readerOf(Refunding)

export function readerOf<const Schema extends Type.TSchema>(schema: Schema): (body: Buffer) => Type.Static<Schema> {
  const form = Compile(schema)
  return (body) => {
    const content = readJson(body)
    if (form.Check(content)) return content as Type.Static<Schema>
    const [fault] = form.Errors(content)
    throw new WechatError(
      400,
      'PARAM_ERROR',
      `参数错误 / ${fault?.instancePath || '/'} ${fault?.message ?? 'is not JSON'}`,
    )
  }
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
