import { refusal } from '#kernel/refusal'

/**
 * No answer came that settles anything: no connection, time-out, 429 or 5xx. What the provider did is unknown: ask
 * by our number before doing anything else with the money.
 */
export class ProviderUnreachable extends Error {
  readonly provider: string

  constructor(provider: string, reason: string, options?: ErrorOptions) {
    super(`${provider}: ${reason}`, options)
    this.name = 'ProviderUnreachable'
    this.provider = provider
  }
}

/** We did not even ask, because the provider is being left alone or has enough to do for us: it did nothing of this. */
export class ProviderBusy extends ProviderUnreachable {
  override name = 'ProviderBusy'
}

/**
 * An answer came that cannot be believed or read: unsigned, signed by a stranger, HTML, a missing field, a redirect.
 * What the provider did is as unknown as without an answer.
 */
export class BadAnswer extends Error {
  readonly provider: string

  constructor(provider: string, reason: string, options?: ErrorOptions) {
    super(`${provider}: ${reason}`, options)
    this.name = 'BadAnswer'
    this.provider = provider
  }
}

/** Whether a failed call leaves open what the provider did, so that only a query tells. */
export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof ProviderUnreachable || error instanceof BadAnswer

/** What is wrong with a notification. `form`: authentic, but nothing we can read. */
export type NoticeFault =
  | 'headers_missing'
  | 'algorithm'
  | 'stale'
  | 'unknown_serial'
  | 'signature'
  | 'decryption'
  | 'form'
  | 'addressee'

export const noticeForged = refusal(
  'forbidden',
  'payments.notice_forged',
  (d: { reason: NoticeFault }) => `a payment notification was refused: ${d.reason}`,
)

/** The provider's authentic no. `providerCode` is its own word for it (ORDERPAID, NOT_ENOUGH). */
export const providerDeclined = refusal(
  'conflict',
  'payments.provider_declined',
  (d: { provider: string; providerCode: string; providerMessage: string }) =>
    `${d.provider} declined: ${d.providerCode} ${d.providerMessage}`,
)

export const providerMissing = refusal(
  'conflict',
  'payments.provider_missing',
  (d: { provider: string }) => `there is no account at ${d.provider}`,
)

export const accountInvalid = refusal(
  'invalid',
  'payments.account_invalid',
  (d: { field: string; provider: string }) => `the account at ${d.provider} has no valid ${d.field}`,
)

/** What is wrong with a bill: no such columns, cut off, sums that do not hold, a row that cannot be read. */
export type BillFault = 'columns' | 'cut_off' | 'sums' | 'amount' | 'time' | 'kind' | 'empty' | 'provider'

export const billUnreadable = refusal(
  'invalid',
  'payments.bill_unreadable',
  (d: { field: 'file'; reason: BillFault; row?: number }) =>
    `the bill cannot be read: ${d.reason} ${d.row ?? ''}`.trim(),
)
