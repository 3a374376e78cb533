import type { Reader } from '#platform/context'
import { insideTransaction } from './transaction.ts'

/** Asks for several things at once; the answers stand in the order of the questions. */
type AskAll<Question, Answer> = (reader: Reader, questions: readonly Question[]) => Promise<readonly Answer[]>

interface Asked<Question, Answer> {
  readonly question: Question
  readonly answer: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

/** More would make the first wait for the last. */
const atMost = 64

/**
 * Questions that come in the same turn of the event loop are asked in one statement, of one shop and in one language: under load most of what a
 * small question costs is its way to the database and back. Nothing is kept after the answer. Inside a transaction each is asked by itself.
 */
export function together<Question, Answer>(
  askAll: AskAll<Question, Answer>,
): (reader: Reader, question: Question) => Promise<Answer> {
  const waiting = new Map<unknown, Map<string, Asked<Question, Answer>[]>>()
  return async (reader, question) => {
    if (insideTransaction()) return (await askAll(reader, [question]))[0] as Answer
    const { db, shopId, locale } = reader
    const ofDatabase = waiting.get(db) ?? new Map<string, Asked<Question, Answer>[]>()
    waiting.set(db, ofDatabase)
    const key = `${shopId} ${locale}`
    return new Promise((answer, fail) => {
      const asked = ofDatabase.get(key)
      if (asked && asked.push({ question, answer, fail }) < atMost) return
      if (asked) return void ofDatabase.delete(key)
      const first = [{ question, answer, fail }]
      ofDatabase.set(key, first)
      setImmediate(() => {
        if (ofDatabase.get(key) === first) ofDatabase.delete(key)
        if (ofDatabase.size === 0) waiting.delete(db)
        void answerAll(askAll, reader, first)
      })
    })
  }
}

async function answerAll<Question, Answer>(
  askAll: AskAll<Question, Answer>,
  reader: Reader,
  asked: readonly Asked<Question, Answer>[],
): Promise<void> {
  try {
    const answers = await askAll(
      reader,
      asked.map(({ question }) => question),
    )
    for (const [at, { answer }] of asked.entries()) answer(answers[at] as Answer)
  } catch (error) {
    for (const { fail } of asked) fail(error)
  }
}
