import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { demoShopper, playDemo, playMore, type Stage, staffPassword } from '#demo/shop'
import { defaultShop } from '#office/shops'
import { openDatabase } from '#platform/database'
import type { Ground } from './ground.ts'
import { clockJobs, listeners } from './house.ts'
import type { Report } from './progress.ts'

/** Pictures are drawn when somebody looks, and a shop that just opens has no subscribers. */
const leftOut: readonly string[] = ['media.drawSizes', 'webhooks.tell']

/** What the start prints for whoever tries the demo shop. */
export const demoSignIns = {
  staff: { password: staffPassword },
  shopper: { phone: demoShopper.phone, password: demoShopper.password },
}

const firstOrders = 300

/**
 * Opens the demo shop in an empty house, in a process of its own: the memory that drawing and selling take is given back
 * when it ends. It says itself how far it is.
 */
export async function openDemoShop(): Promise<void> {
  flushCompileCache() // what we have compiled it need not compile again
  const main = fileURLToPath(new URL('./cli/main.mjs', import.meta.url))
  const args = [...process.execArgv, main, 'demo', '--orders', String(firstOrders)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the demo shop could not be opened; `start --no-demo` begins without it')
}

/** Lets the demo shop sell more. @throws Error when the shop is not a demo shop */
export async function sellMore(ground: Ground, orders: number, report: Report): Promise<void> {
  const shop = await defaultShop(ground.house.db)
  if (shop && !shop.isDemo) throw new Error('the default shop is not a demo shop: nothing was sold')
  await onStage(ground, report, (stage) => (shop ? playMore(stage, shop.id, { orders }) : playDemo(stage, { orders })))
}

/** The demo has connections of its own that do not wait for the disk: what it makes can be made again. */
async function onStage(
  { house, sandboxes }: Ground,
  report: Report,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const { vault, outside, databaseUrl } = house
  const gateway = sandboxes.gateway
  if (!gateway) throw new Error('the demo shop needs the sandbox gateway: unset WECHAT_PAY_*, or start with --no-demo')
  const db = openDatabase({ url: databaseUrl, durable: false, poolWaitMillis: 10_000, statementTimeoutMillis: 30_000 })
  try {
    await play({
      db,
      vault,
      outside,
      listeners: listeners.filter(({ name }) => !leftOut.includes(name)),
      clockJobs,
      report,
      payAtCashier: (number) => payAtCashier(gateway.url, number),
    })
  } finally {
    await db.destroy()
  }
}

/** Pays as the cashier page does, without the notification: the story asks for the result itself. */
async function payAtCashier(gatewayUrl: string, number: string): Promise<void> {
  const response = await fetch(`${gatewayUrl}/sandbox/trades/${number}/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ notice: 'never' }),
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok)
    throw new Error(`the sandbox gateway did not take the payment: ${response.status} ${await response.text()}`)
}
