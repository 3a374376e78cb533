import type { ParseArgsConfig } from 'node:util'
import { type Locale, say } from '#kernel/text'
import { readConfig } from '#platform/config'
import { openLog } from '#platform/log'
import { type Ground, layGround } from '../ground.ts'
import { progressText, type Report } from '../progress.ts'
import { cliText } from './text.ts'

/** What was asked: options, words, and the language to answer in. */
export interface Call {
  readonly values: Readonly<Record<string, unknown>>
  readonly positionals: readonly string[]
  readonly locale: Locale
}

/** One word after `zhanggui`. `run` returns the exit code: 0 done, 1 failed, 2 not understood. */
export interface Command {
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly run: (call: Call) => Promise<number>
}

export const json = { json: { type: 'boolean' } } as const
export const word = { type: 'string' } as const

/** Says on standard error what was not understood; the exit code is 2. */
export function notUnderstood(text: string): number {
  console.error(`zhanggui: ${text}`)
  return 2
}

export const optionsMissing = (locale: Locale, { usage }: Command): number =>
  notUnderstood(say(cliText, locale, 'options-missing', { usage }))

/** Tells on standard output how far the work is. */
export const reportIn =
  (locale: Locale): Report =>
  (key, values) =>
    console.log(`  ${say(progressText, locale, key, values)}`)

/** Runs a command on the running house's database, or starts the database for its own duration. */
export async function onGround(
  purpose: string,
  work: (ground: Ground) => Promise<number>,
  withSandboxes = false,
): Promise<number> {
  const config = readConfig(process.env)
  const log = openLog({ level: 'warn' })
  const own = { report: () => {}, exclusive: false, poolWaitMillis: 10_000 }
  const ground = await layGround({ config, log, purpose, withSandboxes, ...own })
  try {
    return await work(ground)
  } finally {
    await ground.close()
  }
}
