import { type Circuit, circuit, type Verdict } from './circuit.ts'
import { type CallLimits, exchange, type OutsideCall, type OutsideReply } from './exchange.ts'
import { retryAfterMillis } from './retry-after.ts'

export type { OutsideCall, OutsideReply } from './exchange.ts'

/** One circuit for each address we call, kept as long as the process lives; there are as many as there are providers. */
const circuits = new Map<string, OutsideWay>()

/** The way to one address of a provider. */
export interface OutsideWay {
  readonly provider: string
  readonly address: string
  readonly circuit: Circuit
}

/** The ways this process has gone so far, for its figures. */
export const outsideWays = (): readonly OutsideWay[] => [...circuits.values()]

/** A wish to be left alone is obeyed this long at most: a wrong one must not shut us out for a day. */
const longestRestMillis = 60_000

/**
 * Asks a provider one thing over HTTP. It always ends, follows no redirect, reads no more than allowed, and leaves a provider
 * alone that has stopped answering or that asks for it (`Retry-After`). An answer of 429 or 5xx counts against it and is handed
 * back like any other.
 *
 * @throws NoAnswer when no whole answer came; NotAsked, which is one, when nobody was asked
 * @throws AnswerTooLarge
 */
export function callOutside(provider: string, call: OutsideCall, limits: CallLimits): Promise<OutsideReply> {
  return wayTo(provider, call.url.origin).circuit.run(() => exchange(call, limits), verdictOf)
}

function wayTo(provider: string, address: string): OutsideWay {
  const key = `${provider} ${address}`
  const way = circuits.get(key) ?? { provider, address, circuit: circuit() }
  circuits.set(key, way)
  return way
}

function verdictOf({ status, headers }: OutsideReply): Verdict {
  const failed = status === 429 || status >= 500
  const restMillis = failed ? Math.min(retryAfterMillis(headers['retry-after']) ?? 0, longestRestMillis) : 0
  return { failed, restMillis }
}
