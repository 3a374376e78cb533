import { newId } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type Task, type TaskId, type TaskKind, taskLimits } from './model.ts'
import { taskColumns, taskRoleUnknown, titleInvalid, toTask } from './task.ts'

export interface OpenTask {
  readonly kind: TaskKind
  readonly title: string
  readonly subject: string
  readonly subjectId?: string
  readonly role: string
  readonly dueOn: Temporal.PlainDate
}

/**
 * Opens a task in the caller's transaction. About one thing one task of a kind is open at a time: asked again, the open one is
 * the answer.
 */
export async function openTask(tx: Tx, task: OpenTask): Promise<TaskId> {
  const id = newId<'Task'>()
  const row = await tx.db
    .insertInto('office.tasks')
    .values({
      id,
      shop_id: tx.shopId,
      kind: task.kind,
      title: task.title.slice(0, taskLimits.title),
      subject: task.subject,
      subject_id: task.subjectId ?? null,
      role: task.role,
      due_on: task.dueOn,
      opened_by: tx.actor.name,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return openOne(tx, task)
  await publish(tx, { type: 'task.opened', aggregate: 'task', id, data: { kind: task.kind, role: task.role } })
  return id
}

async function openOne(tx: Tx, { kind, subjectId }: OpenTask): Promise<TaskId> {
  const row = await tx.db
    .selectFrom('office.tasks')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId!)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return row.id as TaskId
}

/** Asks a role to do something by a day. @throws titleInvalid, taskRoleUnknown */
export function createTask(
  ctx: Context,
  { title, role, dueOn }: Pick<OpenTask, 'title' | 'role' | 'dueOn'>,
): Promise<Task> {
  return transaction(ctx, async (tx) => {
    const said = title.trim()
    if (!said || said.length > taskLimits.title) throw titleInvalid({ field: 'title' })
    await mustExist(tx, role)
    const id = await openTask(tx, { kind: 'manual', title: said, subject: 'task', role, dueOn })
    const row = await tx.db
      .selectFrom('office.tasks')
      .select(taskColumns)
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return toTask(row)
  })
}

async function mustExist(tx: Tx, role: string): Promise<void> {
  const row = await tx.db
    .selectFrom('office.roles')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('code', '=', role)
    .executeTakeFirst()
  if (!row) throw taskRoleUnknown({ field: 'role', role })
}
