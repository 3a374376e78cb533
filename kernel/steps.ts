/** The transition table of a stateful noun: what may happen from where, and where it leads. */
export type Steps<Step extends string, Status extends string> = Readonly<
  Record<Step, { readonly from: readonly Status[]; readonly to: Status }>
>

export const canStep = <Step extends string, Status extends string>(
  steps: Steps<Step, Status>,
  status: Status,
  step: Step,
): boolean => steps[step].from.includes(status)

/** Every status of a table, each once. */
export const statusesOf = <Status extends string>(steps: Steps<string, Status>): Status[] => [
  ...new Set(Object.values(steps).flatMap(({ from, to }) => [...from, to])),
]

/** The steps open from a status, in the order of the table: what a page offers. */
export const stepsFrom = <Step extends string, Status extends string>(
  steps: Steps<Step, Status>,
  status: Status,
): Step[] => (Object.keys(steps) as Step[]).filter((step) => canStep(steps, status, step))
