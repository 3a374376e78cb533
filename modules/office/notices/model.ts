import type { Id } from '#kernel/id'

export { noticesText } from './text.ts'

export type NoticeId = Id<'Notice'>

/** Something that somebody with a permission should see to. `kind` chooses the words, `data` fills them, `subject` says where to go. */
export interface Notice {
  readonly id: NoticeId
  readonly permission: string
  readonly kind: string
  readonly subject: string
  readonly subjectId: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly createdAt: Temporal.Instant
  readonly doneAt: Temporal.Instant | null
  readonly doneBy: string | null
}
