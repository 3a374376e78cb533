import { sql } from 'kysely'
import type { Reader } from '#platform/context'

/** What a posting was about, by the number that people know it by. */
export interface Behind {
  readonly kind: 'order' | 'outbound' | 'transfer' | 'stock'
  readonly id: string
  readonly label: string
}

/**
 * The order of a payment, refund, dispute, voucher or line, the box that left, the transfer that lost a piece, the SKU whose stock moved: of each cause of a
 * posting what it was about. Causes that nothing is found for are left out.
 */
export async function behindPostings(
  { db, shopId }: Reader,
  causeIds: readonly string[],
): Promise<Map<string, Behind>> {
  const { rows } = await sql<Behind & { cause_id: string }>`
    with cause as (select distinct unnest(${[...causeIds]}::uuid[]) as id),
    order_of as (
      select c.id as cause_id, p.order_id from cause c join sales.payments p on p.shop_id = ${shopId} and p.id = c.id
      union all select c.id, r.order_id from cause c join sales.refunds r on r.shop_id = ${shopId} and r.id = c.id
      union all select c.id, d.order_id from cause c join sales.disputes d on d.shop_id = ${shopId} and d.id = c.id
      union all select c.id, v.order_id from cause c join sales.vouchers v on v.shop_id = ${shopId} and v.id = c.id
      union all select c.id, l.order_id from cause c join sales.order_lines l on l.shop_id = ${shopId} and l.id = c.id
      union all select c.id, c.id from cause c),
    box_of as (
      select id as cause_id, id as box_id from cause
      union all select c.id, p.outbound_id from cause c join supply.parcels p on p.shop_id = ${shopId} and p.id = c.id
      union all select c.id, k.outbound_id
        from cause c join sales.cash_lines l on l.shop_id = ${shopId} and l.id = c.id
        join sales.cash_parcels k on k.shop_id = ${shopId} and k.parcel_id = l.parcel_id
      union all select c.id, k.outbound_id
        from cause c join sales.cash_differences d on d.shop_id = ${shopId} and d.id = c.id
        join sales.cash_parcels k on k.shop_id = ${shopId} and k.parcel_id = d.parcel_id)
    select f.cause_id, 'order' as kind, o.id, o.number as label
      from order_of f join sales.orders o on o.shop_id = ${shopId} and o.id = f.order_id
    union all select f.cause_id, 'outbound', b.id, b.number
      from box_of f join supply.outbounds b on b.shop_id = ${shopId} and b.id = f.box_id
    union all select c.id, 'transfer', t.id, t.number from cause c join supply.transfers t on t.shop_id = ${shopId} and t.id = c.id
    union all select c.id, 'stock', v.id, v.sku
      from cause c join supply.stock_movements m on m.shop_id = ${shopId} and m.id = c.id
      join goods.variants v on v.shop_id = ${shopId} and v.id = m.variant_id`.execute(db)
  return new Map(rows.map(({ cause_id, ...behind }) => [cause_id, behind]))
}
