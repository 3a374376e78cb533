import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

const patience = new AsyncLocalStorage<number>()

/** Statements that this work asks may take so many milliseconds to be answered. The server must have been told too. */
export const patiently = <Result>(millis: number, work: () => Result): Result => patience.run(millis, work)

/** The same for rows that are read while somebody takes them. */
export async function* patientRows<Row>(millis: number, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  const reading = rows[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await patiently(millis, () => reading.next())
      if (done) return
      yield value
    }
  } finally {
    await reading.return?.()
  }
}

/**
 * A client that gives its connection up when a question has had no answer for so long. The server ends every statement by itself before
 * that; who hears nothing even then talks to nobody (a pulled cable, a firewall that forgot us), which TCP would notice after a quarter
 * of an hour. What was asked fails as with every lost connection.
 */
export class HeardClient extends pg.Client {
  protected silenceMillis = 30_000

  // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads; only the promised answer is looked at
  override query(config: any, values?: any, callback?: any): any {
    const answer: unknown = super.query(config, values, callback)
    if (answer instanceof Promise) this.awaitWord(answer)
    return answer
  }

  private awaitWord(answer: Promise<unknown>): void {
    let again: NodeJS.Immediate | undefined
    // A process that was late itself first reads what has arrived.
    const look = () => {
      again = setImmediate(() => this.connection.stream.destroy())
    }
    const timer = setTimeout(look, patience.getStore() ?? this.silenceMillis)
    const heard = () => {
      clearTimeout(timer)
      clearImmediate(again)
    }
    answer.then(heard, heard)
  }
}
