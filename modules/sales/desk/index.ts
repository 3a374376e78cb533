export { acceptPayment } from './accept-payment.ts'
export { callList, type DueContact } from './call-list.ts'
export { type ChangeComment, changeComment, commentsChangeFor, removeComment } from './change-comment.ts'
export { type CheckOrder, checkOrder, checksOf } from './checks.ts'
export { type ChooseSettlement, chooseSettlement, serveWaiting } from './choose-settlement.ts'
export { type CommentOrder, commentOrder } from './comments.ts'
export { confirmationOf, type SettleConfirmation, settleConfirmation } from './confirmations.ts'
export { type ContactWithBuyer, contactsOf, contactsWith, type KeepContact, keepContact } from './contacts.ts'
export { deskPersonalData } from './desk-data.ts'
export { countIssues, findIssues, type IssueFilter, issuesOfOrder } from './find-issues.ts'
export {
  askFeedback,
  type FollowUpFilter,
  findFollowUps,
  followUpOf,
  type GiveFeedback,
  giveFeedback,
} from './follow-ups.ts'
export { deskClockJobs, deskListeners } from './jobs.ts'
export { type RaiseIssue, raiseIssue } from './raise-issue.ts'
export { sendPart } from './send-part.ts'
export { settleIssue, takeIssue } from './settle-issue.ts'
export { shortageOf } from './shortage-store.ts'
export { watchJobs } from './watch-jobs.ts'
