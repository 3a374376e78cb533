import type { FastifyRequest } from 'fastify'
import { refusal } from '#kernel/refusal'

/** What one sender may say in a second without proving who it is, before it is not listened to any more. */
export const mostUnproven = 50

export const tooManyUnproven = refusal(
  'too_many',
  'access.too_many_unproven',
  (_: { retryAfterSeconds: number }) => `more than ${mostUnproven} messages in a second proved nothing`,
)

export type Unproven = ReturnType<typeof countUnproven>

/**
 * Counts, sender by sender and second by second, the messages that were not genuine: a flood of them is turned away before a byte of
 * it is read or verified. Genuine ones are never counted, so that a provider may tell as much as it likes.
 */
export function countUnproven() {
  let present = { second: 0, senders: new Map<string, number>() }
  const sendersNow = ({ context }: FastifyRequest): Map<string, number> => {
    const second = Math.floor(context.now.epochMilliseconds / 1_000)
    if (second !== present.second) present = { second, senders: new Map() }
    return present.senders
  }
  return {
    /** @throws tooManyUnproven */
    async admit(request: FastifyRequest): Promise<void> {
      if ((sendersNow(request).get(request.ip) ?? 0) >= mostUnproven) throw tooManyUnproven({ retryAfterSeconds: 1 })
    },
    note(request: FastifyRequest): void {
      const senders = sendersNow(request)
      senders.set(request.ip, (senders.get(request.ip) ?? 0) + 1)
    },
  }
}
