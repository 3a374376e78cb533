import type { Id } from '#kernel/id'
import type { Steps } from '#kernel/steps'

export { tasksText } from './text.ts'

export type TaskId = Id<'Task'>
export type TaskStatus = 'open' | 'done' | 'dropped'
export type TaskStep = 'finish' | 'drop'

export const taskSteps: Steps<TaskStep, TaskStatus> = {
  finish: { from: ['open'], to: 'done' },
  drop: { from: ['open'], to: 'dropped' },
}

/** What sorts of tasks there are, and with which outcomes each can end. */
export const taskKinds = {
  manual: ['done'],
  slow_seller: ['improved', 'price_changed', 'promoted', 'delisted', 'kept'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type TaskKind = keyof typeof taskKinds

/** Work that a role owes by a day. */
export interface Task {
  readonly id: TaskId
  readonly kind: TaskKind
  readonly title: string
  /** What it is about: where the console shows it. */
  readonly subject: string
  readonly subjectId: string | null
  /** The code of the role that should do it. */
  readonly role: string
  readonly dueOn: Temporal.PlainDate
  readonly status: TaskStatus
  readonly openedBy: string
  readonly createdAt: Temporal.Instant
  readonly doneAt: Temporal.Instant | null
  readonly doneBy: string | null
  readonly outcome: string | null
  readonly note: string | null
}

export const taskLimits = { title: 200, note: 1_000 } as const
