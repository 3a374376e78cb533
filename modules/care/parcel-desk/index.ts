export { answerParcelQuestion, noteOnQuestion } from './answer-question.ts'
export { askAboutParcel } from './ask-about-parcel.ts'
export { findQuestions, loadQuestion, type QuestionRow, questionsOf } from './find-questions.ts'
export { askable } from './question.ts'
