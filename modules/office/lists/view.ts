import type { Selectable } from 'kysely'
import { refusal } from '#kernel/refusal'
import type { OfficeSavedViews } from '#platform/database'
import type { SavedView, ViewFilters, ViewId } from './model.ts'

export const viewNotFound = refusal(
  'not_found',
  'lists.view_not_found',
  (d: { viewId: ViewId }) => `there is no view ${d.viewId}`,
)
export const viewNotYours = refusal(
  'conflict',
  'lists.view_not_yours',
  (d: { viewId: ViewId; owner: string }) => `${d.viewId} belongs to ${d.owner}`,
)
export const viewNameInvalid = refusal(
  'invalid',
  'lists.view_name_invalid',
  (_: { field: 'name' }) => 'a view has a name',
)
export const viewNameTaken = refusal(
  'conflict',
  'lists.view_name_taken',
  (d: { field: 'name'; name: string }) => `there is a view ${d.name}`,
)
export const viewsTooMany = refusal(
  'conflict',
  'lists.views_too_many',
  (d: { most: number }) => `there are ${d.most} views`,
)

/** A view as somebody sees it. */
export const toView = (row: Selectable<OfficeSavedViews>, readerId: string): SavedView => ({
  id: row.id as ViewId,
  list: row.list,
  name: row.name,
  filters: row.filters as ViewFilters,
  isShared: row.is_shared,
  isMine: row.owner_id === readerId,
  ownerName: row.owner_name,
})
