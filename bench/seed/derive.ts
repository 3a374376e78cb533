import type pg from 'pg'

/** The copies were placed over a year: the reductions that their orders enjoyed ran as long. */
export async function deriveReductions(client: pg.Client): Promise<void> {
  await client.query("update sales.reductions set starts_at = starts_at - interval '400 days'")
}

/**
 * What follows from the copies: enough goods received for what left and what is held, and from the movements what lies where and
 * what may be promised.
 */
export async function deriveStock(client: pg.Client): Promise<void> {
  await client.query(slots)
  await client.query(receive('select * , -quantity as missing from slots where quantity < 0'))
  await client.query('drop table slots')
  await client.query(slots)
  await client.query(receive(promised))
  await client.query('truncate supply.bin_stock, supply.stock_levels')
  await client.query(
    `insert into supply.bin_stock (shop_id, bin_id, lot_id, variant_id, quantity)
     select shop_id, bin_id, lot_id, variant_id, sum(quantity) from supply.stock_movements group by 1, 2, 3, 4`,
  )
  await client.query(
    `insert into supply.stock_levels (shop_id, variant_id, warehouse_id, bucket, on_hand, reserved, updated_at)
     select m.shop_id, m.variant_id, m.warehouse_id, m.bucket, m.on_hand, coalesce(h.held, 0), now()
     from (select shop_id, variant_id, warehouse_id, bucket, sum(quantity) as on_hand from supply.stock_movements where sellable group by 1, 2, 3, 4) m
     left join (${held}) h using (shop_id, variant_id, warehouse_id, bucket)`,
  )
  await client.query('drop table slots')
}

const slots = `create temp table slots as
  select shop_id, warehouse_id, bucket, bin_id, lot_id, variant_id, sellable, sum(quantity) as quantity
  from supply.stock_movements group by 1, 2, 3, 4, 5, 6, 7`

const held = `select shop_id, variant_id, warehouse_id, bucket, sum(quantity) as held from supply.reservations where status = 'held' group by 1, 2, 3, 4`

/** Twenty pieces of everything beside what is held, in one of the places where it lies already. */
const promised = `
  select distinct on (l.shop_id, l.variant_id, l.warehouse_id, l.bucket) s.*, coalesce(h.held, 0) + 20 - l.on_hand as missing
  from (select shop_id, variant_id, warehouse_id, bucket, sum(quantity) as on_hand from slots where sellable group by 1, 2, 3, 4) l
  join slots s on s.shop_id = l.shop_id and s.variant_id = l.variant_id and s.warehouse_id = l.warehouse_id and s.bucket = l.bucket and s.sellable
  left join (${held}) h on h.shop_id = l.shop_id and h.variant_id = l.variant_id and h.warehouse_id = l.warehouse_id and h.bucket = l.bucket
  where l.on_hand < coalesce(h.held, 0) + 20
  order by l.shop_id, l.variant_id, l.warehouse_id, l.bucket, s.bin_id, s.lot_id`

const receive = (missing: string): string => `
  insert into supply.stock_movements (id, shop_id, variant_id, warehouse_id, bucket, bin_id, lot_id, quantity, sellable, kind, cause, cause_id, actor_name, at)
  select uuidv7(), shop_id, variant_id, warehouse_id, bucket, bin_id, lot_id, missing, sellable, 'receive', 'goods_in', uuidv7(), 'bench', now()
  from (${missing}) m`
