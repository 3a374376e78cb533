import {
  AnswerTooLarge,
  type CallLimits,
  callOutside,
  NoAnswer,
  NotAsked,
  type OutsideCall,
  type OutsideReply,
} from '#platform/outbound'
import { BadAnswer, ProviderBusy, ProviderUnreachable } from './errors.ts'

/** Source: reliability rule R9, outbound connect 1 s and 10 s in all for payments; answers up to 1 MB. */
export const paymentCallLimits: CallLimits = { connectMillis: 1_000, totalMillis: 10_000, bodyBytes: 1_048_576 }

/** A bill is large and nobody waits for it. */
export const billCallLimits: CallLimits = { connectMillis: 1_000, totalMillis: 60_000, bodyBytes: 50 * 1_048_576 }

/**
 * One exchange with a payment provider, in the words of this room.
 *
 * @throws ProviderUnreachable when no whole answer came in time; ProviderBusy, which is one, when nobody was asked
 * @throws BadAnswer when the answer is larger than allowed
 */
export async function callProvider(
  provider: string,
  call: OutsideCall,
  limits: CallLimits = paymentCallLimits,
): Promise<OutsideReply> {
  try {
    return await callOutside(provider, call, limits)
  } catch (error) {
    if (error instanceof AnswerTooLarge) throw new BadAnswer(provider, error.message)
    if (error instanceof NotAsked) throw new ProviderBusy(provider, error.message, { cause: error })
    if (error instanceof NoAnswer) throw new ProviderUnreachable(provider, error.message, { cause: error })
    throw error
  }
}
