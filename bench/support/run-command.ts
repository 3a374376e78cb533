import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `zhanggui` with these words in a process of its own. Returns what it says. @throws Error when it fails */
export async function runCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<string> {
  const child = spawn(process.execPath, ['apps/cli/main.mjs', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, LANG: 'en', LOG_LEVEL: 'warn', ...env },
  })
  child.stdin.end(input)
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  if (code !== 0)
    throw new Error(`zhanggui ${words[0]} ended with ${code}: ${said.slice(-1_000)}${complaint.slice(-1_000)}`)
  return said
}
