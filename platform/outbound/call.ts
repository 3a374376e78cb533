import { type Circuit, circuit } from './circuit.ts'
import { type CallLimits, exchange, type OutsideCall, type OutsideReply } from './exchange.ts'

export type { OutsideCall, OutsideReply } from './exchange.ts'

/** One circuit for each address we call, kept as long as the process lives; there are as many as there are providers. */
const circuits = new Map<string, Circuit>()

/**
 * Asks a provider one thing over HTTP. It always ends, follows no redirect, reads no more than allowed, and leaves a provider
 * alone that has stopped answering. An answer of 429 or 5xx counts against it and is handed back like any other.
 *
 * @throws NoAnswer when no whole answer came, or nobody was asked
 * @throws AnswerTooLarge
 */
export function callOutside(provider: string, call: OutsideCall, limits: CallLimits): Promise<OutsideReply> {
  const key = `${provider} ${call.url.origin}`
  const way = circuits.get(key) ?? circuit()
  circuits.set(key, way)
  return way.run(
    () => exchange(call, limits),
    ({ status }) => status === 429 || status >= 500,
  )
}
