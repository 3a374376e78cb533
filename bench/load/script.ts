/**
 * What the generator does again and again, on so many connections at once. A script is a module of its own, because it is loaded
 * into the generator's process; its arguments are plain data.
 */
export interface Script<Args> {
  /** Opens what all callers share. Called once for each load. */
  open(args: Args): Promise<Opened> | Opened
}

export interface Opened {
  /** What one connection does. */
  caller(index: number): Act
  close?(): Promise<void> | void
}

/**
 * One thing that is timed, from asking to the answer. Returns how it ended where there are several good ends (`accepted`, `sold out`);
 * what is thrown counts as `failed`.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: an act with one good end returns nothing
export type Act = () => Promise<string | void>

/** A caller's own row of numbers from 0 to below 1, the same at every run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of these, each as likely as the others. */
export const oneOf = <One>(random: () => number, list: readonly One[]): One => list[Math.floor(random() * list.length)]!
