import { sql } from 'kysely'
import { type Check, check } from './check.ts'

const parcelRemedy = {
  zh: '按包裹与出库单核对实物，与承运商确认后再处理订单',
  en: 'Compare the parcel with its outbound note and the carrier before anything is done with the order',
}

/** What left the house, what came back, and what the order says of both. */
export const parcelChecks: readonly Check[] = [
  check(
    'I41',
    {
      zh: '包裹每行都能追溯到订单行与本商品批次',
      en: 'Every line of a parcel traces to its order line and a lot of its variant',
    },
    parcelRemedy,
    sql`
      select pl.shop_id, p.number as subject, l.source_line_id = pl.source_line_id and l.variant_id = pl.variant_id and lot.variant_id = pl.variant_id and l.outbound_id = p.outbound_id as ok,
        jsonb_build_object('sku', l.sku, 'lotOf', lot.variant_id) as found
      from supply.parcel_lines pl
      join supply.parcels p on p.shop_id = pl.shop_id and p.id = pl.parcel_id
      left join supply.outbound_lines l on l.shop_id = pl.shop_id and l.id = pl.line_id
      left join supply.lots lot on lot.shop_id = pl.shop_id and lot.id = pl.lot_id`,
  ),
  check(
    'I42',
    { zh: '已发数量等于出库记录，且不超过订购数量', en: 'Shipped is what left the house and no more than was ordered' },
    parcelRemedy,
    sql`
      select l.shop_id, o.number || ' ' || l.sku as subject, l.shipped = coalesce(s.quantity, 0) and l.shipped <= l.quantity as ok,
        jsonb_build_object('ordered', l.quantity, 'shipped', l.shipped, 'parcels', s.quantity) as found
      from sales.order_lines l
      join sales.orders o on o.shop_id = l.shop_id and o.id = l.order_id
      left join (
        select pl.shop_id, pl.source_line_id, sum(pl.quantity) as quantity
        from supply.parcel_lines pl join supply.parcels p on p.shop_id = pl.shop_id and p.id = pl.parcel_id and p.handed_over_at is not null group by 1, 2
      ) s on s.shop_id = l.shop_id and s.source_line_id = l.id
      where l.requires_shipping`,
  ),
  check(
    'I43',
    { zh: '每个交接包裹的商品都从库存中出库', en: 'Goods of a parcel that left have left the stock' },
    parcelRemedy,
    sql`
      select s.shop_id, s.number as subject, s.quantity = coalesce(-m.quantity, 0) as ok, jsonb_build_object('parcels', s.quantity, 'movements', m.quantity) as found
      from (
        select o.shop_id, o.id, o.number, sum(pl.quantity) as quantity
        from supply.outbounds o
        join supply.parcels p on p.shop_id = o.shop_id and p.outbound_id = o.id and p.handed_over_at is not null
        join supply.parcel_lines pl on pl.shop_id = p.shop_id and pl.parcel_id = p.id
        group by 1, 2, 3
      ) s
      left join (
        select shop_id, cause_id, sum(quantity) as quantity from supply.stock_movements where kind = 'dispatch' and cause = 'outbound' group by 1, 2
      ) m on m.shop_id = s.shop_id and m.cause_id = s.id`,
  ),
  check(
    'I44',
    {
      zh: '未付款或已取消的订单没有发货，拒收退回的货到付款除外',
      en: 'Nothing was shipped for an order that is unpaid or cancelled, unless it was to be paid on delivery and came back',
    },
    parcelRemedy,
    sql`
      select p.shop_id, p.number as subject, o.payment_status <> 'awaiting'
          and (o.status <> 'cancelled' or o.payment_status = 'on_delivery' and p.status = 'returned') as ok,
        jsonb_build_object('order', o.number, 'payment', o.payment_status, 'status', o.status) as found
      from supply.parcels p join sales.orders o on o.shop_id = p.shop_id and coalesce(o.shipment_id, o.id) = p.source_id
      where p.handed_over_at is not null`,
  ),
  check(
    'I45',
    {
      zh: '退回不超过发出，签收不超过申请，入库与报废不超过签收',
      en: 'No more comes back than left, is received than asked, is put away than received',
    },
    parcelRemedy,
    sql`
      select c.shop_id, k.number || ' ' || c.sku as subject,
        l.returned <= l.shipped and c.received <= c.quantity and c.restocked + c.scrapped <= c.received as ok,
        jsonb_build_object('shipped', l.shipped, 'returned', l.returned, 'received', c.received, 'restocked', c.restocked, 'scrapped', c.scrapped) as found
      from care.case_lines c
      join care.cases k on k.shop_id = c.shop_id and k.id = c.case_id
      join sales.order_lines l on l.shop_id = c.shop_id and l.id = c.order_line_id`,
  ),
  check(
    'I92',
    {
      zh: '售后换货与补发的每一件只发一次，不超过批准与收回的数量',
      en: 'What goes out for a case leaves once, and no more than was granted and, for an exchange, came back',
    },
    {
      zh: '核对售后单、出库单与退回的商品；多发的联系买家处理',
      en: 'Compare the case, its outbound notes and what came back; settle with the buyer what left too often',
    },
    sql`
      select c.shop_id, k.number || ' ' || c.sku as subject,
        coalesce(s.quantity, 0) <= c.resent and c.resent <= case when k.kind = 'exchange' then c.received else c.quantity end
          and (k.sent_at is null or coalesce(s.quantity, 0) = c.resent) and (k.amount_minor = 0 or c.resent = 0) as ok,
        jsonb_build_object('kind', k.kind, 'granted', c.quantity, 'received', c.received, 'resent', c.resent, 'left', s.quantity) as found
      from care.case_lines c
      join care.cases k on k.shop_id = c.shop_id and k.id = c.case_id and k.kind in ('exchange', 'reshipment')
      left join (
        select pl.shop_id, pl.source_line_id, sum(pl.quantity) as quantity
        from supply.parcel_lines pl join supply.parcels p on p.shop_id = pl.shop_id and p.id = pl.parcel_id and p.handed_over_at is not null group by 1, 2
      ) s on s.shop_id = c.shop_id and s.source_line_id = c.id`,
  ),
  check(
    'I94',
    {
      zh: '送修的商品是买家财产：不入库存、不定级、不退款',
      en: 'What came to be mended stays the buyer’s: it moves no stock, is not graded and pays nothing back',
    },
    {
      zh: '核对售后单与库存流水；误入库存的商品从库存中调出并寄还买家',
      en: 'Compare the case with the stock movements; take what became stock out again and send it to its buyer',
    },
    sql`
      select c.shop_id, k.number || ' ' || c.sku as subject, coalesce(m.moved, 0) = 0 and c.grade is null and k.amount_minor = 0 as ok,
        jsonb_build_object('movements', m.moved, 'grade', c.grade, 'amount', k.amount_minor) as found
      from care.case_lines c
      join care.cases k on k.shop_id = c.shop_id and k.id = c.case_id and k.kind = 'repair'
      left join (
        select shop_id, cause_id, count(*) as moved from supply.stock_movements where cause like 'return%' group by 1, 2
      ) m on m.shop_id = c.shop_id and m.cause_id = c.id`,
  ),
  check(
    'I46',
    { zh: '每个运单号只属于一个包裹', en: 'A waybill number belongs to one parcel' },
    parcelRemedy,
    sql`
      select min(shop_id::text)::uuid as shop_id, carrier || ' ' || waybill_number as subject, count(*) = 1 as ok, jsonb_build_object('parcels', count(*)) as found
      from supply.parcels where waybill_number is not null group by carrier, waybill_number`,
  ),
]
