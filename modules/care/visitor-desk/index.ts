import type { ClockJob } from '#platform/jobs'
import { forgetContacts } from './forget-contacts.ts'

export { type AnswerVisitor, answerVisitor, closeQuestion, publishQuestion } from './answer.ts'
export { type AskTheShop, askTheShop } from './ask.ts'
export { findVisitorQuestions, ownQuestions, publishedQuestions, type VisitorQuestionFilter } from './find-questions.ts'
export { forgetContacts } from './forget-contacts.ts'
export {
  contactInvalid,
  contactMissing,
  dealtWith,
  forbiddenWords,
  notAnswered,
  questionWordsMissing,
  tooManyQuestions,
  visitorQuestionNotFound,
} from './question.ts'
export { visitorQuestionsPersonalData } from './questions-data.ts'
export { visitorDeskSettings } from './settings.ts'

export const visitorDeskClockJobs: ClockJob[] = [
  { name: 'visitorDesk.forgetContacts', everyMinutes: 60, run: forgetContacts },
]
