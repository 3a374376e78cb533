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
export const issueTaken = refusal(
  'conflict',
  'desk.issue_taken',
  (d: { issueId: string; owner: string }) => `${d.owner} sees to ${d.issueId}`,
)
