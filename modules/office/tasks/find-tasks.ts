import { sql } from 'kysely'
import { decodeCursor, type Page, toPage } from '#kernel/page'
import type { Actor, Reader } from '#platform/context'
import type { Task, TaskId, TaskStatus } from './model.ts'
import { taskColumns, toTask } from './task.ts'

export interface FindTasks {
  readonly status?: TaskStatus
  /** Only those of the roles that the actor holds. */
  readonly mine?: boolean
  readonly cursor?: string
  readonly limit?: number
}

/** Tasks of the shop, what is due first; one page. */
export async function findTasks(
  reader: Reader & { readonly actor: Actor },
  { status = 'open', mine = false, cursor, limit = 50 }: FindTasks,
): Promise<Page<Task>> {
  let query = reader.db
    .selectFrom('office.tasks')
    .select(taskColumns)
    .where('shop_id', '=', reader.shopId)
    .where('status', '=', status)
  if (mine)
    query = query.where(
      sql<boolean>`role in (select r.code from office.staff_roles s join office.roles r on r.id = s.role_id
        where s.shop_id = ${reader.shopId} and s.account_id = ${reader.actor.id})`,
    )
  if (cursor) {
    const [due, id] = decodeCursor(cursor, 2)
    query = query.where(sql<boolean>`(due_on, id) > (${due}::date, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.due_on.toString(), row.id])
  return { ...page, rows: page.rows.map(toTask) }
}

/** Some tasks by their ids. */
export async function tasksOf(reader: Reader, ids: readonly TaskId[]): Promise<Map<TaskId, Task>> {
  const rows = await reader.db
    .selectFrom('office.tasks')
    .select(taskColumns)
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id as TaskId, toTask(row)]))
}
