import type { Figures } from '#platform/metrics'

/** What the processes that serve one port say to the first of them. */
export type WordToFirst =
  | { readonly word: 'open' }
  /** Something happened that listeners wait for: the first wakes its relay. */
  | { readonly word: 'told' }
  /** Staff changed something that strangers may be shown from memory. */
  | { readonly word: 'changed' }
  /** Answers to `figures?`. */
  | { readonly word: 'figures'; readonly question: number; readonly figures: Figures }
  /** Somebody asks this process for the figures of all. */
  | { readonly word: 'all figures?'; readonly question: number }

/** What the first says to each of the others. */
export type WordFromFirst =
  | { readonly word: 'stop' }
  | { readonly word: 'changed' }
  | { readonly word: 'figures?'; readonly question: number }
  | { readonly word: 'all figures'; readonly question: number; readonly figures: readonly Figures[] }

/** Questions that wait for their answer under a number; who is not answered within a second is answered with what there is instead. */
export function openQuestions<Answer>() {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  return {
    ask(send: (question: number) => void, instead: Answer): Promise<Answer> {
      const question = ++last
      return new Promise<Answer>((answered) => {
        const end = (answer: Answer) => {
          clearTimeout(timer)
          waiting.delete(question)
          answered(answer)
        }
        const timer = setTimeout(end, patienceMillis, instead)
        waiting.set(question, end)
        send(question)
      })
    },
    answer: (question: number, answer: Answer): void => waiting.get(question)?.(answer),
  }
}

const patienceMillis = 1_000
