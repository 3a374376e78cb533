import { newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import { type Caller, callerOf } from '../http-client.ts'
import { oneOf, randomOf, type Script } from '../script.ts'

export interface FlowArgs {
  readonly url: string
  /** Sessions of shoppers who have bought nothing yet: each flow takes one. */
  readonly tokens: readonly string[]
  readonly variantIds: readonly string[]
}

/** What a shopper does from the first thing put into the cart to the order that is paid, as the storefront asks for it. */
const wholeFlow: Script<FlowArgs> = {
  open({ url, tokens, variantIds }) {
    const left = [...tokens]
    const callers: Caller[] = []
    const open = (address: string): Caller => {
      const caller = callerOf(address)
      callers.push(caller)
      return caller
    }
    return {
      caller(index) {
        const random = randomOf(index)
        const caller = open(url)
        let cashier: Caller | undefined
        return async () => {
          const token = left.pop()
          if (!token) throw new Error('more flows than shoppers')
          const one = Math.floor(random() * (variantIds.length - 1))
          const other = oneOf(random, variantIds.slice(one + 1))
          const payment = await buy(shopperOf({ caller, url, token }), [variantIds[one]!, other])
          cashier ??= open(new URL(payment.payUrl).origin)
          await pay(cashier, payment.number)
          await payment.check()
        }
      },
      close() {
        for (const caller of callers) caller.close()
      },
    }
  },
}

type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>

/** Puts two things into the cart, says where to, looks at the last confirmation, orders, and asks where to pay. */
async function buy(ask: Ask, variantIds: readonly string[]) {
  for (const variantId of variantIds) await ask('POST', '/cart/lines', { variantId, quantity: 1 })
  const { id: addressId } = await ask<{ id: string }>('POST', '/addresses', home)
  const { cartId, total } = await ask<{ cartId: string; total: Money }>('GET', `/checkout?addressId=${addressId}`)
  const { id } = await ask<{ id: string }>('POST', '/orders', { cartId, addressId, expectedTotal: total })
  const payment = await ask<{ payUrl: string; number: string }>('POST', `/orders/${id}/payments`, {})
  const check = async () => {
    const { paid } = await ask<{ paid: boolean }>('POST', `/orders/${id}/payments/check`, {})
    if (!paid) throw new Error(`order ${id} is not paid`)
  }
  return { ...payment, check }
}

const home = { name: '安小姐', phone: '13800138000', districtCode: '330106', street: '文三路 90 号 3 幢 502' }

function shopperOf({ caller, url, token }: { caller: Caller; url: string; token: string }): Ask {
  const cookie = { cookie: `zg_shop=${token}`, origin: url, 'content-type': 'application/json' }
  return async (method, path, body) => {
    const headers = method === 'POST' ? { ...cookie, 'idempotency-key': newId() } : cookie
    const ask = {
      method,
      path: `/api/v1/store${path}`,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    }
    return answered(await caller.ask(ask), path)
  }
}

/** Pays at the sandbox's cashier, which does not notify: the page to which the buyer comes back asks by itself. */
async function pay(cashier: Caller, number: string): Promise<void> {
  const path = `/sandbox/trades/${number}/pay`
  const headers = { 'content-type': 'application/json' }
  answered(await cashier.ask({ method: 'POST', path, headers, body: JSON.stringify({ notice: 'never' }) }), path)
}

function answered<Answer>({ status, body }: { status: number; body: Buffer }, path: string): Answer {
  if (status >= 300) throw new Error(`${path} answered ${status}: ${body.toString().slice(0, 300)}`)
  return JSON.parse(body.toString() || 'null') as Answer
}

export default wholeFlow
