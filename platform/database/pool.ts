import type { Writable } from 'node:stream'
import { Kysely, type Transaction } from 'kysely'
import pg from 'pg'
import { HeardClient } from './heard-client.ts'
import { askingInOneGo } from './in-one-go.ts'
import { askPrepared } from './prepared.ts'
import type { DB } from './schema.ts'
import { insideTransaction } from './transaction.ts'

export type Database = Kysely<DB>
export type OpenTransaction = Transaction<DB>

export interface DatabaseOptions {
  readonly url: string
  readonly maxConnections?: number
  /** How long a caller waits for a free connection before the answer is "busy". */
  readonly poolWaitMillis?: number
  readonly statementTimeoutMillis?: number
  /** False lets commits return before they are on disk: for data that can be made again, never for a shop. */
  readonly durable?: boolean
  readonly onError?: (error: Error) => void
}

const usualStatementMillis = 5_000

/** How much longer than a statement may take we wait for a word about it. */
const graceMillis = 5_000

/** Opens the pool. Every wait has an end (R9 of our reliability rules), and a lost connection never ends the process. */
export function openDatabase(options: DatabaseOptions): Database {
  const { statementTimeoutMillis = usualStatementMillis } = options
  const pool = new pg.Pool({
    connectionString: options.url,
    Client: class extends TemporalClient {
      override silenceMillis = statementTimeoutMillis + graceMillis
    },
    max: options.maxConnections ?? 16,
    connectionTimeoutMillis: options.poolWaitMillis ?? 400,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'zhanggui',
    options: [
      `-c statement_timeout=${statementTimeoutMillis}`,
      '-c lock_timeout=2000',
      '-c idle_in_transaction_session_timeout=5000',
      '-c client_connection_check_interval=1000',
      '-c parallel_setup_cost=20000', // a page of a list is found before PostgreSQL's helpers have begun (8 ms)
      ...spelling,
      ...(options.durable === false ? ['-c synchronous_commit=off'] : []),
    ].join(' '),
  })
  const onError = options.onError ?? (() => {})
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const connect = rested(pool.connect.bind(pool))
  const checked = Object.assign(pool, {
    connect: () => {
      if (insideTransaction()) throw new Error('a second connection was asked for inside a transaction: use tx.db')
      return connect()
    },
  })
  return new Kysely<DB>(askingInOneGo({ pool: checked as pg.Pool }))
}

/** What a server or role may be set up to say in other ways, and we read in one. */
const spelling = [
  'timezone=UTC',
  'datestyle=ISO',
  'intervalstyle=postgres',
  'bytea_output=hex',
  'extra_float_digits=1',
  'standard_conforming_strings=on',
  'default_transaction_isolation=read\\ committed',
].map((setting) => `-c ${setting}`)

const restMillis = 100

/**
 * When no connection can be made, nobody else tries for a tenth of a second: a server that comes back is not met by a crowd. A failure that
 * arrives late, when somebody has got a connection since it was asked for, says nothing of the server any more.
 */
function rested(connect: () => Promise<pg.PoolClient>): () => Promise<pg.PoolClient> {
  let failure: unknown
  let until = 0
  let lastHad = 0
  return async () => {
    const asked = performance.now()
    if (asked < until) throw failure
    try {
      const client = await connect()
      lastHad = performance.now()
      return client
    } catch (error) {
      failure = error
      const allInUse = /^timeout exceeded/.test((error as Error).message) // then there is a server
      if (!allInUse && lastHad < asked) until = performance.now() + restMillis
      throw error
    }
  }
}

const { builtins } = pg.types
const types = new pg.TypeOverrides()
types.setTypeParser(builtins.INT8, (text: string) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is outside the safe integer range`)
  return number
})
types.setTypeParser(builtins.TIMESTAMPTZ, (text: string) => Temporal.Instant.from(text.replace(' ', 'T')))
types.setTypeParser(builtins.DATE, (text: string) => Temporal.PlainDate.from(text))

/** A client that reads and writes Temporal values, and safe whole numbers for int8. */
class TemporalClient extends HeardClient {
  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), types, pipeline: true })
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads; only a text with its values is touched here
  override query(config: any, values?: any, callback?: any): any {
    this.#sendTogether()
    if (typeof config !== 'string' || !values?.length) return super.query(config, values, callback)
    const parameters = values.map(toParameter)
    const ask = (name: string | undefined) => super.query({ name, text: config, values: [...parameters] }, callback)
    return askPrepared(config, ask, () => !insideTransaction())
  }

  /** What is asked before this process turns to something else leaves in one piece. */
  #sendTogether(): void {
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection
    if (stream.writableCorked > 0) return
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
}

function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString()
  if (Array.isArray(value)) return value.map(toParameter)
  return value
}
