import { canStep, type Steps } from '#kernel/steps'
import { useText } from './language.ts'
import { frameText } from './text.ts'

/** Says why a step cannot be taken from a status, naming those it can be taken from; undefined when it can. */
export function useWhyNot<Step extends string, Status extends string>(
  steps: Steps<Step, Status>,
  nameOf: (status: Status) => string,
): (status: Status, step: Step) => string | undefined {
  const t = useText(frameText)
  return (status, step) =>
    canStep(steps, status, step)
      ? undefined
      : t('step.blocked', {
          now: nameOf(status),
          from: steps[step].from.map((each) => t('quoted', { text: nameOf(each) })).join(t('or')),
        })
}
