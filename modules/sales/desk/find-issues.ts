import { sql } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import type { OrderId } from '#model/sales/orders'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { toIssue } from './issue-store.ts'
import { type Issue, type IssueKind, issueKinds } from './model.ts'

export interface IssueFilter {
  readonly status?: Issue['status']
  readonly kind?: IssueKind
  readonly ownerId?: string
  /** Only those nobody has taken. */
  readonly free?: boolean
  readonly cursor?: string
  readonly limit?: number
}

/** The queue of abnormal orders: the open ones oldest first, the settled ones newest first. */
export async function findIssues(reader: Reader, filter: IssueFilter): Promise<Page<Issue>> {
  const { status = 'open', kind, ownerId, free, cursor, limit = 50 } = filter
  const isOpen = status === 'open'
  const column = isOpen ? 'issue.opened_at' : 'issue.settled_at'
  const direction = isOpen ? 'asc' : 'desc'
  let query = issuesOf(reader).where('issue.status', '=', status)
  if (kind) query = query.where('issue.kind', '=', kind)
  if (ownerId) query = query.where('issue.owner_id', '=', ownerId)
  if (free) query = query.where('issue.owner_id', 'is', null)
  if (cursor) query = query.where(beyond(cursor, [column, 'issue.id'], isOpen ? 'asc' : 'desc'))
  const rows = await query
    .orderBy(column, direction)
    .orderBy('issue.id', direction)
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [(isOpen ? row.opened_at : row.settled_at!).toString(), row.id])
  return { ...page, rows: page.rows.map(toIssue) }
}

const issuesOf = (reader: Reader) =>
  reader.db
    .selectFrom('sales.order_issues as issue')
    .innerJoin('sales.orders as o', 'o.id', 'issue.order_id')
    .selectAll('issue')
    .select('o.number as order_number')
    .where('issue.shop_id', '=', reader.shopId)

/** What an order has in the queue, open ones first. */
export async function issuesOfOrder(reader: Reader, orderId: OrderId): Promise<Issue[]> {
  const rows = await issuesOf(reader)
    .where('issue.order_id', '=', orderId)
    .orderBy('issue.status')
    .orderBy('issue.opened_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(toIssue)
}

/** How many orders wait in the queue, by kind. */
export async function countIssues(reader: Reader): Promise<Record<IssueKind, number>> {
  const rows = await reader.db
    .selectFrom('sales.order_issues')
    .select('kind')
    .select(sql<number>`count(*)::int8`.as('count'))
    .where('shop_id', '=', reader.shopId)
    .where('status', '=', 'open')
    .groupBy('kind')
    .execute()
  const found = new Map(rows.map(({ kind, count }) => [kind, count]))
  return Object.fromEntries(issueKinds.map((kind) => [kind, found.get(kind) ?? 0])) as Record<IssueKind, number>
}
