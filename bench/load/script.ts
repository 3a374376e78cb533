import { dice } from '../../demo/shop/dice.ts'

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
export interface Act {
  // biome-ignore lint/suspicious/noConfusingVoidType: an act with one good end returns nothing
  (): Promise<string | void>
  /** Waits until the act may begin, which is not timed: for callers that keep a pace. */
  readonly ready?: () => Promise<void>
}

/** A caller's own row of numbers from 0 to below 1, the same at every run. */
export const randomOf = (seed: number): (() => number) => dice(seed).roll

/** One of these, each as likely as the others. */
export const oneOf = <One>(random: () => number, list: readonly One[]): One => list[Math.floor(random() * list.length)]!
