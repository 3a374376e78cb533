import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { type Locale, say } from '#kernel/text'
import { defaultShop } from '#office/shops'
import { readConfig } from '#platform/config'
import type { Context } from '#platform/context'
import { regionPath } from '#platform/regions'
import { buildPages } from '../build.ts'
import { demoSignIns, sellMore } from '../demo.ts'
import { start } from '../start.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { type Call, type Command, json, notUnderstood, onGround, reportIn, word } from './command.ts'
import { doctor } from './doctor.ts'
import { exportToFile, readExportCall } from './export-list.ts'
import { filesCommand } from './files.ts'
import { importSheet, reverseByNumber, writeTemplate } from './import-sheet.ts'
import { jobsCommand } from './jobs.ts'
import { openShopWithOwner } from './open-shop.ts'
import { openShelvedWarehouse } from './open-warehouse.ts'
import { cliText } from './text.ts'
import { writeTypes } from './types.ts'
import { userCommand } from './user.ts'

const warehouseWords = ['code', 'name', 'name-en', 'contact', 'phone', 'district', 'street'] as const

/** What `zhanggui` can be asked. Each returns its exit code. */
export const commands: Readonly<Record<string, Command>> = {
  start: { usage: 'start [--no-demo]', options: { 'no-demo': { type: 'boolean' } }, run: runStart },
  'open-shop': {
    usage: 'open-shop --code CODE --name NAME --name-en NAME --owner USER --password-stdin',
    options: { code: word, name: word, 'name-en': word, owner: word, 'password-stdin': { type: 'boolean' } },
    run: runOpenShop,
  },
  'open-warehouse': {
    usage:
      'open-warehouse --code CODE --name NAME --name-en NAME --contact NAME --phone PHONE --district CODE --street STREET --shelf BIN [--shelf BIN …]',
    options: {
      ...Object.fromEntries(warehouseWords.map((each) => [each, word])),
      shelf: { type: 'string', multiple: true },
    },
    run: runOpenWarehouse,
  },
  build: { usage: 'build', options: {}, run: ({ locale }) => buildPages(reportIn(locale)).then(() => 0) },
  migrate: { usage: 'migrate', options: {}, run: () => onGround('zhanggui migrate', async () => 0) },
  import: {
    usage: 'import KIND FILE | import reverse NUMBER | import template KIND FILE  [--dry-run] [--json]',
    options: { 'dry-run': { type: 'boolean' }, ...json },
    run: runImport,
  },
  export: {
    usage: 'export KIND FILE.csv|FILE.xlsx [--filter NAME=VALUE …] [--personal] [--json]',
    options: { filter: { type: 'string', multiple: true }, personal: { type: 'boolean' }, ...json },
    run: runExport,
  },
  demo: { usage: 'demo [--orders N]', options: { orders: { type: 'string', default: '100' } }, run: runDemo },
  doctor: {
    usage: 'doctor [--check ID …] [--json]',
    options: { check: { type: 'string', multiple: true, default: [] }, ...json },
    run: ({ values, locale }) =>
      onGround('zhanggui doctor', ({ house }) =>
        doctor(house.db, { json: values.json === true, only: values.check as readonly string[], locale }),
      ),
  },
  files: filesCommand,
  backup: backupCommand,
  restore: restoreCommand,
  user: userCommand,
  jobs: jobsCommand,
  types: {
    usage: 'types',
    options: {},
    run: () => onGround('zhanggui types', async ({ house }) => writeTypes(house.databaseUrl)),
  },
}

async function runStart({ values, locale }: Call): Promise<number> {
  const config = readConfig(process.env)
  const report = reportIn(locale)
  const running = await start({ config, report, demo: values['no-demo'] !== true })
  // Before we say that we are ready: whoever waits for that may ask us to stop at once.
  const stopAsked = untilStopped(() => console.log(`\n${say(cliText, locale, 'stopping')}`))
  const line = (key: string, text: string) => console.log(`  ${say(cliText, locale, key)}  ${text}`)
  console.log(`\n${say(cliText, locale, 'ready')}`)
  if (config.role !== 'worker') {
    line('shop', running.url)
    line('console', `${running.url}/console`)
    line('api', `${running.url}/api/openapi.json`)
  }
  if (running.sandboxes.length > 0) line('sandboxes', running.sandboxes.join('  '))
  if (running.shop === 'none')
    console.log(`\n  ${say(cliText, locale, 'no-shop')}\n  npx zhanggui ${commands['open-shop']!.usage}`)
  if (running.shop === 'demo') {
    line('sign-ins', say(cliText, locale, 'sign-in.staff', demoSignIns.staff))
    line('sign-ins', say(cliText, locale, 'sign-in.shopper', demoSignIns.shopper))
  }
  await stopAsked
  await running.stop()
  setTimeout(() => process.exit(0), 1_000).unref() // whoever does not read our last words does not keep us
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

async function runOpenShop({ values, locale }: Call): Promise<number> {
  const { code, name, 'name-en': nameEn, owner } = values as Readonly<Record<string, string | undefined>>
  if (!code || !name || !nameEn || !owner || !values['password-stdin'])
    return notUnderstood(say(cliText, locale, 'options-missing', { usage: commands['open-shop']!.usage }))
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(code)) return notUnderstood(say(cliText, locale, 'code-invalid'))
  const password = (await readText(process.stdin)).replace(/\r?\n$/, '')
  return onGround('zhanggui open-shop', async ({ house }) => {
    await openShopWithOwner(house, { code, name, nameEn, owner, password })
    console.log(say(cliText, locale, 'shop-opened', { name: locale === 'zh' ? name : nameEn, owner }))
    return 0
  })
}

async function runOpenWarehouse({ values, locale }: Call): Promise<number> {
  const given = values as Readonly<Record<(typeof warehouseWords)[number], string>>
  const shelves = (values.shelf ?? []) as readonly string[]
  if (shelves.length === 0 || warehouseWords.some((each) => !given[each]))
    return notUnderstood(say(cliText, locale, 'options-missing', { usage: commands['open-warehouse']!.usage }))
  if (!regionPath(given.district)) return notUnderstood(say(cliText, locale, 'district-unknown'))
  const { code, name, 'name-en': nameEn, contact, phone, district, street } = given
  const contactOf = { contactName: contact, contactPhone: phone, districtCode: district, street }
  return onGround('zhanggui open-warehouse', async ({ house }) => {
    const isOpen = await openShelvedWarehouse(house, { code, name, nameEn, ...contactOf, shelves })
    if (!isOpen) throw noShop(locale)
    console.log(
      say(cliText, locale, 'warehouse-opened', { name: locale === 'zh' ? name : nameEn, shelves: shelves.length }),
    )
    return 0
  })
}

const noShop = (locale: Locale): Error =>
  new Error(`${say(cliText, locale, 'no-shop')}\n  zhanggui ${commands['open-shop']!.usage}`)

function runImport(call: Call): Promise<number> {
  const { positionals, values, locale } = call
  const [verb, target, file] = positionals
  if (!verb || !target || (verb === 'template' && !file))
    return Promise.resolve(notUnderstood(say(cliText, locale, 'options-missing', { usage: commands.import!.usage })))
  const dryRun = values['dry-run'] === true
  return inShop('zhanggui import', locale, async (ctx) => {
    if (verb === 'template') return writeTemplate(ctx, target, file!).then(() => 0)
    if (verb === 'reverse') return tellReversal(call, await reverseByNumber(ctx, target, dryRun))
    const bytes = await readFile(target).catch(({ code }: NodeJS.ErrnoException) => {
      throw new Error(say(cliText, locale, code === 'ENOENT' ? 'file-absent' : 'file-unreadable', { file: target }))
    })
    return tellImport(call, await importSheet(ctx, { kind: verb, fileName: basename(target), bytes, dryRun }))
  })
}

const inShop = (purpose: string, locale: Locale, work: (ctx: Context) => Promise<number>): Promise<number> =>
  onGround(purpose, async ({ house }) => {
    const shop = await defaultShop(house.db)
    if (!shop) throw noShop(locale)
    return work({ ...house.systemContext(shop.id, purpose), locale })
  })

function tellImport({ values, locale }: Call, result: Awaited<ReturnType<typeof importSheet>>): number {
  if (values.json) console.log(JSON.stringify(result))
  else {
    const summary = say(cliText, locale, 'import.summary', { ...result, failed: result.failed.length })
    console.log(
      values['dry-run'] ? `${summary} ${say(cliText, locale, 'import.dry-run')}` : `${result.number}  ${summary}`,
    )
    for (const failure of result.failed) console.log(`  ${say(cliText, locale, 'import.row', { ...failure })}`)
  }
  return result.failed.length > 0 ? 1 : 0
}

function tellReversal({ values, locale }: Call, result: Awaited<ReturnType<typeof reverseByNumber>>): number {
  if (values.json) console.log(JSON.stringify(result))
  else {
    const counts = Object.entries(result.effects).map(([what, count]) => `${what} ${count}`)
    const did = values['dry-run'] ? 'import.would-reverse' : 'import.reversed'
    const said = counts.length === 0 ? 'import.nothing-to-reverse' : did
    console.log(say(cliText, locale, said, { counts: counts.join(', '), kept: result.kept.length }))
    for (const { row, label, message } of result.kept)
      console.log(`  ${say(cliText, locale, 'import.row', { row, field: label, message })}`)
  }
  return result.kept.length > 0 ? 1 : 0
}

async function runExport({ values, positionals, locale }: Call): Promise<number> {
  const wanted = readExportCall(positionals, values)
  if (!wanted) return notUnderstood(say(cliText, locale, 'options-missing', { usage: commands.export!.usage }))
  return onGround('zhanggui export', async ({ house }) => {
    const shop = await defaultShop(house.db)
    if (!shop) throw noShop(locale)
    const ctx = { ...house.systemContext(shop.id, 'zhanggui export'), locale }
    const { rows, bytes, number } = await exportToFile(ctx, wanted)
    const result = { kind: wanted.kind, file: wanted.file, rows, bytes, number }
    console.log(values.json ? JSON.stringify(result) : say(cliText, locale, 'export.summary', result))
    return 0
  })
}

async function runDemo({ values, locale }: Call): Promise<number> {
  const orders = Number(values.orders)
  if (!Number.isInteger(orders) || orders < 1) return notUnderstood(say(cliText, locale, 'orders-invalid'))
  // The start that asked for it may be killed: the channel to it closes, and there is nobody to make it for.
  process.once('disconnect', () => process.exit(1))
  const report = reportIn(locale)
  try {
    return await onGround('zhanggui demo', (ground) => sellMore(ground, orders, report).then(() => 0), true)
  } finally {
    process.channel?.unref()
  }
}
