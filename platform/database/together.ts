import type { Reader } from '#platform/context'
import { insideTransaction } from './transaction.ts'

/** Asks for several things at once; the answers stand in the order of the questions. */
type AskAll<Question, Answer> = (reader: Reader, questions: readonly Question[]) => Promise<readonly Answer[]>

interface Asked<Question, Answer> {
  readonly reader: Reader
  readonly question: Question
  readonly answer: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

interface Counter<Question, Answer> {
  waiting: Asked<Question, Answer>[]
  /** Statements that are on their way. */
  asking: number
  isCalled: boolean
}

/** While these are on their way to the database and back, the next is gathered. */
const mostAsking = 3
/** More in one statement would make the first wait for the last. */
const mostQuestions = 64

/**
 * Questions that come in the same moment (in one turn of the event loop, or while three statements with earlier ones are on their way) are asked in one
 * statement, of one shop and in one language: most of what a small question costs is its way to the database and back. Nothing is kept after the answer.
 * Inside a transaction each is asked by itself.
 */
export function together<Question, Answer>(
  askAll: AskAll<Question, Answer>,
): (reader: Reader, question: Question) => Promise<Answer> {
  const counters = new WeakMap<Reader['db'], Map<string, Counter<Question, Answer>>>()
  const counterOf = ({ db, shopId, locale }: Reader): Counter<Question, Answer> => {
    const ofDatabase = counters.get(db) ?? new Map<string, Counter<Question, Answer>>()
    counters.set(db, ofDatabase)
    const key = `${shopId} ${locale}`
    const counter = ofDatabase.get(key) ?? { waiting: [], asking: 0, isCalled: false }
    ofDatabase.set(key, counter)
    return counter
  }
  const serve = (counter: Counter<Question, Answer>): void => {
    counter.isCalled = false
    while (counter.asking < mostAsking && counter.waiting.length > 0) {
      const asked = counter.waiting.splice(0, mostQuestions)
      counter.asking += 1
      void answerAll(askAll, asked).then(() => {
        counter.asking -= 1
        call(counter)
      })
    }
  }
  const call = (counter: Counter<Question, Answer>): void => {
    if (counter.isCalled || counter.asking >= mostAsking || counter.waiting.length === 0) return
    counter.isCalled = true
    setImmediate(serve, counter)
  }
  return async (reader, question) => {
    if (insideTransaction()) return (await askAll(reader, [question]))[0] as Answer
    const counter = counterOf(reader)
    return new Promise((answer, fail) => {
      counter.waiting.push({ reader, question, answer, fail })
      call(counter)
    })
  }
}

/** In the name of the last who asks: the moment it knows is the latest. */
async function answerAll<Question, Answer>(
  askAll: AskAll<Question, Answer>,
  asked: readonly Asked<Question, Answer>[],
): Promise<void> {
  try {
    const questions = asked.map(({ question }) => question)
    const answers = await askAll(asked.at(-1)!.reader, questions)
    for (const [at, { answer }] of asked.entries()) answer(answers[at] as Answer)
  } catch (error) {
    for (const { fail } of asked) fail(error)
  }
}
