import { createHash } from 'node:crypto'

export interface Split {
  /** What each person had, the oldest first, without what is to be found. */
  readonly pasts: readonly (readonly string[])[]
  readonly targets: readonly string[]
  readonly byPopularity: readonly string[]
}

/** Between a person and the items: blanks, tabs, commas, semicolons, bars, a colon after the person; quotes are nothing. */
const separators = /[\s,;|:]+/

/**
 * Reads one person a line (`person item item …`, the oldest first, separated by blanks, tabs, commas, semicolons, bars or colons) and sets the last item aside as the target, or the last but one, with everything after it
 * forgotten. Whoever has too few items is left out. Names are blurred, so that the order in which a file numbers its items tells nothing where two score alike.
 */
export function leaveLastOut(text: string, fromEnd: number): Split {
  const lists = text
    .split('\n')
    .map((line) => line.replaceAll('"', ' ').trim().split(separators).slice(1))
    .filter((list) => list.length > fromEnd)
    .map((list) => list.map(blurred))
  const pasts = lists.map((list) => list.slice(0, -fromEnd))
  const counts = new Map<string, number>()
  for (const item of pasts.flat()) counts.set(item, (counts.get(item) ?? 0) + 1)
  const byPopularity = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
  return { pasts, targets: lists.map((list) => list.at(-fromEnd)!), byPopularity }
}

const names = new Map<string, string>()

function blurred(item: string): string {
  const known = names.get(item) ?? createHash('sha256').update(item).digest('base64url')
  names.set(item, known)
  return known
}
