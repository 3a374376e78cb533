import { createHash } from 'node:crypto'
import type { Answer, Ask } from '../http-client.ts'

export type Step = 'list' | 'product' | 'cart' | 'checkout' | 'order'

const browsing = ['list', 'product', 'list', 'product', 'product', 'cart'] as const
const buying = [...browsing, 'checkout', 'order'] as const

/** Where the visits go, and who makes them. */
export interface Shop {
  readonly url: string
  readonly salt: string
  readonly visitors: number
  /** What the products' pages are called. */
  readonly slugs: readonly string[]
}

/** A session's token that needs not be handed over: the benchmark keeps its hash, the generator knows it by its number. */
export const tokenOf = (salt: string, visitor: number): string =>
  createHash('sha256').update(`${salt} ${visitor}`).digest('base64url')

/** Where a form leads that was taken. */
const leadsTo: Partial<Record<Step, RegExp>> = { cart: /done=added/, order: /^\/orders\// }

/** One signed-in shopper on the way through the pages of the shop, without a script: forms are filled in and sent. */
export interface Visit {
  readonly next: Step
  ask(): Ask
  /** Whether this answers the step well. */
  isGood(answer: Answer): boolean
  /** Takes the good answer. Returns whether the visit is over. */
  goOn(body: Buffer): boolean
}

/** The n-th visit of all: every third buys. */
export function visitOf(n: number, { url, salt, visitors, slugs }: Shop): Visit {
  const headers = { cookie: `zg_shop=${tokenOf(salt, n % visitors)}` }
  const steps: readonly Step[] = n % 3 === 0 ? buying : browsing
  let [at, looks, checkout] = [0, 0, '']
  const product = () => `/products/${slugs[(n * 31 + looks++ * 17) % slugs.length]!}`
  const form = (path: string, fields: Readonly<Record<string, string>>) => ({
    method: 'POST',
    path,
    headers: { ...headers, origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ key: crypto.randomUUID(), ...fields }).toString(),
  })
  const asks: Record<Step, () => Ask> = {
    list: () => ({ path: `/search?page=${1 + (n % 4)}`, headers }),
    product: () => ({ path: product(), headers }),
    cart: () => form(product(), { o0: '100 克', quantity: '1', do: 'cart' }),
    checkout: () => ({ path: '/checkout', headers }),
    order: () => {
      const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(checkout)?.[1] ?? ''
      const fields = ['order', 'address', 'expectedTotal'].map((name) => [name, value(name)])
      return form('/checkout', Object.fromEntries(fields))
    },
  }
  return {
    get next() {
      return steps[at]!
    },
    ask: () => asks[steps[at]!](),
    isGood({ status, headers: answered }) {
      const leads = leadsTo[steps[at]!]
      return leads ? status === 303 && leads.test(answered.get('location') ?? '') : status === 200
    },
    goOn(body) {
      if (steps[at] === 'checkout') checkout = body.toString()
      at += 1
      return at === steps.length
    },
  }
}
