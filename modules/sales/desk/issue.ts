import { refusal } from '#kernel/refusal'

export const issueNotFound = refusal(
  'not_found',
  'desk.issue_not_found',
  (d: { issueId: string }) => `there is no open issue ${d.issueId}`,
)
export const issueOpen = refusal(
  'conflict',
  'desk.issue_open',
  (d: { number: string }) => `${d.number} is among the abnormal ones already`,
)
export const wordsMissing = refusal('invalid', 'desk.words_missing', (_: { field: 'words' }) => 'nothing was written')
export const notAColleague = refusal(
  'invalid',
  'desk.not_a_colleague',
  (d: { field: 'mentions'; accountId: string }) => `${d.accountId} may not see orders here`,
)
export const commentNotFound = refusal(
  'not_found',
  'desk.comment_not_found',
  (d: { commentId: string }) => `there is no comment ${d.commentId}`,
)
export const commentNotYours = refusal(
  'conflict',
  'desk.comment_not_yours',
  (d: { commentId: string; by: string }) => `${d.commentId} was said by ${d.by}`,
)
export const commentTooOld = refusal(
  'conflict',
  'desk.comment_too_old',
  (d: { commentId: string; minutes: number }) => `${d.commentId} was said more than ${d.minutes} minutes ago`,
)
export const issueTaken = refusal(
  'conflict',
  'desk.issue_taken',
  (d: { issueId: string; owner: string }) => `${d.owner} sees to ${d.issueId}`,
)
