import type { Actor, Context, ShopId } from '#platform/context'
import type { Database } from '#platform/database'
import type { Listener } from '#platform/events'
import type { ClockJob } from '#platform/jobs'
import type { Outside } from '#platform/outside'
import type { PaymentGateway } from '#platform/payments'
import type { Vault } from '#platform/vault'

/** What the demo shop is played on: the real house with a clock of its own. */
export interface Stage {
  readonly db: Database
  readonly vault: Vault
  readonly outside: Outside
  readonly listeners: readonly Listener[]
  readonly clockJobs: readonly ClockJob[]
  /** The buyer pays at the sandbox gateway's cashier. */
  readonly payAtCashier: (paymentNumber: string) => Promise<void>
  readonly report: DemoReport
}

/** Says by a key and its values how far the story is. */
export type DemoReport = (
  key: 'progress.demo.opening' | 'progress.demo.pictures' | 'progress.demo.stocked' | 'progress.demo.orders',
  values?: Readonly<Record<string, unknown>>,
) => void

export interface Cast {
  readonly shopId: ShopId
  readonly staff: Readonly<Record<'owner' | 'ops' | 'goods' | 'service' | 'warehouse' | 'finance', Actor>>
}

/** The house as somebody sees it at some moment of the story. */
export const at = (stage: Stage, shopId: ShopId, actor: Actor, now: Temporal.Instant): Context => ({
  db: stage.db,
  vault: stage.vault,
  outside: inThePast(stage.outside, now),
  shopId,
  actor,
  now,
  locale: 'zh',
  origin: 'demo',
})

/**
 * The sandboxes live in the present. What was paid in the story was paid at that moment of the story, and parcels of the past are
 * not followed by the sandbox carrier: the story itself tells where they are.
 */
function inThePast({ payments, carriers, ...outside }: Outside, now: Temporal.Instant): Outside {
  return {
    ...outside,
    payments: { names: payments.names, of: (...desk) => deskInThePast(payments.of(...desk), now) },
    carriers: { ...bound(carriers), subscribe: async () => {} },
  }
}

const deskInThePast = (desk: PaymentGateway, now: Temporal.Instant): PaymentGateway => ({
  ...bound(desk),
  create: (request) => desk.create({ ...request, expiresAt: Temporal.Now.instant().add({ minutes: 30 }) }),
  query: async (payment) => {
    const answer = await desk.query(payment)
    return answer.paidAt ? { ...answer, paidAt: now } : answer
  },
})

/** A port's functions as they are, so that some of them can be replaced. */
function bound<Port extends object>(port: Port): Port {
  return new Proxy({} as Port, {
    get: (_, name) => Reflect.get(port, name),
    ownKeys: () => Reflect.ownKeys(port),
    getOwnPropertyDescriptor: (_, name) => ({ value: Reflect.get(port, name), enumerable: true, configurable: true }),
  })
}
