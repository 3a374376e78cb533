import { refusal } from '#kernel/refusal'
import type { Task, TaskId, TaskKind, TaskStatus } from './model.ts'

export const taskNotFound = refusal(
  'not_found',
  'tasks.not_found',
  (d: { taskId: string }) => `there is no task ${d.taskId}`,
)
export const taskEnded = refusal(
  'conflict',
  'tasks.ended',
  (d: { taskId: TaskId; status: TaskStatus }) => `${d.taskId} is ${d.status}`,
)
export const titleInvalid = refusal(
  'invalid',
  'tasks.title_invalid',
  (_: { field: 'title' }) => 'a task says what to do',
)
export const taskRoleUnknown = refusal(
  'invalid',
  'tasks.role_unknown',
  (d: { field: 'role'; role: string }) => `there is no role ${d.role}`,
)
export const outcomeUnknown = refusal(
  'invalid',
  'tasks.outcome_unknown',
  (d: { field: 'outcome'; kind: TaskKind }) => `that is no outcome of ${d.kind}`,
)

export const taskColumns = [
  'id',
  'kind',
  'title',
  'subject',
  'subject_id',
  'role',
  'due_on',
  'status',
  'opened_by',
  'created_at',
  'done_at',
  'done_by',
  'outcome',
  'note',
] as const

interface TaskRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly subject: string
  readonly subject_id: string | null
  readonly role: string
  readonly due_on: Temporal.PlainDate
  readonly status: string
  readonly opened_by: string
  readonly created_at: Temporal.Instant
  readonly done_at: Temporal.Instant | null
  readonly done_by: string | null
  readonly outcome: string | null
  readonly note: string | null
}

export const toTask = (row: TaskRow): Task => ({
  id: row.id as TaskId,
  kind: row.kind as TaskKind,
  title: row.title,
  subject: row.subject,
  subjectId: row.subject_id,
  role: row.role,
  dueOn: row.due_on,
  status: row.status as TaskStatus,
  openedBy: row.opened_by,
  createdAt: row.created_at,
  doneAt: row.done_at,
  doneBy: row.done_by,
  outcome: row.outcome,
  note: row.note,
})
