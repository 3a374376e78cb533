import type { Reader } from '#platform/context'
import { type Answers, inOneGo } from './in-one-go.ts'

/**
 * Asks the database on one connection what does not need each other's answers, so that the questions leave in one piece and one process of
 * PostgreSQL answers them: the way there and back costs more than most of our questions. For reading; work inside a transaction keeps its connection.
 */
export function atOnce<const Asked extends readonly Promise<unknown>[]>(
  reader: Reader,
  ask: (reader: Reader) => Asked,
): Promise<Answers<Asked>> {
  if (reader.db.isTransaction) return inOneGo(ask(reader))
  return reader.db.connection().execute((db) => inOneGo(ask({ ...reader, db })))
}
