/** How a notification behaves. */
export const noticeBehaviours = [
  'normal',
  'late',
  'twice',
  'tampered',
  'wrong_amount',
  'out_of_order',
  'never',
] as const
export type NoticeBehaviour = (typeof noticeBehaviours)[number]

/**
 * How an API call is answered. `timeout`: acts and never answers. `error`: 500 without acting. `duplicate`: acts as if
 * the call had come twice. `late_success`: a close is answered yes, and the buyer's payment then arrives all the same.
 */
export const answerBehaviours = ['normal', 'timeout', 'error', 'duplicate', 'late_success'] as const
export type AnswerBehaviour = (typeof answerBehaviours)[number]

export const operations = ['create', 'query', 'close', 'refund', 'query_refund'] as const
export type Operation = (typeof operations)[number]

export interface Script {
  readonly notice?: NoticeBehaviour
  readonly answer?: AnswerBehaviour
  /** The call `answer` is meant for; any call when absent. */
  readonly on?: Operation
  /** How often; once when absent. */
  readonly times?: number
}

export interface Behaviours {
  set(script: Script): void
  /** How the next notification behaves: as the buyer chose on the cashier page, else as the script says. */
  takeNotice(chosen?: NoticeBehaviour): NoticeBehaviour
  takeAnswer(operation: Operation): AnswerBehaviour
}

export function behaviours(): Behaviours {
  let notice = { behaviour: 'normal' as NoticeBehaviour, left: 0 }
  let answer = { behaviour: 'normal' as AnswerBehaviour, left: 0, on: undefined as Operation | undefined }
  return {
    set: (script) => {
      const left = script.times ?? 1
      if (script.notice) notice = { behaviour: script.notice, left }
      if (script.answer)
        answer = { behaviour: script.answer, left, on: script.answer === 'late_success' ? 'close' : script.on }
    },
    takeNotice: (chosen = 'normal') => {
      if (chosen !== 'normal' || notice.left === 0) return chosen
      notice.left -= 1
      return notice.behaviour
    },
    takeAnswer: (operation) => {
      if (answer.left === 0 || (answer.on && answer.on !== operation)) return 'normal'
      answer.left -= 1
      return answer.behaviour
    },
  }
}
