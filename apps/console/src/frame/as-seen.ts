import { ApiProblem } from './api.ts'

/** Sends a change with the version that was looked at; the call takes what it is handed. */
export type AsSeen = <Answer>(work: (ifMatch: { readonly ifMatch?: string }) => Promise<Answer>) => Promise<Answer>

/**
 * Changes a thing only as it was looked at. When somebody was faster, the refusal names who, and the page shows the thing as it is now: whoever
 * still means it says yes again.
 */
export const useAsSeen =
  (seen: string | undefined, reload: () => Promise<unknown>): AsSeen =>
  async (work) => {
    try {
      return await work(seen === undefined ? {} : { ifMatch: seen })
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.code === 'request.changed_meanwhile') await reload()
      throw error
    }
  }
