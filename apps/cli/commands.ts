import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ParseArgsConfig } from 'node:util'
import { importProductFile } from '#goods/imports'
import { defaultShop } from '#office/shops'
import { type Locale, say } from '#kernel/text'
import { readConfig } from '#platform/config'
import { deadJobs, reviveJobs } from '#platform/jobs'
import { openLog } from '#platform/log'
import { demoSignIns, sellMore } from '../demo.ts'
import { type Ground, layGround } from '../ground.ts'
import { onProductStock } from '../imports.ts'
import { start } from '../start.ts'
import { cliText } from './text.ts'
import { writeTypes } from './types.ts'

interface Call {
  readonly values: Readonly<Record<string, unknown>>
  readonly positionals: readonly string[]
  readonly locale: Locale
}

interface Command {
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly run: (call: Call) => Promise<number>
}

const json = { json: { type: 'boolean' } } as const

/** What `zhanggui` can be asked. Each returns its exit code. */
export const commands: Readonly<Record<string, Command>> = {
  start: { usage: 'start [--no-demo] [--dev]', options: { 'no-demo': { type: 'boolean' }, dev: { type: 'boolean' } }, run: runStart },
  migrate: { usage: 'migrate', options: {}, run: () => onGround('zhanggui migrate', false, async () => 0) },
  import: { usage: 'import products FILE [--dry-run] [--json]', options: { 'dry-run': { type: 'boolean' }, ...json }, run: runImport },
  demo: { usage: 'demo [--orders N]', options: { orders: { type: 'string', default: '100' } }, run: runDemo },
  jobs: { usage: 'jobs [--revive] [--json]', options: { revive: { type: 'boolean' }, ...json }, run: runJobs },
  types: { usage: 'types', options: {}, run: () => onGround('zhanggui types', false, async ({ house }) => writeTypes(house.databaseUrl)) },
}

async function runStart({ values, locale }: Call): Promise<number> {
  const config = readConfig(process.env)
  const report = (line: string) => console.log(`  ${line}`)
  const running = await start({ config, report, demo: values['no-demo'] !== true })
  const line = (key: string, text: string) => console.log(`  ${say(cliText, locale, key)}  ${text}`)
  console.log(`\n${say(cliText, locale, 'ready')}`)
  if (config.role !== 'worker') {
    line('shop', running.url)
    line('console', `${running.url}/console`)
    line('api', `${running.url}/api/openapi.json`)
  }
  if (running.sandboxes.length > 0) line('sandboxes', running.sandboxes.join('  '))
  if (running.isDemo) {
    line('sign-ins', say(cliText, locale, 'sign-in.staff', demoSignIns.staff))
    line('sign-ins', say(cliText, locale, 'sign-in.shopper', demoSignIns.shopper))
  }
  await untilStopped(() => console.log(`\n${say(cliText, locale, 'stopping')}`))
  await running.stop()
  return 0
}

/** Until the terminal or the system asks us to end; a second asking ends at once. */
function untilStopped(tell: () => void): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        tell()
        resolve()
      })
  })
}

async function runImport({ values, positionals, locale }: Call): Promise<number> {
  const [kind, file] = positionals
  if (kind !== 'products' || !file) {
    console.error(say(cliText, locale, 'file-missing'))
    return 2
  }
  const bytes = await readFile(file)
  return onGround('zhanggui import', false, async ({ house }) => {
    const shop = await defaultShop(house.db)
    if (!shop) throw new Error(say(cliText, locale, 'no-shop'))
    const ctx = { ...house.systemContext(shop.id, 'zhanggui import'), locale }
    const result = await importProductFile(ctx, { fileName: basename(file), bytes, dryRun: values['dry-run'] === true, onStock: onProductStock })
    if (values.json) console.log(JSON.stringify(result))
    else {
      console.log(say(cliText, locale, 'import.summary', { ...result, failed: result.failed.length }))
      for (const failure of result.failed) console.log(`  ${say(cliText, locale, 'import.row', { ...failure })}`)
    }
    return result.failed.length > 0 ? 1 : 0
  })
}

function runDemo({ values }: Call): Promise<number> {
  return onGround('zhanggui demo', true, async (ground) => {
    await sellMore(ground, Number(values.orders), (line) => console.log(`  ${line}`))
    return 0
  })
}

function runJobs({ values }: Call): Promise<number> {
  return onGround('zhanggui jobs', false, async ({ house }) => {
    for (const shopId of await house.shops()) {
      const dead = await deadJobs(house.db, shopId)
      if (values.revive) await reviveJobs(house.db, dead.map((job) => job.id))
      for (const job of dead) console.log(values.json ? JSON.stringify(job) : `${job.id}  ${job.name}  ${job.attempts}  ${job.lastError}`)
    }
    return 0
  })
}

/** Runs a command on the running house's database, or starts the database for its own duration. */
async function onGround(purpose: string, withSandboxes: boolean, work: (ground: Ground) => Promise<number>): Promise<number> {
  const config = readConfig(process.env)
  const log = openLog({ level: 'warn' })
  const ground = await layGround({ config, log, report: () => {}, purpose, exclusive: false, withSandboxes, poolWaitMillis: 10_000 })
  try {
    return await work(ground)
  } finally {
    await ground.close()
  }
}
