import { once } from 'node:events'
import type { Socket } from 'node:net'
import pg from 'pg'

export type CrashKind =
  /** The process is gone before the statement reaches the database. */
  | 'killed before'
  /** The process is gone after the database has done the statement: a COMMIT stands. */
  | 'killed after'
  /** Only the connection is gone, before the statement; the process lives and hears of it. */
  | 'cut before'
  /** The same once the database has done it: whoever asked does not know. */
  | 'cut after'

export interface Crash {
  readonly kind: CrashKind
  /** Which statement from now on it strikes, COMMITs included. */
  readonly statement: number
}

interface Armed extends Crash {
  left: number
  readonly dead: PromiseWithResolvers<void>
}

let armed: Armed | undefined
/** Server processes whose connection was broken: what they held is free once they have ended. */
const broken: number[] = []

/** What dead processes wait for. */
const hung: PromiseWithResolvers<never>[] = []
let death = Promise.withResolvers<never>()

class ConnectionLost extends Error {
  readonly code = 'ECONNRESET'

  constructor() {
    super('the simulator cut this connection')
  }
}

export const isCut = (error: unknown): boolean =>
  error instanceof ConnectionLost || /Connection terminated|not queryable/.test((error as Error)?.message ?? '')

/** Strikes what runs from now on. Resolves `dead` when the process is to be thought of as killed. */
export function arm(crash: Crash): { readonly dead: Promise<void>; disarm(): boolean } {
  const mine: Armed = { ...crash, left: crash.statement, dead: Promise.withResolvers<void>() }
  armed = mine
  return {
    dead: mine.dead.promise,
    disarm() {
      if (armed === mine) armed = undefined
      return mine.left <= 0
    },
  }
}

/** Server processes that were left behind since the last time anybody asked. */
export const leftBehind = (): number[] => broken.splice(0)

/** Ends what a dead process still waits for, once it can reach neither database nor world any more: memory that is shared must not wait for it. */
export function bury(): void {
  for (const { reject } of hung.splice(0)) reject(new ConnectionLost())
  death.promise.catch(() => {})
  death.reject(new ConnectionLost())
  death = Promise.withResolvers()
}

type Connect = (this: pg.Pool) => Promise<pg.PoolClient>
const pools = pg.Pool.prototype as unknown as { connect: Connect }
const { connect } = pools

/** Who waits for a connection when the process dies is dead too. */
pools.connect = function (this: pg.Pool): Promise<pg.PoolClient> {
  const { promise } = death
  promise.catch(() => {})
  return Promise.race([connect.call(this), promise])
}

type Ask = (this: pg.Client, ...args: unknown[]) => Promise<unknown>
const { prototype } = pg.Client as unknown as { prototype: { query: Ask } }
const ask = prototype.query

/** Every statement of this process goes through here; it does nothing until a crash is armed. */
prototype.query = function (this: pg.Client, ...args: unknown[]): Promise<unknown> {
  if (!armed || --armed.left !== 0) return ask.apply(this, args)
  const { kind, dead } = armed
  armed = undefined
  const strike = async () => {
    const { processID, connection } = this as unknown as { processID: number; connection: { stream: Socket } }
    broken.push(processID)
    const gone = once(connection.stream, 'close')
    connection.stream.destroy()
    await gone // the pool must have seen it, or it would hand the dead connection out again
    if (kind.startsWith('cut')) throw new ConnectionLost()
    dead.resolve()
    const never = Promise.withResolvers<never>()
    hung.push(never)
    return never.promise
  }
  if (kind.endsWith('before')) return Promise.resolve().then(strike)
  return ask.apply(this, args).then(strike)
}
