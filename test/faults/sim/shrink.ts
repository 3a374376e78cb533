import { type Place, type Played, play } from './play.ts'
import type { Step } from './program.ts'

/** What a failure is about, whatever it is called this time. */
export const gistOf = (message: string): string =>
  message
    .split('\n')[0]!
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/[A-Z]+\d{9,}/g, 'number')
    .replaceAll(/\d+/g, 'n')
    .slice(0, 60)

/**
 * The same failure with fewer steps: first what came after it is left out, then ever smaller pieces, as long as it still fails alike. It plays at
 * most so many programs.
 */
export async function shrink(place: Place, failed: Played, most = 40): Promise<Played> {
  let best = failed
  let left = most
  const attempt = async (steps: readonly Step[]): Promise<boolean> => {
    if (left === 0 || steps.length === 0) return false
    left -= 1
    const played = await play(place, failed.seed, steps)
    if (!played.failure || gistOf(played.failure.message) !== gistOf(failed.failure!.message)) return false
    best = played
    return true
  }
  await attempt(failed.steps.filter(({ index }) => index <= failed.failure!.after))
  for (let piece = Math.ceil(best.steps.length / 2); piece >= 1 && left > 0; piece = Math.floor(piece / 2))
    for (let at = 0; at < best.steps.length && left > 0; )
      if (!(await attempt(best.steps.toSpliced(at, piece)))) at += piece
  return best
}
