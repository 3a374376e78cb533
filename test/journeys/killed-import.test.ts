import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { buildPages } from '#apps/build'
import { openHouse } from '#apps/house'
import { type Context, systemActor } from '#platform/context'
import { localFiles } from '#platform/files'
import { type ImportId, importKind, importNow, loadImport, requestImport, uploadSheet } from '#platform/imports'
import { prepareJobs } from '#platform/jobs'
import { openLog } from '#platform/log'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { freePort } from '#test/free-port'
import { asked, ready, zhanggui } from '#test/processes'
import { openSmallShop } from '#test/small-shop'
import { brokenStockRules } from '#test/stock'

await buildPages()
const { db, url: databaseUrl } = await testDatabase()
const secret = 'the secret of a killed import, long enough'
const folder = mkdtempSync(join(tmpdir(), 'zhanggui killed '))
const files = join(folder, 'files')
let child: ChildProcess | undefined
afterAll(async () => {
  if (child) await asked(child)
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})
const house = openHouse({
  databaseUrl,
  secret: Buffer.from(secret),
  outside: aContext(db, { outside: { files: localFiles(files) } }).outside,
  log: openLog({ level: 'silent' }),
  poolWaitMillis: 20_000,
})
afterAll(() => house.close())

async function start(): Promise<void> {
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(folder, 'data'),
    FILES_URL: `file://${encodeURI(files)}`,
    SECRET: secret,
    PORT: String(await freePort()),
  }
  child = zhanggui(['start', '--no-demo'], env)
  await ready(child)
}

/** Pulls the plug. What the dead process held is free once it has been silent for a minute: the clock is set back instead of waiting. */
async function kill(): Promise<void> {
  const exited = once(child!, 'exit')
  child!.kill('SIGKILL')
  await exited
  await sql`update platform.workers set seen_at = seen_at - interval '5 minutes'`.execute(db)
}

const rows = 2_400
const sheet = Buffer.from(
  [
    'Handle,Title,Body (HTML),Vendor,Type,Published,Variant SKU,Variant Price,Variant Inventory Qty',
    ...Array.from(
      { length: rows },
      (_, at) =>
        `bowl-${at},Bowl ${at},<p>Thrown by hand.</p>,Kiln ${at % 9},Bowls,true,B-${at},${at % 200 === 7 ? 'dear' : '9.90'},${at % 5}`,
    ),
  ].join('\n'),
)

async function until(ctx: Context, id: ImportId, is: (done: number, status: string) => boolean): Promise<void> {
  for (const end = performance.now() + 100_000; performance.now() < end; await sleep(20)) {
    const { done, status } = await loadImport(ctx, id)
    if (is(done, status)) return
  }
  throw new Error(`the import stands still: ${JSON.stringify(await loadImport(ctx, id))}`)
}

test('CAT-14 A09 an import whose process is killed in the middle goes on after the next start and ends with the numbers of an undisturbed one', async () => {
  await prepareJobs(databaseUrl)
  const { shopId } = await openSmallShop(house)
  const ctx = house.contextFor({ actor: systemActor('test'), shopId, locale: 'zh' }, 'test')
  const options = { currency: 'CNY', fetchPictures: false }
  const given = { fileName: 'bowls.csv', bytes: sheet, options }
  const tried = await importNow(ctx, importKind('products'), { ...given, dryRun: true })
  const fileId = await uploadSheet(ctx, { name: given.fileName, bytes: sheet })
  const { id } = await requestImport(ctx, { kind: 'products', fileId, options, dryRun: false })

  await start()
  await until(ctx, id, (done) => done >= 600)
  await kill()
  const halfway = await loadImport(ctx, id)
  await start()
  await until(ctx, id, (_, status) => status === 'finished')

  expect(halfway.status).toBe('running')
  expect(halfway.done).toBeLessThan(rows)
  const { created, updated, unchanged, failed, total } = tried
  expect({ created, failed }).toEqual({ created: rows - 12, failed: 12 })
  expect(await loadImport(ctx, id)).toMatchObject({ created, updated, unchanged, failed, done: total })
  const { rows: counted } = await sql<{ products: number; events: number; pieces: number }>`
    select (select count(*)::int from goods.products where shop_id = ${shopId} and source = 'shopify') as products,
      (select count(*)::int from platform.events e join goods.products p on p.id = e.aggregate_id
        where e.shop_id = ${shopId} and e.type = 'product.created' and p.source = 'shopify') as events,
      (select sum(quantity)::int from supply.stock_movements where shop_id = ${shopId} and cause = 'import') as pieces`.execute(
    db,
  )
  const landed = Array.from({ length: rows }, (_, at) => (at % 200 === 7 ? 0 : at % 5))
  expect(counted).toEqual([{ products: created, events: created, pieces: landed.reduce((a, b) => a + b, 0) }])
  expect(await brokenStockRules(ctx)).toEqual([])
}, 180_000)
