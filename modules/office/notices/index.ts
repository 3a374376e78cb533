export { noticesListeners } from './held-exports.ts'
export {
  type Notify,
  noticeNotFound,
  notify,
  openNotices,
  type SettleNotices,
  settleNotice,
  settleNotices,
} from './notice.ts'
export { noticesClockJobs } from './report-dead-jobs.ts'
