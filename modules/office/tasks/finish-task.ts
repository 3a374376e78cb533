import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type Task, type TaskId, type TaskStep, taskKinds, taskLimits, taskSteps } from './model.ts'
import { outcomeUnknown, taskColumns, taskEnded, taskNotFound, toTask } from './task.ts'

export interface FinishTask {
  readonly taskId: TaskId
  readonly outcome: string
  readonly note?: string
}

/** Says that a task is done, by whom and how it ended. @throws taskNotFound, taskEnded, outcomeUnknown */
export function finishTask(ctx: Context, { taskId, outcome, note }: FinishTask): Promise<Task> {
  return transaction(ctx, async (tx) => {
    const task = await lockTask(tx, taskId)
    if (!(taskKinds[task.kind] as readonly string[]).includes(outcome))
      throw outcomeUnknown({ field: 'outcome', kind: task.kind })
    return end(tx, task, 'finish', { outcome, note })
  })
}

/** Says that a task need not be done, with the reason. @throws taskNotFound, taskEnded */
export function dropTask(ctx: Context, { taskId, note }: Pick<FinishTask, 'taskId' | 'note'>): Promise<Task> {
  return transaction(ctx, async (tx) => end(tx, await lockTask(tx, taskId), 'drop', { note }))
}

async function lockTask(tx: Tx, taskId: TaskId): Promise<Task> {
  const row = await tx.db
    .selectFrom('office.tasks')
    .select(taskColumns)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', taskId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw taskNotFound({ taskId })
  return toTask(row)
}

async function end(
  tx: Tx,
  { id, status }: Task,
  step: TaskStep,
  { outcome, note }: { readonly outcome?: string; readonly note?: string },
): Promise<Task> {
  const { from, to } = taskSteps[step]
  if (!from.includes(status)) throw taskEnded({ taskId: id, status })
  const row = await tx.db
    .updateTable('office.tasks')
    .set({
      status: to,
      outcome: outcome ?? null,
      note: note?.trim().slice(0, taskLimits.note) || null,
      done_at: tx.now,
      done_by: tx.actor.name,
    })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .returning(taskColumns)
    .executeTakeFirstOrThrow()
  await publish(tx, {
    type: `task.${to}`,
    aggregate: 'task',
    id,
    data: { outcome: outcome ?? null, note: note ?? null },
  })
  return toTask(row)
}
