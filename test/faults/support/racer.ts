import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { Refusal, type RefusalKind } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { openDatabase } from '#platform/database'
import { ProviderUnreachable } from '#platform/payments'
import { aContext } from '#test/context'
import { fakeGateway, onlyDesk } from '#test/fake-gateway'
import { fakeCarriers } from '#test/orders'
import { type MoveName, moves } from '../moves.ts'
import type { Call, FromRacer, Outcome, ToRacer } from './race.ts'
import { pack, unpack } from './wire.ts'

/**
 * One of the processes that race: opens the database, puts the house together as a test does, waits behind the barrier until it is told to
 * go, and makes its moves all at once. The payment provider lives in the test's process, so that all who race see the same books.
 */
const say = (message: FromRacer): unknown => process.send!(pack(message))

/** How long a transaction waits before each of its writes: room for others between its check and its act. */
let gapMillis = 0
/** What the database has said no with, whether or not the transaction was repeated after it. */
let failures: string[] = []
const { query } = pg.Client.prototype
const writes = /^\s*(with|insert|update|delete)\b/i

// biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads; they are passed on as they came
pg.Client.prototype.query = function (this: pg.Client, ...args: any[]): any {
  const text: unknown = typeof args[0] === 'string' ? args[0] : args[0]?.text
  const ask = () => {
    const answer = Reflect.apply(query, this, args)
    if (answer instanceof Promise) answer.catch(({ code }: { code?: string }) => code && failures.push(code))
    return answer
  }
  return gapMillis > 0 && typeof text === 'string' && writes.test(text) ? sleep(gapMillis).then(ask) : ask()
}

const db = openDatabase({
  url: process.argv[2]!,
  poolWaitMillis: 20_000,
  statementTimeoutMillis: 20_000,
  maxConnections: 20,
})
const desk = fakeGateway(() => Temporal.Now.instant())
const house = aContext(db, { outside: { carriers: fakeCarriers() } })

const answers = new Map<number, PromiseWithResolvers<unknown>>()
let asked = 0

/** The provider's books are kept by the test. */
function providerOf({ shopId }: Pick<Context, 'shopId'>): Context['outside']['payments'] {
  const ask =
    (verb: string) =>
    (...args: unknown[]): Promise<never> => {
      const waiting = Promise.withResolvers<unknown>()
      answers.set(++asked, waiting)
      say({ ask: asked, shopId, verb, args })
      return waiting.promise as Promise<never>
    }
  const verbs = ['create', 'query', 'close', 'refund', 'queryRefund', 'pay', 'noticeOf'] as const
  return onlyDesk({ ...desk, ...Object.fromEntries(verbs.map((verb) => [verb, ask(verb)])) })
}

const contextOf = (given: Call['given']): Context => ({
  ...house,
  ...given,
  outside: { ...house.outside, payments: providerOf(given) },
})

async function make({ move, given, input }: Call): Promise<Outcome> {
  try {
    const act = moves[move as MoveName] as (ctx: Context, input: unknown) => Promise<unknown>
    return { ok: true, value: await act(contextOf(given), input) }
  } catch (error) {
    const { message, stack = '' } = error as Error
    const { code = '' } = error as { code?: string }
    if (error instanceof Refusal) return { ok: false, refused: code, details: error.details }
    return { ok: false, bug: `${code} ${message}\n${stack}` }
  }
}

const waiting: { calls: readonly Call[]; gapMillis: number } = { calls: [], gapMillis: 0 }

const warm = () => Promise.all(Array.from({ length: 12 }, () => sql`select pg_sleep(0.02)`.execute(db)))

process.on('message', async (text: string) => {
  const message = unpack(text) as ToRacer
  if ('run' in message) {
    Object.assign(waiting, message.run)
    return say({ ready: true })
  }
  if ('go' in message) {
    gapMillis = waiting.gapMillis
    failures = []
    return say({ outcomes: await Promise.all(waiting.calls.map(make)), failures })
  }
  const answer = answers.get(message.answer)!
  answers.delete(message.answer)
  if (!message.error) return answer.resolve(message.value)
  const { kind, code, details, text: words } = message.error
  answer.reject(kind ? new Refusal(kind as RefusalKind, code, details, words) : new ProviderUnreachable('fake', words))
})

await warm()
say({ ready: true })
