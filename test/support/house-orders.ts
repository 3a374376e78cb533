import { setTimeout as sleep } from 'node:timers/promises'
import type { VariantId } from '#model/goods/catalog'
import type { Order, OrderId } from '#model/sales/orders'
import { actorOf, requestCode, signInWithCode } from '#office/accounts'
import type { Context } from '#platform/context'
import { addressesOf } from '#sales/customers'
import { findOrder, placeOrder, quoteCheckout, startPayment } from '#sales/orders'
import { parcelsOf } from '#supply/shipping'
import { ship } from './orders.ts'
import { aCart, anAddress, type ShopperContext } from './people.ts'
import type { RunningHouse } from './running-house.ts'

/** Somebody with an account and an address, who can also sign in on a page with this phone. */
export async function aCustomer(house: RunningHouse, phone: string): Promise<ShopperContext> {
  await requestCode(house.ctx, { phone, purpose: 'sign_in' })
  const { account } = await signInWithCode(house.ctx, { phone, code: await house.codeFor(phone) })
  await house.settled()
  const customer = { ...house.ctx, actor: actorOf(account) } as ShopperContext
  await anAddress(customer, { phone })
  return customer
}

export interface Wish {
  readonly of: { readonly id: VariantId }
  readonly quantity?: number
}

/** An order of a customer that waits for its payment. */
export async function anOrderOf(customer: ShopperContext, ...wishes: readonly Wish[]): Promise<Order> {
  const now = { ...customer, now: Temporal.Now.instant() }
  const cartId = await aCart(now, ...wishes)
  const [address] = await addressesOf(now)
  const wish = { cartId, addressId: address!.id }
  const { total } = await quoteCheckout(now, wish)
  return placeOrder(now, { ...wish, expectedTotal: total })
}

/** The same, paid at the sandbox gateway; what follows from it is done. */
export async function aPaidOrderOf(
  house: RunningHouse,
  customer: ShopperContext,
  ...wishes: readonly Wish[]
): Promise<Order> {
  const order = await anOrderOf(customer, ...wishes)
  await payAtGateway(house, customer, order.id)
  return (await findOrder(house.ctx, order.id))!
}

export async function payAtGateway(house: RunningHouse, customer: Context, orderId: OrderId): Promise<string> {
  const { number } = await startPayment({ ...customer, now: Temporal.Now.instant() }, { orderId })
  await tell(`${house.gateway.url}/sandbox/trades/${number}/pay`, {})
  await until(async () => (await findOrder(house.ctx, orderId))?.payment !== 'awaiting')
  await house.settled()
  return number
}

/** The warehouse sends an order off and the courier brings it to the door. */
export async function deliver(house: RunningHouse, orderId: OrderId): Promise<void> {
  await ship({ ctx: house.ctx, tell: house.settled }, orderId)
  for (const { waybillNumber } of await parcelsOf(house.ctx, orderId)) await bringToTheDoor(house, waybillNumber!)
  await until(async () => (await findOrder(house.ctx, orderId))?.fulfilment === 'delivered')
}

/** The sandbox's courier takes every step of a parcel's way. */
export async function bringToTheDoor({ carrier, settled }: RunningHouse, waybillNumber: string): Promise<void> {
  const advance = `${carrier.url}/sandbox/parcels/${waybillNumber}/advance`
  let moved = true
  while (moved) moved = ((await tell(advance, {})) as { moved: boolean }).moved
  await settled()
}

/** What the gateway itself holds, whatever we believe: `charged` and `refunded` in minor units. */
export async function gatewayBooks({ gateway }: RunningHouse): Promise<readonly Trade[]> {
  const { trades } = (await (await fetch(`${gateway.url}/sandbox/trades`)).json()) as { trades: Trade[] }
  return trades
}

export interface Trade {
  readonly number: string
  readonly state: string
  readonly total: number
  readonly charged: number
  readonly refunded: number
  readonly notices: readonly { readonly behaviour: string; readonly attempts: number; readonly waiting: boolean }[]
}

/** Changes something at a sandbox. */
export async function tell(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response.status === 204 ? undefined : response.json()
}

/** Waits for what the house does by itself. */
export async function until(holds: () => Promise<boolean>, seconds = 20): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; await sleep(50))
    if (await holds()) return
  throw new Error(`nothing happened within ${seconds} s`)
}
