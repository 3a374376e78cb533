import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { demoCatalogue } from '#demo/catalogue'
import { migrate } from '#platform/database'
import { administer, databaseIn, openCluster, withClient } from './seed/cluster.ts'
import { type Benchmark, repeat } from './support/benchmark.ts'
import { dataFolder } from './support/folders.ts'
import { against, type Metric } from './support/metric.ts'
import { runCommand } from './support/run-command.ts'

/** The large sheet takes minutes: once is enough to see whether the rate falls with the size. */
const sheets = {
  full: [
    { count: 5_000, once: false },
    { count: 50_000, once: true },
  ],
  quick: [{ count: 500, once: false }],
} as const

/** A sheet of new products, as `zhanggui import products` lands it. */
export const importing: Benchmark = {
  name: 'import',
  about:
    'A CSV of 5,000 new products, five times, and of 50,000, once, imported into an empty shop by the command line, its start included. The limit is PostgreSQL’s `COPY` of all the rows that the import has written into the same tables, with their indexes and foreign keys.',
  async run(bench) {
    const { server, folder } = await openCluster(bench.say)
    bench.atEnd(() => server.stop())
    mkdirSync(join(dataFolder, folder), { recursive: true })
    const scratch = mkdtempSync(join(dataFolder, folder, 'import-'))
    bench.atEnd(() => rmSync(scratch, { recursive: true, force: true }))
    const metrics: Metric[] = []
    for (const { count, once } of bench.quick ? sheets.quick : sheets.full) {
      const sheet = join(scratch, 'products.csv')
      writeFileSync(sheet, sheetOf(count))
      const runs = await repeat(once ? { ...bench, runs: 1 } : bench, async () => {
        const measured = await importOnce({ url: server.url, folder, scratch, sheet, count })
        bench.say(`${count} in ${measured.importSeconds.toFixed(1)} s, copied in ${measured.copySeconds.toFixed(1)} s`)
        return { value: count / measured.importSeconds, limit: count / measured.copySeconds }
      })
      metrics.push(against({ metric: `${count} products`, unit: 'products/s', runs, atLeast: 0.05 }))
    }
    return metrics
  },
}

interface Attempt {
  readonly url: string
  readonly folder: string
  readonly scratch: string
  readonly sheet: string
  readonly count: number
}

/** Imports into a database of its own, then copies what was written into another. */
async function importOnce({ url, folder, scratch, sheet, count }: Attempt) {
  const [imported, copied] = [await emptyDatabase(url, 'imported'), await emptyDatabase(url, 'copied')]
  const env = { DATABASE_URL: imported, DATA_DIR: join(dataFolder, folder) }
  await runCommand(
    ['open-shop', '--code', 'bench', '--name', '基准', '--name-en', 'Bench', '--owner', 'owner', '--password-stdin'],
    env,
    'a long password',
  )
  const from = performance.now()
  const said = await runCommand(['import', 'products', sheet, '--json'], env)
  const importSeconds = (performance.now() - from) / 1_000
  const { created, failed } = JSON.parse(said) as { created: number; failed: unknown[] }
  if (created !== count)
    throw new Error(`only ${created} products were imported: ${JSON.stringify(failed.slice(0, 3))}`)
  const copySeconds = await copyAll({ imported, copied, scratch })
  await administer(url, 'drop database imported with (force)', 'drop database copied with (force)')
  return { importSeconds, copySeconds }
}

async function emptyDatabase(url: string, name: string): Promise<string> {
  await administer(url, `drop database if exists ${name} with (force)`, `create database ${name}`)
  const made = databaseIn(url, name)
  await migrate(made)
  return made
}

/** The rows of one database as files, then COPY of them all into the other, one table after the other. Returns the seconds of the latter. */
async function copyAll({
  imported,
  copied,
  scratch,
}: {
  imported: string
  copied: string
  scratch: string
}): Promise<number> {
  const tables = await withClient(imported, async (client) => {
    const { rows } = await client.query<{ name: string }>(inOrder)
    for (const { name } of rows)
      await pipeline(client.query(copyTo(`copy ${name} to stdout`)), createWriteStream(join(scratch, name)))
    return rows.map(({ name }) => name)
  })
  return withClient(copied, async (client) => {
    await client.query('truncate platform.relay, goods.category_tree') // a migration has filled them
    for (const name of tables) await client.query(`alter table ${name} disable trigger user`) // what they would write is copied too
    const from = performance.now()
    for (const name of tables)
      await pipeline(createReadStream(join(scratch, name)), client.query(copyFrom(`copy ${name} from stdin`)))
    return (performance.now() - from) / 1_000
  })
}

/** Every table of ours, those that others point at first. */
const inOrder = `
  with recursive ours as (
    select oid from pg_class where relkind = 'r' and oid <> 'platform.migrations'::regclass
      and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'graphile_worker')
  ), depth as (
    select oid, 0 as level from ours
    union select c.conrelid, d.level + 1 from pg_constraint c join depth d on d.oid = c.confrelid
    where c.contype = 'f' and c.conrelid <> c.confrelid and d.level < 20
  )
  select oid::regclass::text as name from depth group by oid order by max(level), 1`

const perYuan = 100

/** The demo shop's goods again and again, with codes of their own. */
function sheetOf(count: number): string {
  const goods = demoCatalogue.products
  const names = new Map(demoCatalogue.categories.map(({ slug, name }) => [slug, name.en]))
  const rows = Array.from({ length: count }, (_, index) => {
    const { slug, name, description, category, tags, variants } = goods[index % goods.length]!
    const [variant] = variants
    const copy = Math.floor(index / goods.length)
    return {
      'Product code': `${slug}-${copy}`,
      Name: `${name.zh} ${copy}`,
      'English name': `${name.en} ${copy}`,
      Category: names.get(category),
      Description: description.zh,
      'English description': description.en,
      Tags: tags.join(','),
      SKU: `${variant!.sku}-${copy}`,
      Price: (variant!.listPriceMinor / perYuan).toFixed(2),
      Cost: (variant!.costMinor / perYuan).toFixed(2),
      'Weight (g)': variant!.weightGrams,
    }
  })
  return stringify(rows, { header: true })
}
