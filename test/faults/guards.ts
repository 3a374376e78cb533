import type { Replacement } from './support/replace-on-load.ts'

/** A guard of ours, and the source without it: its race test must fail when it is off. */
export interface Guard extends Replacement {
  readonly name: string
}

export const guards: readonly Guard[] = []
