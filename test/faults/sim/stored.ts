import type { Step } from './program.ts'

/** A program that failed once, cut down to what it took. */
export interface Stored {
  readonly seed: number
  /** What was wrong. */
  readonly found: string
  readonly steps: readonly Step[]
}

/** Played on every `npm test`; what the simulator has found so far was found by programs that moves have outgrown, and stands as tests of the rooms. */
export const stored: readonly Stored[] = []
