import { type RawBuilder, sql } from 'kysely'
import type { OrderId } from '#model/sales/orders'
import type { Actor, Reader } from '#platform/context'

/**
 * Everything around an order as rows of one shape, found from the order outwards: its things first, then what is kept about each. Every part goes through an index of the
 * thing it is about, so that it costs what the order has, not what the shop has.
 */
export function entriesAround({ shopId, actor, locale }: Reader & { readonly actor: Actor }, orderId: OrderId) {
  const warehouse = sql.ref(locale === 'zh' ? 'w.name' : 'w.name_en')
  const may = (permission: string) => actor.permissions.has(permission)
  const parts = [
    told,
    tracked,
    moved(warehouse),
    reserved(warehouse),
    written(may('messages.read')),
    noticed,
    commented,
    ...(may('ledger.read') ? [posted(may('costs.read'))] : []),
  ]
  return sql`${thingsOf(shopId, orderId)} select * from (${sql.join(parts, sql` union all `)}) entry`
}

/** The order and what belongs to it. A box shared with other orders counts when a line of this one is in it. */
const thingsOf = (shopId: string, orderId: OrderId) => sql`
  with whole as materialized (
    select id, number, customer_id, shipment_id from sales.orders where shop_id = ${shopId} and id = ${orderId}),
  line as materialized (select id, variant_id from sales.order_lines where shop_id = ${shopId} and order_id = ${orderId}),
  about as materialized (select id, number from care.cases where shop_id = ${shopId} and order_id = ${orderId}),
  holder as materialized (
    select id from whole union select shipment_id from whole where shipment_id is not null union select id from about),
  box as materialized (
    select b.id, b.number, b.warehouse_id, h.id is not distinct from (select shipment_id from whole) as is_shared from holder h join supply.outbounds b on b.shop_id = ${shopId} and b.source_id = h.id
    where h.id is distinct from (select shipment_id from whole) or exists (
      select from supply.outbound_lines l where l.shop_id = ${shopId} and l.outbound_id = b.id and l.source_line_id in (select id from line))),
  parcel as materialized (
    select p.id, coalesce(p.waybill_number, p.number) as number, p.carrier from box b join supply.parcels p on p.shop_id = ${shopId} and p.outbound_id = b.id),
  thing as materialized (
    select 'order' as kind, id, number as label from whole
    union all select 'case', id, number from about
    union all select 'outbound', id, number from box
    union all select 'parcel', id, number from parcel
    union all select 'payment', p.id, p.number from sales.payment_shares s join sales.payments p on p.id = s.payment_id
      where s.shop_id = ${shopId} and s.order_id = ${orderId}
    union all select 'refund', id, number from sales.refunds where shop_id = ${shopId} and order_id = ${orderId}
    union all select 'dispute', id, provider_ref from sales.disputes where shop_id = ${shopId} and order_id = ${orderId}
    union all select 'transfer', id, number from supply.transfers where shop_id = ${shopId} and source_id = ${orderId}
    union all select 'question', id, order_number from care.parcel_questions where shop_id = ${shopId} and order_id = ${orderId}),
  shop as (select ${shopId}::uuid as id),
  event as materialized (
    select e.id, e.type, e.at, e.actor_kind, e.actor_name, e.origin, e.data, t.kind, t.id as thing_id, t.label
    from thing t join platform.events e on e.shop_id = ${shopId} and e.aggregate_id = t.id)`

type Part = RawBuilder<unknown>

/** The log of events: what was told of each thing. Comments are told by themselves, with their words. */
const told: Part = sql`
  select id::text, type, at, actor_kind as "actorKind", actor_name as "actorName", origin, kind as thing_kind, thing_id, label as thing_label,
    data as facts
  from event where type not in ('order.commented', 'order.comment_changed', 'order.comment_removed')`

const tracked: Part = sql`
  select p.id || s.fingerprint, 'tracking.' || s.state, s.at, 'provider', p.carrier, '', 'parcel', p.id, p.number,
    jsonb_build_object('text', concat_ws(' · ', s.text, s.location), 'carrier', p.carrier)
  from parcel p join supply.tracking_events s on s.shop_id = (select id from shop) and s.parcel_id = p.id`

/** What the hands of the warehouse did to the goods: by the scans that took them, by the box that left, by the case that brought them back. Of a box shared with other orders only goods that this one has too. */
const moved = (warehouse: Part): Part => sql`
  select m.id::text, 'stock.' || m.kind, m.at, 'staff', m.actor_name, '', c.kind, c.id, c.label,
    jsonb_build_object('quantity', m.quantity, 'sku', v.sku, 'bin', n.code, 'warehouse', ${warehouse}, 'note', nullif(m.reason, c.label))
  from (
    select 'outbound' as cause, id as cause_id, 'outbound' as kind, id, number as label, is_shared from box
    union all select 'scan', s.id, 'outbound', b.id, b.number, b.is_shared from box b join supply.scans s on s.shop_id = (select id from shop) and s.outbound_id = b.id and s.accepted
    union all select cause, l.id, 'case', a.id, a.number, false
      from about a join care.case_lines l on l.shop_id = (select id from shop) and l.case_id = a.id, unnest(array['return', 'return_' || l.grade]) cause) c
  join supply.stock_movements m on m.shop_id = (select id from shop) and m.cause = c.cause and m.cause_id = c.cause_id
    and (m.kind <> 'pick' or m.quantity > 0) and (not c.is_shared or m.variant_id in (select variant_id from line))
  join goods.variants v on v.id = m.variant_id
  join supply.bins n on n.id = m.bin_id
  join supply.warehouses w on w.id = m.warehouse_id`

/** What was set aside for the order, and what of it became free again. What left is told by its movement. */
const reserved = (warehouse: Part): Part => sql`
  select r.id || step.name, 'stock.' || step.name, step.at, 'system', '', '', 'order', whole.id, whole.number,
    jsonb_build_object('quantity', r.quantity, 'sku', v.sku, 'warehouse', ${warehouse})
  from whole, holder h
  join supply.reservations r on r.shop_id = (select id from shop) and r.holder_id = h.id
  join goods.variants v on v.id = r.variant_id
  join supply.warehouses w on w.id = r.warehouse_id
  cross join lateral (values ('reserved', r.created_at), ('released', case when r.status = 'released' then r.ended_at end)) step (name, at)
  where step.at is not null and (h.id is distinct from whole.shipment_id or r.line_id in (select id from line))`

/** What the buyer was told. A message names in its key the event that caused it, or else the thing it is about. */
const written = (withWords: boolean): Part => sql`
  select m.id::text, 'message.' || m.template, m.created_at, 'system', '', '', named.kind, named.id, named.label,
    jsonb_build_object('status', m.status, 'channel', m.channel, 'words', case when ${withWords} then m.body else '' end)
  from (
    select m.id as message_id, e.kind, e.thing_id as id, e.label
    from event e join platform.messages m on m.shop_id = (select id from shop) and m.dedupe_key = 'order:' || e.id
    union all
    select m.id, t.kind, t.id, t.label
    from whole join platform.messages m on m.account_id = whole.customer_id and m.shop_id = (select id from shop) and m.dedupe_key not like 'order:%'
    join thing t on t.id::text = split_part(m.dedupe_key, ':', 2)) named
  join platform.messages m on m.id = named.message_id`

const noticed: Part = sql`
  select n.id::text, 'notice.' || n.kind, n.created_at, 'system', '', '', t.kind, t.id, t.label,
    n.data || jsonb_build_object('doneAt', n.done_at, 'doneBy', n.done_by)
  from thing t join office.notices n on n.shop_id = (select id from shop) and n.subject_id = t.id`

const commented: Part = sql`
  select c.id::text, 'comment', c.at, 'staff', c.by_name, '', 'order', whole.id, whole.number,
    jsonb_build_object('words', c.words, 'mentions', c.mentions, 'byId', c.by_id, 'changedAt', c.changed_at, 'removedAt', c.removed_at, 'former', c.former)
  from whole join sales.order_comments c on c.shop_id = (select id from shop) and c.order_id = whole.id`

/** The causes of postings that name a thing of an order: written out, because postings are found by cause and thing, and thing by thing (`offset 0`), never through all of the books. */
const causes = [
  'payment',
  'payment_fee',
  'mismatch',
  'surplus',
  'refund',
  'refund_declined',
  'payout',
  'bill_fee',
  'bill_difference',
  'dispatch',
  'voucher',
  'dispute',
  'dispute_fee',
  'dispute_won',
  'dispute_lost',
  'cash_collected',
  'cash_corrected',
  'cash_given_up',
  'cash_waived',
  'refused',
  'case',
]
const costAccounts = ['cost_of_goods', 'goods_in_stock', 'stock_losses']

const posted = (withCosts: boolean): Part => sql`
  select l.id::text, 'ledger.' || l.cause, l.posted_at, 'system', '', '', t.kind, t.id, t.label,
    jsonb_build_object('debit', l.debit, 'credit', l.credit, 'minor', l.amount_minor)
  from thing t cross join lateral (
    select * from office.ledger_transfers where shop_id = (select id from shop) and cause = any(${causes}::text[]) and cause_id = t.id
    offset 0) l
  where ${withCosts} or not (l.debit = any(${costAccounts}::text[]) or l.credit = any(${costAccounts}::text[]))`
