import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { buildPages } from '#apps/build'
import { type House, openHouse } from '#apps/house'
import { openWeb } from '#apps/web'
import { startWorker } from '#apps/worker'
import { kdniao } from '#platform/carriers'
import type { Context } from '#platform/context'
import { downloader } from '#platform/downloads'
import { localFiles } from '#platform/files'
import { prepareJobs } from '#platform/jobs'
import { openLog } from '#platform/log'
import { listMessages } from '#platform/messages'
import { openMetrics } from '#platform/metrics'
import { guarded } from '#platform/outside'
import { paymentProviders } from '#platform/payments'
import { webhookSender } from '#platform/webhooks'
import { type RunningCarrier, startCarrier } from '../../sandbox/carrier/carrier.ts'
import { type RunningGateway, startGateway } from '../../sandbox/gateway/gateway.ts'
import { accountsAt } from './accounts-at.ts'
import { testDatabase } from './database.ts'
import { freePort } from './free-port.ts'
import { openSmallShop, type SmallShop } from './small-shop.ts'

export interface RunningHouse {
  /** Where browsers find it. */
  readonly url: string
  readonly house: House
  readonly gateway: RunningGateway
  readonly carrier: RunningCarrier
  readonly shop: SmallShop
  /** As the owner, at this moment. */
  readonly ctx: Context
  /** The newest code sent to a phone, read where a developer reads it: in the outbox. */
  codeFor(phone: string): Promise<string>
  /** Returns when every event was told and every job that was due has run. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface HouseGiven {
  /** How much faster than WeChat the gateway waits: at 20 a late notification comes after a second. */
  readonly gatewaySpeed?: number
  /** The name it is reached by: passkeys belong to a name and know no bare address. */
  readonly host?: 'localhost' | '127.0.0.1'
}

/**
 * The whole house for one test file: database, both sandboxes, web with its pages and worker, and a small shop in it.
 * Parcels stand still until a test moves them. Everything is stopped after the file's last test.
 */
export async function runningHouse({ gatewaySpeed = 20, host = '127.0.0.1' }: HouseGiven = {}): Promise<RunningHouse> {
  await buildPages()
  const { url: databaseUrl } = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui journey '))
  const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  afterAll(stop)

  await prepareJobs(databaseUrl)
  const port = await freePort()
  const url = `http://${host}:${port}`
  const stripeWebhook = `${url}/api/v1/provider/payments/stripe/notices`
  const gateway = await startGateway({
    port: 0,
    storeFolder: join(folder, 'gateway'),
    speed: gatewaySpeed,
    stripeWebhook,
  })
  closers.push(() => gateway.stop())
  const carrier = await startCarrier({ port: 0, storeFolder: join(folder, 'carrier'), speed: 1, retryMillis: 200 })
  closers.push(() => carrier.stop())

  const log = openLog({ level: 'silent' })
  const outside = {
    publicUrl: url,
    payments: paymentProviders(accountsAt(gateway.credentials), guarded),
    carriers: guarded(kdniao({ ...carrier.credentials, url: carrier.url })),
    files: guarded(localFiles(join(folder, 'files'))),
    downloads: guarded(downloader()),
    webhooks: guarded(webhookSender({ privateHosts: [], mayCallItself: true })),
  }
  const house = openHouse({ databaseUrl, secret: Buffer.alloc(32, 7), outside, log, poolWaitMillis: 20_000 })
  closers.push(() => house.close())
  const shop = await openSmallShop(house)

  const metrics = openMetrics()
  const worker = await startWorker(house, metrics)
  closers.push(() => worker.stop())
  const web = await openWeb({ house, metrics, log, publicUrl: url, version: 'test' })
  closers.push(() => web.stop())
  await web.app.listen({ port, host: '127.0.0.1' })

  const ownerNow = (): Context => house.contextFor({ actor: shop.owner, shopId: shop.shopId, locale: 'zh' }, 'test')
  const settled = () => untilSettled(house)
  await settled()
  return {
    url,
    house,
    gateway,
    carrier,
    shop,
    get ctx() {
      return ownerNow()
    },
    codeFor: (phone) => codeFor(ownerNow(), phone),
    settled,
    stop,
  }
}

async function codeFor(ctx: Context, phone: string): Promise<string> {
  const { rows } = await listMessages(ctx, { limit: 20 })
  const sms = rows.find(({ recipient, body }) => recipient.endsWith(phone) && /\d{6}/.test(body))
  if (!sms) throw new Error(`no code was sent to ${phone}`)
  return /\d{6}/.exec(sms.body)![0]
}

async function untilSettled({ db }: House): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end; await sleep(50)) {
    const { rows } = await sql<{ waiting: number }>`
      select ((select count(*) from platform.outbox)
        + (select count(*) from graphile_worker._private_jobs where attempts < max_attempts and (run_at <= now() or locked_at is not null)))::int8 as waiting`.execute(
      db,
    )
    if (rows[0]?.waiting === 0) return
  }
  throw new Error('the house did not come to rest within 30 s')
}
