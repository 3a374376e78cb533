import { createHash } from 'node:crypto'
import type { Money } from '#kernel/money'
import { readAlipayBill } from './alipay-bill.ts'
import { billUnreadable } from './errors.ts'
import { readStripeBill } from './stripe-bill.ts'
import { readWechatBill } from './wechat-bill.ts'

/** One movement as the provider has it. `amount` is never negative: the kind says which way it went. */
export interface BillLine {
  /** Where it stands in the file, from 1. */
  readonly row: number
  readonly kind: 'payment' | 'refund'
  /** Ours: of the payment, or of the refund. */
  readonly number: string
  readonly providerRef: string
  readonly amount: Money
  /** What the provider kept; negative when it gave a fee back. */
  readonly fee: Money
  readonly at: Temporal.Instant
}

/** A provider's bill of some days, in its own account of them. */
export interface Bill {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly currency: string
  readonly lines: readonly BillLine[]
}

const readers: Readonly<Record<string, (bytes: Buffer) => Bill>> = {
  wechat: readWechatBill,
  alipay: readAlipayBill,
  stripe: readStripeBill,
}

/**
 * Reads a provider's bill as it is downloaded or exported, and holds it to its own closing sums, so that half a file is no bill.
 * @throws billUnreadable saying what is wrong
 */
export function readBill(provider: string, bytes: Buffer): Bill {
  const reader = readers[provider]
  if (!reader) throw billUnreadable({ field: 'file', reason: 'provider' })
  return reader(bytes)
}

/** Two files of the same bytes are the same bill. */
export const billDigest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The providers whose bills we read. */
export const billProviders: readonly string[] = Object.keys(readers)
