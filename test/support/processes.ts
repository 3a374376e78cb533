import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const main = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'main.mjs')

/** `zhanggui` with these words and this environment, nothing of ours besides. */
export function zhanggui(args: readonly string[], env: Record<string, string>, input = ''): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', LANG: 'en', ...env },
  })
  child.stdin!.end(input)
  return child
}

/** What a command says and how it ends. */
export async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { code, said: `${out}${err}` }
}

/** What a house says until it is ready, or until it has said these words. @throws Error with its words when it does not come so far */
export async function ready(child: ChildProcess, words = 'Zhanggui is ready'): Promise<string> {
  let said = ''
  for await (const piece of child.stdout!.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += piece
    if (said.includes(words)) break
  }
  child.stdout!.resume()
  if (!said.includes(words)) throw new Error(`it did not start: ${said}${await text(child.stderr!)}`)
  child.stderr!.resume()
  return said
}

/** Asks a process to end and waits until it has. Returns its exit code. */
export async function asked(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = await exited
  return code as number | null
}
