import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { OrderId } from '#model/sales/orders'
import type { Reader, Tx } from '#platform/context'
import type { SalesOrderIssues } from '#platform/database'
import { issueNotFound } from './issue.ts'
import type { Issue, IssueId, IssueKind } from './model.ts'

export const toIssue = (row: Selectable<SalesOrderIssues> & { readonly order_number: string }): Issue => ({
  id: row.id as IssueId,
  orderId: row.order_id as OrderId,
  orderNumber: row.order_number,
  kind: row.kind as IssueKind,
  data: row.data as Issue['data'],
  status: row.status as Issue['status'],
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  resolution: row.resolution,
  openedAt: row.opened_at,
  settledAt: row.settled_at,
  settledBy: row.settled_by,
})

export interface OpenIssue {
  readonly orderId: OrderId
  readonly kind: IssueKind
  readonly at: Temporal.Instant
  readonly data?: Readonly<Record<string, unknown>>
}

/** Puts an order into the queue. One that is there already stays as it is, and so does one that was settled after `at`: that told again is old news. */
export async function openIssue(tx: Tx, { orderId, kind, at, data = {} }: OpenIssue): Promise<void> {
  const later = await tx.db
    .selectFrom('sales.order_issues')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', orderId)
    .where('kind', '=', kind)
    .where((row) => row.or([row('opened_at', '>=', at), row('status', '=', 'open')]))
    .limit(1)
    .executeTakeFirst()
  if (later) return
  await tx.db
    .insertInto('sales.order_issues')
    .values({ id: newId(), shop_id: tx.shopId, order_id: orderId, kind, data: JSON.stringify(data), opened_at: at })
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'order_id', 'kind']).where('status', '=', sql.lit('open')).doNothing(),
    )
    .execute()
}

/** Takes an order out of the queue, because of what has happened to it. Nothing open is nothing to do. */
export async function settleIssues(
  tx: Tx,
  { orderId, kinds, at, by }: { orderId: OrderId; kinds: readonly IssueKind[]; at: Temporal.Instant; by: string },
): Promise<void> {
  await tx.db
    .updateTable('sales.order_issues')
    .set({ status: 'settled', settled_at: tx.now, settled_by: tx.actor.name, resolution: by })
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', orderId)
    .where('kind', 'in', [...kinds])
    .where('status', '=', 'open')
    .where('opened_at', '<=', at)
    .execute()
}

/** An open one. @throws issueNotFound when it is settled or nobody's here */
export async function loadIssue(reader: Reader, issueId: IssueId): Promise<Issue> {
  return found(issueId, await openOf(reader, issueId).executeTakeFirst())
}

/** The same, locked for change. @throws issueNotFound */
export async function lockIssue(tx: Tx, issueId: IssueId): Promise<Issue> {
  return found(issueId, await openOf(tx, issueId).forUpdate('issue').executeTakeFirst())
}

const openOf = (reader: Reader, issueId: IssueId) =>
  reader.db
    .selectFrom('sales.order_issues as issue')
    .innerJoin('sales.orders as o', 'o.id', 'issue.order_id')
    .selectAll('issue')
    .select('o.number as order_number')
    .where('issue.shop_id', '=', reader.shopId)
    .where('issue.id', '=', issueId)
    .where('issue.status', '=', 'open')

function found(issueId: IssueId, row: Parameters<typeof toIssue>[0] | undefined): Issue {
  if (!row) throw issueNotFound({ issueId })
  return toIssue(row)
}
