import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Balancer {
  readonly url: string
  /** Requests that an upstream broke off or refused. */
  readonly failures: readonly string[]
  /** Addresses that are ready at this moment. */
  ready(): readonly number[]
  stop(): Promise<void>
}

/**
 * A small load balancer of the usual kind: it keeps connections open, asks `/readyz` five times a second, sends each request to the next
 * upstream that is ready, and never tries a request twice.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const agents = new Map(ports.map((port) => [port, new Agent({ keepAlive: true, maxSockets: 32 })]))
  const failures: string[] = []
  let [live, turn, isOpen] = [[] as number[], 0, true]
  const watching = (async () => {
    for (; isOpen; await sleep(200)) {
      const answers = await Promise.all(ports.map(isReady))
      live = ports.filter((_, index) => answers[index])
    }
  })()
  const server = createServer((incoming, outgoing) => {
    const port = live[turn++ % live.length]
    if (port === undefined) {
      failures.push('nobody is ready')
      outgoing.writeHead(502).end()
      return
    }
    const { method, url, headers } = incoming
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: agents.get(port) })
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode!, withoutConnection(answer.headers))
      answer.pipe(outgoing)
    })
    onward.on('error', (error) => {
      failures.push(`${method} ${url} to ${port}: ${error.message}`)
      outgoing.writeHead(502).end()
    })
    incoming.pipe(onward)
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failures,
    ready: () => live,
    async stop() {
      isOpen = false
      await watching
      for (const agent of agents.values()) agent.destroy()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`, {
    signal: AbortSignal.timeout(2_000),
    headers: { connection: 'close' },
  }).then(
    ({ ok }) => ok,
    () => false,
  )

const withoutConnection = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(connection|keep-alive)$/.test(name))) as Record<
    string,
    string
  >
