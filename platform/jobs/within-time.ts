import type { Context } from '#platform/context'

/** How long a listener or one shop's turn of a clock job may take, unless it says otherwise. */
const mostMinutes = 10

/** For work that goes through whole files or the whole house. */
export const hoursLong = 6 * 60

/**
 * Gives work so much time. When it is over the caller goes on with an error and the context's signal is given, so that nothing the
 * work may still do is committed: its next run has the field for itself.
 */
export async function withinTime(
  minutes: number | undefined,
  ctx: Context,
  work: (ctx: Context) => Promise<unknown>,
): Promise<void> {
  const allowed = minutes ?? mostMinutes
  const ending = new AbortController()
  const over = Promise.withResolvers<never>()
  const end = () => {
    const tooLong = new Error(`took longer than ${allowed} minutes`)
    ending.abort(tooLong)
    over.reject(tooLong)
  }
  const timer = setTimeout(end, allowed * 60_000)
  try {
    await Promise.race([work({ ...ctx, signal: ending.signal }), over.promise])
  } finally {
    clearTimeout(timer)
  }
}
