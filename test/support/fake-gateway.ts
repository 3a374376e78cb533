import { createHmac } from 'node:crypto'
import { newId } from '#kernel/id'
import { type Money, sameMoney } from '#kernel/money'
import { guarded } from '#platform/outside'
import {
  type KnownPayment,
  noticeForged,
  type PaymentGateway,
  type PaymentProviders,
  ProviderBusy,
  type ProviderDispute,
  type ProviderNotice,
  type ProviderPayment,
  type ProviderRefund,
  ProviderUnreachable,
  providerDeclined,
  providerMissing,
  type RawNotice,
} from '#platform/payments'

type Call = 'create' | 'query' | 'close' | 'refund' | 'queryRefund'
/** How the next call goes wrong: nothing happened at the provider, or it did and only the answer was lost; or it says no, or nobody was asked. */
type Mishap = 'no_answer' | 'answer_lost' | 'declined' | 'not_asked'

export interface FakeGateway extends PaymentGateway {
  /** Every call in order, `create PAY…`. */
  readonly calls: readonly string[]
  /** The next calls of this kind go wrong, one mishap each. */
  failNext(call: Call, ...mishaps: Mishap[]): void
  /** The buyer pays on the provider's page. Pays another amount than asked when one is given. */
  pay(number: string, amount?: Money): void
  /** The buyer's bank says no. */
  decline(number: string): void
  /** From now on refunds stay under way until they are settled. */
  holdRefunds(): void
  settleRefund(number: string, state: 'succeeded' | 'failed' | 'closed'): void
  /** What the provider would notify us of now, signed. */
  noticeOf(number: string): { provider: 'wechat'; accountId: null; headers: Record<string, string>; body: Buffer }
  /** The same of a dispute about a payment. */
  noticeOfDispute(dispute: ProviderDispute): ReturnType<FakeGateway['noticeOf']>
  /** How a payment stands in the provider's own books; undefined when it knows none of this number. */
  bookOf(number: string): { readonly state: string; readonly paid: number; readonly refunded: number } | undefined
  /** Refunds that are under way there. */
  readonly held: readonly string[]
  /** Called when a payment is opened, before its answer is sent. */
  onCreate: (number: string) => Promise<void>
  /** What the provider says of a day, when it is asked for its bill. */
  readonly bills: Map<string, Buffer>
  /** Everything the provider holds for us: paid less refunded, in minor units. */
  readonly balance: number
  readonly opened: number
}

interface Book {
  readonly amount: Money
  state: ProviderPayment['state']
  paid?: Money
  paidAt?: Temporal.Instant
  providerRef?: string
}

interface RefundBook {
  readonly paymentNumber: string
  readonly amount: Money
  state: ProviderRefund['state']
}

function signed(about: ProviderNotice['about']): ReturnType<FakeGateway['noticeOf']> {
  const body = Buffer.from(JSON.stringify({ eventId: newId(), about }))
  return { provider: 'wechat', accountId: null, headers: { signature: sign(body) }, body }
}

const sign = (body: Buffer): string => createHmac('sha256', 'fake gateway').update(body).digest('hex')

/** A payment provider with books of its own that behaves: declines, times out after charging, answers twice, notifies late. */
export function fakeGateway(now: () => Temporal.Instant): FakeGateway {
  const payments = new Map<string, Book>()
  const refunds = new Map<string, RefundBook>()
  const bills = new Map<string, Buffer>()
  const calls: string[] = []
  const mishaps = new Map<Call, Mishap[]>()
  let isHolding = false

  const asked = async <Answer>(call: Call, number: string, happen: () => Answer): Promise<Answer> => {
    calls.push(`${call} ${number}`)
    const mishap = mishaps.get(call)?.shift()
    if (mishap === 'no_answer') throw new ProviderUnreachable('fake', 'timed out')
    if (mishap === 'not_asked') throw new ProviderBusy('fake', 'left alone')
    if (mishap === 'declined') throw decline('NOT_ENOUGH')
    const answer = happen()
    if (mishap === 'answer_lost') throw new ProviderUnreachable('fake', 'timed out')
    return answer
  }
  const toPayment = (number: string): ProviderPayment => {
    const book = payments.get(number)
    if (!book) return { number, state: 'not_found' }
    return {
      number,
      state: book.state,
      amount: book.paid ?? book.amount,
      providerRef: book.providerRef,
      paidAt: book.paidAt,
    }
  }
  const toRefund = (number: string): ProviderRefund => {
    const book = refunds.get(number)
    if (!book) return { number, paymentNumber: '', state: 'not_found' }
    return {
      number,
      paymentNumber: book.paymentNumber,
      state: book.state,
      amount: book.amount,
      providerRef: `R${number}`,
    }
  }
  const refundedOf = (paymentNumber: string): number =>
    [...refunds.values()]
      .filter(
        (book) => book.paymentNumber === paymentNumber && (book.state === 'succeeded' || book.state === 'processing'),
      )
      .reduce((all, book) => all + book.amount.minor, 0)

  const gateway: FakeGateway = {
    provider: 'fake',
    bills,
    receipts: {
      accepted: { status: 200, type: 'application/json', body: '{"code":"SUCCESS"}' },
      refused: { status: 401, type: 'application/json', body: '{"code":"FAIL"}' },
    },
    calls,
    onCreate: async () => {},
    failNext: (call, ...more) => mishaps.set(call, [...(mishaps.get(call) ?? []), ...more]),
    pay(number, amount) {
      const book = payments.get(number)
      if (!book) throw new Error(`the provider knows no ${number}`)
      Object.assign(book, { state: 'succeeded', paid: amount ?? book.amount, paidAt: now(), providerRef: `T${number}` })
    },
    decline(number) {
      payments.get(number)!.state = 'failed'
    },
    holdRefunds() {
      isHolding = true
    },
    settleRefund(number, state) {
      refunds.get(number)!.state = state
    },
    noticeOf(number) {
      return signed(payments.has(number) ? { payment: toPayment(number) } : { refund: toRefund(number) })
    },
    noticeOfDispute: (dispute) => signed({ dispute }),
    bookOf(number) {
      const book = payments.get(number)
      return book && { state: book.state, paid: book.paid?.minor ?? 0, refunded: refundedOf(number) }
    },
    get held() {
      return [...refunds].filter(([, { state }]) => state === 'processing').map(([number]) => number)
    },
    get balance() {
      const paid = [...payments.values()].reduce((all, book) => all + (book.paid?.minor ?? 0), 0)
      return paid - [...payments.keys()].reduce((all, number) => all + refundedOf(number), 0)
    },
    get opened() {
      return payments.size
    },
    async create({ number, amount }) {
      const answer = await asked('create', number, () => {
        const book = payments.get(number)
        if (book && !sameMoney(book.amount, amount)) throw decline('OUT_TRADE_NO_USED')
        if (book?.state === 'succeeded') throw decline('ORDERPAID')
        if (!book) payments.set(number, { amount, state: 'pending' })
        return { payUrl: `https://pay.example/${number}` }
      })
      await gateway.onCreate(number)
      return answer
    },
    query: ({ number }) => asked('query', number, () => toPayment(number)),
    close: ({ number }) =>
      asked('close', number, () => {
        const book = payments.get(number)
        if (book?.state === 'succeeded') throw decline('ORDERPAID')
        if (book) book.state = 'closed'
      }),
    refund: ({ number, payment: { number: paymentNumber }, amount }) =>
      asked('refund', number, () => {
        const paid = payments.get(paymentNumber)?.paid?.minor ?? 0
        if (!refunds.has(number)) {
          if (refundedOf(paymentNumber) + amount.minor > paid) throw decline('NOT_ENOUGH')
          refunds.set(number, { paymentNumber, amount, state: isHolding ? 'processing' : 'succeeded' })
        }
        return toRefund(number)
      }),
    queryRefund: (number) => asked('queryRefund', number, () => toRefund(number)),
    bill: async (day) => bills.get(day.toString()),
    async parseNotice({ headers, body }) {
      if (headers.signature !== sign(body)) throw noticeForged({ reason: 'signature' })
      if (headers.merchant !== undefined) throw noticeForged({ reason: 'addressee' })
      return revive(JSON.parse(body.toString()) as ProviderNotice)
    },
  }
  return gateway
}

const decline = (providerCode: string) => providerDeclined({ provider: 'fake', providerCode, providerMessage: '' })

function revive({ eventId, about }: ProviderNotice): ProviderNotice {
  if ('refund' in about) return { eventId, about }
  if ('dispute' in about) {
    const { answerBy } = about.dispute
    const dispute = { ...about.dispute, answerBy: answerBy && Temporal.Instant.from(String(answerBy)) }
    return { eventId, about: { dispute } }
  }
  const { paidAt } = about.payment
  return { eventId, about: { payment: { ...about.payment, paidAt: paidAt && Temporal.Instant.from(String(paidAt)) } } }
}

/** The same desk whatever provider is asked for. */
export const onlyDesk = (gateway: PaymentGateway, names: readonly string[] = ['wechat']): PaymentProviders => ({
  names,
  of: (provider) => {
    if (!names.includes(provider)) throw providerMissing({ provider })
    return guarded(gateway)
  },
})

/** As the books would name a payment of which only our number matters. */
export const known = (number: string, more: Partial<KnownPayment> = {}): KnownPayment => ({
  number,
  handle: null,
  providerRef: null,
  openedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  ...more,
})

/** A desk asked by our numbers alone, for providers that need no more. */
export function byNumber(gateway: PaymentGateway) {
  return {
    ...gateway,
    query: (number: string) => gateway.query(known(number)),
    close: (number: string) => gateway.close(known(number)),
    queryRefund: (number: string) => gateway.queryRefund(number, known('')),
    parseNotice: async (notice: RawNotice) => (await gateway.parseNotice(notice))!,
  }
}
export type ByNumber = ReturnType<typeof byNumber>
