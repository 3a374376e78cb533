import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#kernel/refusal'
import type { Context, ShopId } from '#platform/context'
import type { FakeGateway } from '#test/fake-gateway'
import type { MoveName, Moves } from '../moves.ts'
import { armed } from './faults.ts'
import { pack, unpack } from './wire.ts'

/** What of a caller's context travels to another process. */
type Given = Pick<Context, 'shopId' | 'actor' | 'now' | 'locale' | 'origin' | 'repeat' | 'seen'>

export interface Call {
  readonly move: string
  readonly given: Given
  readonly input: unknown
}

/** What became of a move: an answer, a no of the business, or something that must never happen. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refused: string; readonly details: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly bug: string }

export interface Raced {
  readonly outcomes: readonly Outcome[]
  /** SQLSTATEs of the statements that failed, repeated ones too. */
  readonly failures: readonly string[]
}

export type ToRacer =
  | { readonly run: { readonly calls: readonly Call[]; readonly gapMillis: number } }
  | { readonly go: true }
  | {
      readonly answer: number
      readonly value?: unknown
      readonly error?: { kind?: string; code: string; details: Readonly<Record<string, unknown>>; text: string }
    }

export type FromRacer =
  | { readonly ready: true }
  | Raced
  | { readonly ask: number; readonly shopId: ShopId; readonly verb: string; readonly args: readonly unknown[] }

/** A move somebody makes when the barrier falls. */
export function move<Name extends MoveName>(
  name: Name,
  { shopId, actor, now, locale, origin, repeat, seen }: Context,
  input: Parameters<Moves[Name]>[1],
): Call {
  return { move: name, given: { shopId, actor, now, locale, origin, repeat, seen }, input }
}

export interface Racers {
  /** Lets all calls go at once, in turn from one process and the other; the outcomes in the order of the calls. */
  race(calls: readonly Call[], options?: { gapMillis?: number }): Promise<Raced>
  /** From now on the racers' calls about a shop reach this provider. */
  serve(shopId: ShopId, gateway: FakeGateway): void
  stop(): Promise<void>
}

/** Processes that race against one database, two unless said, with these guards taken away. */
export async function startRacers(
  databaseUrl: string,
  { guardsOff = [], processes = 2 }: { readonly guardsOff?: readonly string[]; readonly processes?: number } = {},
): Promise<Racers> {
  const gateways = new Map<ShopId, FakeGateway>()
  const racers = await Promise.all(
    Array.from({ length: processes }, () => startRacer(databaseUrl, guardsOff, gateways)),
  )
  return {
    async race(calls, { gapMillis = 0 } = {}) {
      const shares = racers.map((_, turn) => calls.filter((__, index) => index % racers.length === turn))
      await Promise.all(racers.map((racer, turn) => racer.prepare(shares[turn]!, gapMillis)))
      const raced = await Promise.all(racers.map((racer) => racer.go()))
      return {
        outcomes: calls.map((_, index) => raced[index % racers.length]!.outcomes[Math.floor(index / racers.length)]!),
        failures: raced.flatMap((each) => each.failures),
      }
    },
    serve: (shopId, gateway) => gateways.set(shopId, gateway),
    stop: async () => void (await Promise.all(racers.map((racer) => racer.stop()))),
  }
}

interface Racer {
  prepare(calls: readonly Call[], gapMillis: number): Promise<unknown>
  go(): Promise<Raced>
  stop(): Promise<void>
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Sources need not be compiled anew for every race. */
const compiled = join(tmpdir(), 'zhanggui-scenes')

async function startRacer(
  databaseUrl: string,
  guardsOff: readonly string[],
  gateways: ReadonlyMap<ShopId, FakeGateway>,
): Promise<Racer> {
  const child = fork(here('racer.ts'), [databaseUrl], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled, ...armed([]), GUARD_OFF: guardsOff.join(',') },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaints = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    complaints += chunk
  })
  let waiting = expected()
  const next = async (): Promise<FromRacer> => {
    const message = await waiting.promise
    waiting = expected()
    return message
  }
  child.on('message', (text: string) => {
    const message = unpack(text) as FromRacer
    if ('ask' in message) void answer(child, gateways, message)
    else waiting.resolve(message)
  })
  child.on('exit', (code) => waiting.reject(new Error(`a racer ended with ${code}: ${complaints}`)))
  await next()
  const tell = (message: ToRacer) => {
    child.send(pack(message))
    return next()
  }
  return {
    prepare: (calls, gapMillis) => tell({ run: { calls, gapMillis } }),
    go: async () => {
      const message = await tell({ go: true })
      return 'outcomes' in message ? message : { outcomes: [], failures: [] }
    },
    stop: async () => {
      child.removeAllListeners('exit')
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** A message to come. A racer that ends while nobody waits for it is noticed by the next who does. */
function expected(): PromiseWithResolvers<FromRacer> {
  const message = Promise.withResolvers<FromRacer>()
  message.promise.catch(() => {})
  return message
}

/** Asks the provider of the shop in a racer's stead. */
async function answer(
  child: ChildProcess,
  gateways: ReadonlyMap<ShopId, FakeGateway>,
  { ask, shopId, verb, args }: Extract<FromRacer, { ask: number }>,
): Promise<void> {
  const gateway = gateways.get(shopId) as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>
  try {
    child.send(pack({ answer: ask, value: await gateway[verb]!(...args) } satisfies ToRacer))
  } catch (error) {
    const { message: text } = error as Error
    const refused = error instanceof Refusal ? error : undefined
    const { kind, code = '', details = {} } = refused ?? {}
    child.send(pack({ answer: ask, error: { kind, code, details, text } } satisfies ToRacer))
  }
}
