/** Something that happens at a moment; it may bring further moments. */
export interface Moment {
  readonly when: Temporal.Instant
  readonly happen: (when: Temporal.Instant) => Promise<readonly Moment[]>
}

export const after = (
  when: Temporal.Instant,
  duration: { hours?: number; minutes?: number },
  happen: Moment['happen'],
): Moment => ({ when: when.add(duration), happen })

/** What is still to come, whoever it happens to. */
export interface Timeline {
  /**
   * Lets everything happen that comes up to a moment, in the order of time. What lies within minutes of each other and happens to
   * different people happens together, so that our process and the database work side by side; `afterwards` is told the moment that came last.
   */
  until(end: Temporal.Instant, afterwards: (last: Temporal.Instant) => Promise<unknown>): Promise<void>
}

interface Coming extends Moment {
  readonly who: unknown
}

const together = 4
const minutesApart = 10

/** A timeline that begins with these moments; what they bring happens to the same person. */
export function timeline(beginnings: readonly Coming[]): Timeline {
  const coming = [...beginnings]
  return {
    async until(end, afterwards) {
      for (let round = takeRound(coming, end); round.length > 0; round = takeRound(coming, end)) {
        coming.push(...(await Promise.all(round.map(live))).flat())
        await afterwards(round.at(-1)!.when)
      }
    },
  }
}

const live = async ({ who, when, happen }: Coming): Promise<Coming[]> =>
  (await happen(when)).map((next) => ({ ...next, who }))

const { compare } = Temporal.Instant

function takeRound(coming: Coming[], end: Temporal.Instant): Coming[] {
  coming.sort((a, b) => compare(a.when, b.when))
  const last = coming[0]?.when.add({ minutes: minutesApart }) ?? end
  const round: Coming[] = []
  for (const moment of coming) {
    if (round.length === together || compare(moment.when, end) > 0 || compare(moment.when, last) > 0) break
    if (round.every(({ who }) => who !== moment.who)) round.push(moment)
  }
  for (const moment of round) coming.splice(coming.indexOf(moment), 1)
  return round
}
