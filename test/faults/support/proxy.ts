import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll } from 'vitest'

/** A way to a server that a test can spoil. Its own address stays, whatever happens behind it. */
export interface FaultProxy {
  readonly port: number
  /** How many connections were made, refused ones included. */
  readonly connections: number
  /** How many COMMITs it has cut. */
  readonly cuts: number
  /** The port of the server behind it. */
  target: number
  /** `refuse` closes every connection at once; `swallow` takes every byte and hands nothing on: a black hole. */
  mode: 'pass' | 'refuse' | 'swallow'
  /** Milliseconds that every piece takes on its way, and up to so many more. */
  delay: number
  jitter: number
  /**
   * Asked at every COMMIT of PostgreSQL: `before` cuts the connection so that the server never hears of it, `after` lets it commit and
   * cuts before its answer comes through.
   */
  atCommit: () => 'pass' | 'before' | 'after'
  /** Ends all connections there are. */
  cut(): void
}

/** A proxy before a server on this machine, gone after the file's last test. */
export async function openProxy(target: number): Promise<FaultProxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy()
  }
  const server = createServer((client) => {
    proxy.connections += 1
    client.on('error', () => {})
    if (proxy.mode === 'refuse') client.destroy()
    else join(client)
  })
  const proxy = {
    port: 0,
    connections: 0,
    cuts: 0,
    target,
    mode: 'pass' as FaultProxy['mode'],
    delay: 0,
    jitter: 0,
    atCommit: (() => 'pass') as FaultProxy['atCommit'],
    cut,
  }

  function join(client: Socket): void {
    const upstream = connect(proxy.target, '127.0.0.1')
    const pair = [client, upstream] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) socket.setNoDelay(true).on('error', end).on('close', end)
    let isCommitted = false
    pass(client, upstream, (piece) => {
      const wish = isCommit(piece) ? proxy.atCommit() : 'pass'
      if (wish !== 'pass') proxy.cuts += 1
      if (wish === 'before') end()
      isCommitted = wish === 'after'
      return wish !== 'before'
    })
    pass(upstream, client, () => {
      if (isCommitted) end() // the server has answered, so it has committed; nobody will hear of it
      return !isCommitted
    })
  }

  /** Hands pieces on one after the other, in their order, those that `may` go on. */
  function pass(from: Socket, to: Socket, may: (piece: Buffer) => boolean): void {
    let turn = Promise.resolve()
    from.on('data', (piece: Buffer) => {
      if (proxy.mode === 'swallow' || !may(piece)) return
      if (proxy.delay + proxy.jitter === 0) to.write(piece)
      else turn = turn.then(() => sleep(proxy.delay + Math.random() * proxy.jitter)).then(() => void to.write(piece))
    })
  }

  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  proxy.port = (server.address() as AddressInfo).port
  afterAll(async () => {
    cut()
    await new Promise((closed) => server.close(closed))
  })
  return proxy
}

/** A simple query of the one word: that is how transactions are ended by all that we use. */
const isCommit = (piece: Buffer): boolean => /^Q....commit\0$/is.test(piece.toString('latin1'))

/** The same address by way of the proxy, and so by TCP, not by the server's socket. */
export function through(proxy: FaultProxy, url: string): string {
  const way = Object.assign(new URL(url), { port: proxy.port })
  way.searchParams.delete('host')
  return way.href
}
