import type { Money } from '#kernel/money'
import type { Locale } from '#kernel/text'

/** What every document shows around its content. */
export interface DocumentFrame {
  readonly company: { readonly name: string; readonly address?: string; readonly phone?: string }
  readonly printedAt: Temporal.Instant
  /** Zone of every time on the paper, such as Asia/Shanghai. */
  readonly timeZone: string
  readonly locale: Locale
  /** Who printed it. */
  readonly printedBy?: string
}

/** A person at an address, the address on one line (`addressLine` of #platform/regions writes it). */
export interface Party {
  readonly name: string
  readonly phone: string
  readonly address: string
}

export interface PickLine {
  readonly bin: string
  readonly sku: string
  readonly name: string
  readonly specification?: string
  readonly lot?: string
  readonly expiresOn?: Temporal.PlainDate
  readonly quantity: number
}

/** What to take from which bin, in the order of the walk. */
export interface PickListData extends DocumentFrame {
  /** Printed as barcode too: scanning it opens the task. */
  readonly number: string
  readonly orderNumbers: readonly string[]
  readonly warehouse: string
  readonly picker?: string
  readonly lines: readonly PickLine[]
  /** What buyer or service desk ask for: gift wrap, no invoice in the box, deliver after six. */
  readonly specialRequests?: readonly string[]
}

export interface ShippingLine {
  readonly sku: string
  readonly name: string
  readonly specification?: string
  readonly lot?: string
  readonly expiresOn?: Temporal.PlainDate
  readonly quantity: number
  /** A gift says so beside its name. */
  readonly isGift?: boolean
}

/** What lies in the box: the packer checks against it, the buyer finds it inside. */
export interface ShippingNoteData extends DocumentFrame {
  readonly number: string
  readonly orderNumber: string
  readonly orderedAt?: Temporal.Instant
  readonly recipient: Party
  readonly carrierName?: string
  readonly waybillNumber?: string
  readonly lines: readonly ShippingLine[]
  readonly specialRequests?: readonly string[]
  /** The shop's words at the foot, such as how to return. */
  readonly closing?: string
}

/** The label on the parcel. */
export interface WaybillData extends DocumentFrame {
  /** In millimetres; 100x180 unless told. */
  readonly size?: '100x180' | '76x130'
  readonly carrierName: string
  readonly service?: string
  readonly waybillNumber: string
  readonly sortingCode: string
  readonly sender: Party
  readonly recipient: Party
  /** Our own number, printed as a barcode for the packing table. */
  readonly parcelNumber: string
  readonly orderNumber?: string
  readonly weightGrams?: number
  readonly goods: readonly { readonly name: string; readonly quantity: number }[]
  readonly remark?: string
  /** What the courier collects: printed large. */
  readonly collect?: Money
}
