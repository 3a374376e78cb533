import { parseArgs } from 'node:util'
import { commands } from './commands.ts'
import { cliText } from './text.ts'
import { say } from '#kernel/text'
import { isRefusal } from '#kernel/refusal'
import { houseTexts } from '../texts.ts'

const locale = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh' : 'en'
const [name = 'help', ...rest] = process.argv.slice(2)

/** True exit codes: 0 done, 1 failed, 2 not understood. */
async function main(): Promise<number> {
  const command = commands[name]
  if (!command || rest.includes('--help')) {
    console.log(usage(command ? [name] : Object.keys(commands)))
    return command || name === 'help' || name === '--help' ? 0 : 2
  }
  const { values, positionals } = parseArgs({ args: rest, options: command.options, allowPositionals: true })
  return command.run({ values, positionals, locale })
}

const usage = (names: readonly string[]): string =>
  [say(cliText, locale, 'usage'), '', ...names.map((each) => `  ${commands[each]!.usage.padEnd(44)} ${say(cliText, locale, `command.${each}`)}`)].join('\n')

try {
  process.exitCode = await main()
} catch (error) {
  const { message, code } = error as Error & { code?: string }
  const text = isRefusal(error) ? say(houseTexts, locale, error.code, error.details) : message
  console.error(`zhanggui: ${text}`)
  process.exitCode = code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1
}
