import { sql } from 'kysely'
import { type Check, check, examinedAt } from './check.ts'

const stockRemedy = {
  zh: '在库存页打开该 SKU 的“为什么是这个数”，与实物核对后用库存调整更正，并保留此行报告给工程师',
  en: 'Open “why this number” of the SKU on the stock page, count the goods, correct with an adjustment, and keep this row for the engineers',
}
const holdRemedy = {
  zh: '查看占用该库存的订单；重新校验订单会按其状态重建占用',
  en: 'Look at the orders that hold the stock; validating an order again makes its holds anew',
}

/** What the promise, the shelves and the movements must say of the same goods. */
export const stockChecks: readonly Check[] = [
  check(
    'I01',
    { zh: '在库数等于其全部库存变动之和', en: 'Stock on hand is the sum of its movements' },
    stockRemedy,
    sql`
      select shop_id, variant_id || ' @ ' || warehouse_id as subject, coalesce(l.on_hand, 0) = coalesce(m.moved, 0) as ok,
        jsonb_build_object('onHand', l.on_hand, 'movements', m.moved) as found
      from supply.stock_levels l
      full join (
        select shop_id, variant_id, warehouse_id, bucket, sum(quantity) as moved from supply.stock_movements where sellable group by 1, 2, 3, 4
      ) m using (shop_id, variant_id, warehouse_id, bucket)`,
  ),
  check(
    'I02',
    { zh: '每笔可售库存变动都有对应的库存数', en: 'Every movement of goods for sale has its stock level' },
    stockRemedy,
    sql`
      select m.shop_id, m.variant_id || ' @ ' || m.warehouse_id as subject, l.variant_id is not null as ok, jsonb_build_object('movements', m.movements) as found
      from (
        select shop_id, variant_id, warehouse_id, bucket, count(*) as movements from supply.stock_movements where sellable group by 1, 2, 3, 4
      ) m
      left join supply.stock_levels l using (shop_id, variant_id, warehouse_id, bucket)`,
  ),
  check(
    'I03',
    { zh: '在库数、占用数与可售数都不为负', en: 'On hand, reserved and available are never negative' },
    stockRemedy,
    sql`
      select shop_id, variant_id || ' @ ' || warehouse_id as subject, on_hand >= 0 and reserved between 0 and on_hand as ok,
        jsonb_build_object('onHand', on_hand, 'reserved', reserved) as found
      from supply.stock_levels`,
  ),
  check(
    'I04',
    { zh: '占用数等于有效占用之和', en: 'Reserved is the sum of the live holds' },
    holdRemedy,
    sql`
      select shop_id, variant_id || ' @ ' || warehouse_id as subject, coalesce(l.reserved, 0) = coalesce(h.held, 0) as ok,
        jsonb_build_object('reserved', l.reserved, 'held', h.held) as found
      from supply.stock_levels l
      full join (
        select shop_id, variant_id, warehouse_id, bucket, sum(quantity) as held from supply.reservations where status = 'held' group by 1, 2, 3, 4
      ) h using (shop_id, variant_id, warehouse_id, bucket)`,
  ),
  check(
    'I05',
    { zh: '到期的占用在 15 分钟内释放', en: 'A hold that has expired is let go within 15 minutes' },
    { zh: '检查后台任务是否在运行', en: 'See whether the background jobs are running' },
    sql`
      select shop_id, id::text as subject, expires_at > ${examinedAt} - interval '15 minutes' as ok,
        jsonb_build_object('holder', holder_id, 'expiresAt', expires_at) as found
      from supply.reservations where status = 'held' and expires_at is not null`,
  ),
  check(
    'I06',
    { zh: '每个库位每批次的数量等于其变动之和', en: 'What lies in a bin of a lot is the sum of its movements' },
    stockRemedy,
    sql`
      select shop_id, variant_id || ' in ' || bin_id as subject, coalesce(b.quantity, 0) = coalesce(m.moved, 0) as ok,
        jsonb_build_object('quantity', b.quantity, 'movements', m.moved, 'lot', lot_id) as found
      from supply.bin_stock b
      full join (
        select shop_id, bin_id, lot_id, variant_id, sum(quantity) as moved from supply.stock_movements group by 1, 2, 3, 4
      ) m using (shop_id, bin_id, lot_id, variant_id)`,
  ),
  check(
    'I07',
    { zh: '每笔库存变动都有本商品的批次', en: 'Every movement has a lot, and the lot is of its variant' },
    stockRemedy,
    sql`
      select m.shop_id, m.id::text as subject, l.variant_id is not distinct from m.variant_id as ok,
        jsonb_build_object('variant', m.variant_id, 'lotOf', l.variant_id) as found
      from supply.stock_movements m left join supply.lots l on l.shop_id = m.shop_id and l.id = m.lot_id`,
  ),
  check(
    'I08',
    { zh: '没有发出过期批次', en: 'Nothing left the house after its expiry date' },
    { zh: '联系买家召回，并检查批次日期', en: 'Call the buyer, take the goods back, and check the dates of the lot' },
    sql`
      select m.shop_id, l.number as subject, (m.at at time zone s.time_zone)::date <= l.expires_on as ok,
        jsonb_build_object('expiresOn', l.expires_on, 'leftAt', m.at, 'cause', m.cause_id) as found
      from supply.stock_movements m
      join supply.lots l on l.shop_id = m.shop_id and l.id = m.lot_id and l.expires_on is not null
      join office.shops s on s.id = m.shop_id
      where m.kind = 'dispatch'`,
  ),
  check(
    'I09',
    { zh: '同一来源不会重复记账', en: 'No source moves the same goods twice' },
    stockRemedy,
    sql`
      select shop_id, cause || ' ' || cause_id as subject, count(*) = 1 as ok, jsonb_build_object('kind', kind, 'times', count(*)) as found
      from supply.stock_movements group by shop_id, cause, cause_id, kind, bin_id, lot_id, variant_id`,
  ),
  check(
    'I10',
    {
      zh: '订单占用不超过其待发数量，已取消或已发出的订单不占用；售后单只为待发的商品占用；购物车只能限时占用',
      en: 'An order holds no more than it has to ship, and nothing once cancelled or shipped; a case holds only what it is to send; a cart holds only for a while',
    },
    holdRemedy,
    sql`
      select h.shop_id, coalesce(o.number, k.number, h.line_id::text) as subject,
        t.id is not null or c.id is not null and h.ends or k.id is not null and h.held <= kl.quantity or o.id is not null and o.status = 'open' and o.fulfilment_status in ('waiting', 'pending', 'released', 'short', 'partly_shipped') and h.held <= l.quantity - l.shipped as ok,
        jsonb_build_object('sku', l.sku, 'held', h.held, 'quantity', l.quantity, 'shipped', l.shipped, 'fulfilment', o.fulfilment_status) as found
      from (select shop_id, holder_id, line_id, sum(quantity) as held, bool_and(expires_at is not null) as ends from supply.reservations where status = 'held' group by 1, 2, 3) h
      left join sales.carts c on c.shop_id = h.shop_id and c.id = h.holder_id
      left join sales.order_lines l on l.shop_id = h.shop_id and l.id = h.line_id
      left join sales.orders o on o.shop_id = l.shop_id and o.id = l.order_id and coalesce(o.shipment_id, o.id) = h.holder_id
      left join care.cases k on k.shop_id = h.shop_id and k.id = h.holder_id and k.status in ('approved', 'sent_back', 'arrived', 'graded', 'replacing')
      left join care.case_lines kl on kl.shop_id = k.shop_id and kl.case_id = k.id and kl.id = h.line_id
      left join supply.transfers t on t.shop_id = h.shop_id and t.id = h.holder_id and (t.status in ('requested', 'accepted', 'received') or t.status in ('refused', 'withdrawn') and t.ended_at > ${examinedAt} - interval '15 minutes')`,
  ),
  check(
    'I69',
    { zh: '没有生产完成的订单不会进入配货', en: 'No order leaves before its goods are made' },
    {
      zh: '打开订单核对生产任务，必要时在生产页补登完成',
      en: 'Open the order and its work; finish it on the production page where that was forgotten',
    },
    sql`
      select p.shop_id, o.number as subject,
        p.status in ('made', 'cancelled') or (o.status = 'open' and o.fulfilment_status = 'pending') as ok,
        jsonb_build_object('production', p.status, 'status', o.status, 'fulfilment', o.fulfilment_status) as found
      from sales.productions p join sales.orders o on o.shop_id = p.shop_id and o.id = p.order_id`,
  ),
  check(
    'I48',
    {
      zh: '调货发出的每一件都已收到、已报损或仍在途',
      en: 'Every piece a transfer sent has arrived, was written off or is on the way',
    },
    {
      zh: '打开调货单核对数量，与两边仓库的实物和库存变动对照，保留此行报告给工程师',
      en: 'Open the transfer, compare it with the goods and movements of both warehouses, and keep this row for the engineers',
    },
    sql`
      select t.shop_id, t.number as subject,
        case when t.status = 'sent' then coalesce(w.pieces, 0) = s.sent
          else coalesce(w.pieces, 0) = 0 and s.sent = s.received + s.lost end as ok,
        jsonb_build_object('status', t.status, 'sent', s.sent, 'received', s.received, 'lost', s.lost, 'onTheWay', w.pieces) as found
      from supply.transfers t
      join (select shop_id, transfer_id, sum(sent) as sent, sum(received) as received, sum(lost) as lost from supply.transfer_lines group by 1, 2) s
        on s.shop_id = t.shop_id and s.transfer_id = t.id
      left join (
        select m.shop_id, m.cause_id, sum(m.quantity) as pieces from supply.stock_movements m
        join supply.bins b on b.id = m.bin_id and b.zone = 'transit'
        where m.cause in ('transfer', 'transfer_in', 'transfer_lost') group by 1, 2
      ) w on w.shop_id = t.shop_id and w.cause_id = t.id
      where t.status in ('sent', 'received', 'closed')`,
  ),
]
