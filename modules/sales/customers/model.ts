import type { Id } from '#kernel/id'
import type { AccountId } from '#platform/context'
import type { RegionPath } from '#platform/regions'

export { customersText } from './text.ts'

/** A customer is the buying side of a shopper's account and bears its id. */
export type CustomerId = AccountId
export type AddressId = Id<'Address'>
export type InvoiceTitleId = Id<'InvoiceTitle'>

export interface Customer {
  readonly id: CustomerId
  readonly displayName: string
  readonly level: number
  readonly pointsBalance: number
  /** Whether news on offers and events may be sent. Nobody is asked into it: it starts as no. */
  readonly wantsNews: boolean
  readonly createdAt: Temporal.Instant
  /** Up to when the messages were looked at; null before the first look. */
  readonly messagesSeenAt: Temporal.Instant | null
}

/**
 * Who receives a parcel and where. `phone` is kept as a label shows it (Chinese numbers without +86, others as E.164), `districtCode` is the six-digit
 * GB/T 2260 code or, abroad, the country and its area (US-CA), `street` the rest of the address.
 */
export interface AddressInput {
  readonly name: string
  readonly phone: string
  readonly districtCode: string
  readonly street: string
  /** Abroad, where addresses of the country have them. */
  readonly city?: string
  readonly postcode?: string
  /** What the customer calls it: 家, 公司. */
  readonly label?: string
  readonly isDefault?: boolean
}

/** An address of the book, opened for its owner. */
export interface Address {
  readonly id: AddressId
  readonly recipient: {
    readonly name: string
    readonly phone: string
    readonly districtCode: string
    readonly street: string
    readonly city?: string
    readonly postcode?: string
  }
  /** Names of province, city and district in the reader's language; abroad the country, its area and the town. */
  readonly region: RegionPath
  /** The place as its country writes it, the street included. */
  readonly lines: readonly string[]
  readonly label: string
  readonly isDefault: boolean
}

/** Whom an invoice is made out to, as typed. A company needs its tax number (unified social credit code). */
export interface InvoiceTitleInput {
  readonly kind: 'personal' | 'company'
  readonly title: string
  readonly taxNumber?: string
  /** Where the electronic invoice goes. */
  readonly email?: string
  readonly isDefault?: boolean
}

/** A name of the book for invoices, opened for its owner. */
export interface InvoiceTitle {
  readonly id: InvoiceTitleId
  readonly kind: 'personal' | 'company'
  readonly title: string
  readonly taxNumber: string | null
  readonly email: string | null
  readonly isDefault: boolean
}

/** Labels a page offers; any other text is welcome too. */
export const addressLabels = ['home', 'work', 'school'] as const

export const customerLimits = {
  addresses: 20,
  name: 40,
  street: 120,
  city: 60,
  postcode: 12,
  label: 12,
  invoiceTitles: 10,
  invoiceTitle: 100,
} as const
