import { parseArgs } from 'node:util'
import { isRefusal } from '#kernel/refusal'
import { type Locale, say } from '#kernel/text'
import { houseTexts } from '../texts.ts'
import { notUnderstood } from './command.ts'
import { commands } from './commands.ts'
import { cliText } from './text.ts'

let locale: Locale = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh' : 'en'

/** True exit codes: 0 done, 1 failed, 2 not understood. `--lang zh|en`, anywhere, chooses the language; else the system's does. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const chosen = words.findIndex((each) => each === '--lang' || each.startsWith('--lang='))
  if (chosen < 0) return run(words)
  const [, inside] = words[chosen]!.split('=')
  const language = inside ?? words[chosen + 1]
  if (language !== 'zh' && language !== 'en') return notUnderstood(say(cliText, locale, 'language-unknown'))
  locale = language
  process.env.LC_ALL = language === 'zh' ? 'zh_CN.UTF-8' : 'en' // for the processes that this one starts
  return run(words.toSpliced(chosen, inside === undefined ? 2 : 1))
}

async function run([name = 'help', ...rest]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) return tell(usage(Object.keys(commands)))
  const command = commands[name]
  if (!command) {
    return notUnderstood(`${say(cliText, locale, 'unknown-command', { name })}\n\n${usage(Object.keys(commands))}`)
  }
  if (rest.includes('--help') || rest.includes('-h')) return tell(usage([name]))
  try {
    const { values, positionals } = parseArgs({ args: rest, options: command.options, allowPositionals: true })
    return await command.run({ values, positionals, locale })
  } catch (error) {
    return failed(error)
  }
}

function tell(text: string): number {
  console.log(text)
  return 0
}

function failed(error: unknown): number {
  const { message, code } = error as Error & { code?: string }
  const text = isRefusal(error) ? say(houseTexts, locale, error.code, error.details) : message
  console.error(`zhanggui: ${text}`)
  return code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1
}

const usage = (names: readonly string[]): string =>
  [
    say(cliText, locale, 'usage'),
    '',
    ...names.map((each) => `  ${commands[each]!.usage}\n      ${say(cliText, locale, `command.${each}`)}`),
  ].join('\n')
