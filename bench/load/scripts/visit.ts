import { createHash } from 'node:crypto'
import type { Ask } from '../http-client.ts'

export type Step = 'list' | 'product' | 'cart' | 'checkout' | 'order'

const browsing = ['list', 'product', 'list', 'product', 'product', 'cart'] as const
const buying = [...browsing, 'checkout', 'order'] as const

export interface Goods {
  readonly slug: string
  readonly variantId: string
}

/** A session's token that needs not be handed over: the benchmark keeps its hash, the generator knows it by its number. */
export const tokenOf = (salt: string, visitor: number): string =>
  createHash('sha256').update(`${salt} ${visitor}`).digest('base64url')

/** Where the visits go, and who makes them. */
export interface Shop {
  readonly url: string
  readonly salt: string
  readonly visitors: number
  readonly goods: readonly Goods[]
}

/** One shopper on the way through the shop. */
export interface Visit {
  readonly next: Step
  ask(): Ask
  /** Takes the good answer. Returns whether the visit is over. */
  goOn(body: Buffer): boolean
}

/** The n-th visit of all: every third buys. */
export function visitOf(n: number, { url, salt, visitors, goods }: Shop): Visit {
  const headers = { cookie: `zg_shop=${tokenOf(salt, n % visitors)}` }
  const posted = () => ({
    ...headers,
    origin: url,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  })
  const steps: readonly Step[] = n % 3 === 0 ? buying : browsing
  let [at, looks] = [0, 0]
  let checkout: { cartId: string; addressId: string; total: unknown } | undefined
  const one = () => goods[(n * 31 + looks++ * 17) % goods.length]!
  const asks: Record<Step, () => Ask> = {
    list: () => ({ path: `/api/v1/store/products?size=24&page=${1 + (n % 4)}`, headers }),
    product: () => ({ path: `/api/v1/store/products/${one().slug}`, headers }),
    cart: () => ({
      method: 'POST',
      path: '/api/v1/store/cart/lines',
      headers: posted(),
      body: JSON.stringify({ variantId: one().variantId, quantity: 1 }),
    }),
    checkout: () => ({ path: '/api/v1/store/checkout', headers }),
    order: () => ({
      method: 'POST',
      path: '/api/v1/store/orders',
      headers: posted(),
      body: JSON.stringify({
        cartId: checkout!.cartId,
        addressId: checkout!.addressId,
        expectedTotal: checkout!.total,
      }),
    }),
  }
  return {
    get next() {
      return steps[at]!
    },
    ask: () => asks[steps[at]!](),
    goOn(body) {
      if (steps[at] === 'checkout') checkout = JSON.parse(body.toString())
      at += 1
      return at === steps.length
    },
  }
}
