import { refusal } from '#kernel/refusal'
import type { AnnouncementId, PageId, Unfinished } from './model.ts'

export const pageNotFound = refusal(
  'not_found',
  'content.page_not_found',
  (d: { pageId: PageId }) => `there is no page ${d.pageId}`,
)
export const pageExists = refusal(
  'conflict',
  'content.page_exists',
  (d: { name: string }) => `the page ${d.name} has been begun`,
)
export const nameInvalid = refusal(
  'invalid',
  'content.name_invalid',
  (_: { field: 'name' }) => 'the end of an address is small letters, digits and single hyphens',
)
export const tooManyCampaigns = refusal(
  'conflict',
  'content.too_many_campaigns',
  (d: { most: number }) => `a shop has at most ${d.most} campaign pages`,
)
export const homeStays = refusal(
  'conflict',
  'content.home_stays',
  (_: object) => 'the home of a shop cannot be taken off',
)
export const notShown = refusal('conflict', 'content.not_shown', (_: object) => 'visitors do not see this page')
export const versionNotFound = refusal(
  'not_found',
  'content.version_not_found',
  (d: { number: number }) => `there is no version ${d.number}`,
)
export const versionCannot = refusal(
  'conflict',
  'content.version_cannot',
  (d: { number: number; status: string }) => `version ${d.number} is ${d.status}`,
)
export const announcementNotFound = refusal(
  'not_found',
  'content.announcement_not_found',
  (d: { announcementId: AnnouncementId }) => `there is no announcement ${d.announcementId}`,
)
export const tooLong = refusal(
  'invalid',
  'content.too_long',
  (d: { field: string; most: number }) => `${d.field} has more than ${d.most} characters`,
)
export const tooMany = refusal(
  'invalid',
  'content.too_many',
  (d: { field: string; most: number }) => `${d.field} has more than ${d.most} entries`,
)
export const wordsMissing = refusal(
  'invalid',
  'content.words_missing',
  (d: { field: string }) => `${d.field} says nothing`,
)
export const linkInvalid = refusal(
  'invalid',
  'content.link_invalid',
  (d: { field: string }) => `${d.field} leads neither to a path of ours nor to https`,
)
export const periodInvalid = refusal(
  'invalid',
  'content.period_invalid',
  (d: { field: string }) => `${d.field} does not lie after the beginning`,
)
export const colourInvalid = refusal(
  'invalid',
  'content.colour_invalid',
  (_: { field: string }) => 'a colour is # and six hexadecimal digits',
)
export const blockTwice = refusal(
  'invalid',
  'content.block_twice',
  (d: { field: string; id: string }) => `two blocks are called ${d.id}`,
)
export const inPast = refusal('invalid', 'content.in_past', (_: { field: 'at' }) => 'what is scheduled lies ahead')
export const unfinished = refusal(
  'invalid',
  'content.unfinished',
  (d: { count: number; missing: readonly Unfinished[] }) => `${d.count} things are missing`,
)
export const previewOver = refusal(
  'not_found',
  'content.preview_over',
  (_: object) => 'the preview link is over, or none of ours',
)
