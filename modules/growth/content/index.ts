import type { ClockJob } from '#platform/jobs'
import { publishDue } from './publish-page.ts'

export {
  announce,
  changeAnnouncement,
  findAnnouncements,
  removeAnnouncement,
  type SaveAnnouncement,
  shownAnnouncements,
} from './announcements.ts'
export { safePageHtml } from './clean-html.ts'
export { findUnfinished } from './find-unfinished.ts'
export { listPages, loadPage, shownCampaigns, shownHome, versionsOf, wasCampaign } from './page-store.ts'
export { type PreviewLink, previewed, previewLink } from './preview.ts'
export { cancelScheduled, type PublishPage, publishPage, rollBack, withdrawPage } from './publish-page.ts'
export { type BeginCampaign, beginCampaign, beginHome, type SaveDraft, saveDraft } from './save-draft.ts'
export { standardContent, templateContent } from './templates.ts'

export const contentClockJobs: readonly ClockJob[] = [{ name: 'content.publishDue', everyMinutes: 1, run: publishDue }]
