import type { Carriers } from '#platform/carriers'
import { insideTransaction } from '#platform/database'
import type { Downloads } from '#platform/downloads'
import type { FileStore } from '#platform/files'
import type { MessageSenders } from '#platform/messages'
import type { PaymentProviders } from '#platform/payments'
import type { WebhookSender } from '#platform/webhooks'

/** The world outside, one small port each. A use case calls it between transactions, never inside one. */
export interface Outside {
  /** Where the outside reaches us, without a closing slash: for callbacks and for pages that send a buyer back. */
  readonly publicUrl: string
  /** Not a port itself: each desk it opens is one. */
  readonly payments: PaymentProviders
  readonly carriers: Carriers
  readonly files: FileStore
  readonly downloads: Downloads
  readonly webhooks: WebhookSender
  /** Absent where messages stay in the outbox. */
  readonly senders?: MessageSenders
}

/** Refuses every call to a port while this call chain holds an open transaction: rows would stay locked while a stranger answers. */
export function guarded<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        if (insideTransaction()) throw new Error(`outside.${String(name)} was called inside a transaction`)
        return value.apply(target, args)
      }
    },
  })
}
