import {
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  type KyselyPlugin,
  type KyselyProps,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  SingleConnectionProvider,
  type TransactionSettings,
} from 'kysely'

/**
 * Asks in one transaction what does not need each other's answers: the statements leave together and are answered in their order, which spares each
 * the way there and back. All have ended when it ends, also when one failed: nothing is asked any more while the transaction is undone.
 *
 * @throws what the first one threw that failed by itself, and not because PostgreSQL refuses all that follows a failure
 */
export async function inOneGo<const Asked extends readonly Promise<unknown>[]>(asked: Asked): Promise<Answers<Asked>> {
  const ended = await Promise.allSettled(asked)
  const failed = ended.filter((one) => one.status === 'rejected')
  const first = failed.find(({ reason }) => reason?.code !== afterFailure) ?? failed[0]
  if (first) throw first.reason
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as Answers<Asked>
}

export type Answers<Asked extends readonly Promise<unknown>[]> = { -readonly [At in keyof Asked]: Awaited<Asked[At]> }
/** "current transaction is aborted, commands ignored until end of transaction block" */
const afterFailure = '25P02'

/** What Kysely needs to ask this database. By itself it sends the next statement of a transaction only after the answer to the one before. */
export function askingInOneGo(config: PostgresDialectConfig): KyselyProps {
  const dialect = new PostgresDialect(config)
  const driver = new ForwardDriver(config)
  void driver.init()
  const [compiler, adapter] = [dialect.createQueryCompiler(), dialect.createAdapter()]
  const executor = new OneGoExecutor(compiler, adapter, new DefaultConnectionProvider(driver))
  return { config: { dialect }, dialect, driver, executor }
}

/**
 * `begin` leaves together with the first statement. It fails only when the connection is lost or the session is cancelled from outside: then the
 * transaction is not committed.
 */
class ForwardDriver extends PostgresDriver {
  readonly #begun = new WeakMap<DatabaseConnection, Promise<void>>()

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const begun = super.beginTransaction(connection, settings)
    begun.catch(() => {}) // whoever commits hears of it
    this.#begun.set(connection, begun)
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#begun.get(connection)
    await super.commitTransaction(connection)
  }
}

type Given = ConstructorParameters<typeof DefaultQueryExecutor>

class OneGoExecutor extends DefaultQueryExecutor {
  readonly #compiler: Given[0]
  readonly #adapter: Given[1]

  constructor(compiler: Given[0], adapter: Given[1], provider: ConnectionProvider, plugins?: KyselyPlugin[]) {
    super(compiler, adapter, provider, plugins)
    this.#compiler = compiler
    this.#adapter = adapter
  }

  override withConnectionProvider(provider: ConnectionProvider): OneGoExecutor {
    const chosen = provider instanceof SingleConnectionProvider ? withoutTurns(provider) : provider
    return new OneGoExecutor(this.#compiler, this.#adapter, chosen, [...this.plugins])
  }
}

/** The same connection for all who ask, without waiting for each other. */
function withoutTurns(provider: ConnectionProvider): ConnectionProvider {
  const connection = provider.provideConnection(async (only) => only)
  return { provideConnection: async (consumer) => consumer(await connection) }
}
