import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BareAnswers } from './bare-server.ts'

export interface BareServer {
  readonly url: string
  stop(): void
}

/** Bare Fastify in a process of its own, answering what the product answered to these paths: the most that HTTP from Node allows. */
export async function openBareServer(productUrl: string, paths: readonly string[]): Promise<BareServer> {
  const answers = await Promise.all(paths.map((path) => fetch(`${productUrl}${path}`)))
  const type = answers[0]!.headers.get('content-type')!
  const bodies = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())))
  const child = fork(fileURLToPath(new URL('./bare-server.ts', import.meta.url)), [])
  child.send({ type, bodies: bodies.map((body) => body.toString('base64')) } satisfies BareAnswers)
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  return { url, stop: () => child.disconnect() }
}
