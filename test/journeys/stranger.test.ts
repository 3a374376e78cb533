import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { VariantId } from '#model/goods/catalog'
import { keyScopes } from '#model/office/accounts'
import { createApiKey } from '#office/accounts'
import { findOrder } from '#sales/orders'
import { parcelsOf } from '#supply/shipping'
import { freePort } from '#test/free-port'
import { aCustomer, aPaidOrderOf } from '#test/house-orders'
import { runningHouse } from '#test/running-house'

const house = await runningHouse()
const lines: string[] = []
let bridge: ChildProcess | undefined
afterAll(() => bridge?.kill())

/** Starts the example as its README says, and waits until it has printed a line like this. */
async function startBridge(key: string): Promise<void> {
  const main = fileURLToPath(new URL('../../examples/erp-bridge/main.ts', import.meta.url))
  const env = { ...process.env, ZHANGGUI_URL: house.url, ZHANGGUI_KEY: key, PORT: String(await freePort()) }
  bridge = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [bridge.stdout!, bridge.stderr!])
    createInterface({ input: stream }).on('line', (line) => lines.push(line))
}

async function printed(shape: RegExp): Promise<RegExpExecArray> {
  for (let tries = 0; tries < 600; tries++) {
    const found = lines.map((line) => shape.exec(line)).find((match) => match !== null)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the bridge never said ${shape}; it said:\n${lines.join('\n')}`)
}

test('a stranger connects: the bridge lists a product, hears that it was paid, verifies the message and ships the order', async () => {
  const { key } = await createApiKey(house.ctx, { name: 'ERP', scopes: [...keyScopes] })
  await startBridge(key)
  const [, productId] = await printed(/^product (\S+) is on_sale/)
  await house.settled()

  const variant = await house.house.db
    .selectFrom('goods.variants')
    .select('id')
    .where('product_id', '=', productId!)
    .executeTakeFirstOrThrow()
  const customer = await aCustomer(house, '13900000077')
  const { id, number } = await aPaidOrderOf(house, customer, { of: { id: variant.id as VariantId }, quantity: 2 })

  await printed(new RegExp(`^shipped ${number} as ERP-${number}$`))
  await house.settled()
  expect((await findOrder(house.ctx, id))?.fulfilment).toBe('shipped')
  expect(await parcelsOf(house.ctx, id)).toMatchObject([{ waybillNumber: `ERP-${number}`, weightGrams: 900 }])
})

test('what is not signed by the shop is refused by the bridge', async () => {
  const [webhook] = await house.house.db.selectFrom('platform.webhook_endpoints').select('url').execute()
  const forged = await fetch(webhook!.url, {
    method: 'POST',
    headers: {
      'webhook-id': 'm1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
      'webhook-signature': 'v1,AAAA',
    },
    body: JSON.stringify({ type: 'order.paid', data: { orderId: 'x' } }),
  })
  expect(forged.status).toBe(401)
})
