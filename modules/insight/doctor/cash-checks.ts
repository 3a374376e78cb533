import { sql } from 'kysely'
import { type Check, check } from './check.ts'

const cashRemedy = {
  zh: '在“货到付款”页核对该快递的账单与包裹，暂停登记新的账单，直到查清',
  en: 'Compare the carrier’s statements with its parcels on the page for cash on delivery, and record none before it is clear',
}

/** What the books say a parcel's cash has done: what was collected, less what was handed in or written off. */
const booked = sql`
  select shop_id, parcel_id, sum(minor) as minor from (
    select t.shop_id, t.cause_id as parcel_id, t.amount_minor as minor from office.ledger_transfers t
    where t.debit = 'carrier_receivables' and t.cause in ('cash_collected', 'cash_corrected')
    union all select t.shop_id, l.parcel_id, -t.amount_minor from office.ledger_transfers t
    join sales.cash_lines l on l.shop_id = t.shop_id and l.id = t.cause_id
    where t.credit = 'carrier_receivables' and t.cause = 'cash_handed_in'
    union all select t.shop_id, d.parcel_id, -t.amount_minor from office.ledger_transfers t
    join sales.cash_differences d on d.shop_id = t.shop_id and d.id = t.cause_id
    where t.credit = 'carrier_receivables' and t.cause = 'cash_written_off'
  ) moved group by 1, 2`

/** What couriers collect, from the label to the bank. */
export const cashChecks: readonly Check[] = [
  check(
    'I75',
    {
      zh: '每家快递代收的货款等于已交回、已核销与未交回之和，账目一致',
      en: 'What a carrier collected is handed in, written off and outstanding, as the books have it',
    },
    cashRemedy,
    sql`
      select p.shop_id, p.carrier as subject,
        sum(p.handed_in_minor) = coalesce(sum(l.booked), 0) and sum(p.collected_minor - p.handed_in_minor - p.written_off_minor) = coalesce(sum(b.minor), 0)
          and bool_and(p.collected_minor - p.handed_in_minor - p.written_off_minor = coalesce(b.minor, 0)) as ok,
        jsonb_build_object('collected', sum(p.collected_minor), 'handedIn', sum(p.handed_in_minor), 'writtenOff', sum(p.written_off_minor),
          'lines', sum(l.booked), 'books', sum(b.minor)) as found
      from sales.cash_parcels p
      left join (select shop_id, parcel_id, sum(booked_minor) as booked from sales.cash_lines group by 1, 2) l on l.shop_id = p.shop_id and l.parcel_id = p.parcel_id
      left join (${booked}) b on b.shop_id = p.shop_id and b.parcel_id = p.parcel_id
      group by p.shop_id, p.carrier`,
  ),
  check(
    'I76',
    {
      zh: '包裹上的代收金额等于各订单在其中的份额之和',
      en: 'What is to be collected for a box is the sum of what its orders owe of it',
    },
    cashRemedy,
    sql`
      select p.shop_id, p.waybill_number as subject, p.expected_minor = coalesce(s.shared, 0) and p.expected_minor = parcel.collect_minor as ok,
        jsonb_build_object('expected', p.expected_minor, 'shares', s.shared, 'label', parcel.collect_minor) as found
      from sales.cash_parcels p
      join supply.parcels parcel on parcel.shop_id = p.shop_id and parcel.id = p.parcel_id
      left join (select shop_id, outbound_id, sum(amount_minor) as shared from sales.cash_shares group by 1, 2) s on s.shop_id = p.shop_id and s.outbound_id = p.outbound_id`,
  ),
  check(
    'I77',
    {
      zh: '货到付款订单收到的款等于其包裹代收的份额，欠款减到零',
      en: 'An order paid on delivery was paid what its boxes brought, and owes nothing more',
    },
    cashRemedy,
    sql`
      select o.shop_id, o.number as subject, o.total_minor - o.waived_minor = coalesce(s.collected, 0) as ok,
        jsonb_build_object('total', o.total_minor, 'waived', o.waived_minor, 'collected', s.collected) as found
      from sales.orders o
      left join (
        select s.shop_id, s.order_id, sum(s.amount_minor) as collected
        from sales.cash_shares s join sales.cash_parcels p on p.shop_id = s.shop_id and p.outbound_id = s.outbound_id and p.status = 'collected' group by 1, 2
      ) s on s.shop_id = o.shop_id and s.order_id = o.id
      where o.cash_on_delivery and o.payment_status not in ('awaiting', 'on_delivery')`,
  ),
  check(
    'I78',
    {
      zh: '手工付出的退款都有登记并入账',
      en: 'A refund of cash that has succeeded was paid out, recorded and booked once',
    },
    cashRemedy,
    sql`
      select r.shop_id, r.number as subject, o.refund_id is not null and r.amount_minor = coalesce(t.amount, 0) as ok,
        jsonb_build_object('refund', r.amount_minor, 'books', t.amount, 'recorded', o.recorded_at) as found
      from sales.refunds r
      join sales.payments p on p.id = r.payment_id
      left join sales.payouts o on o.refund_id = r.id
      left join (
        select shop_id, cause_id, sum(amount_minor) as amount from office.ledger_transfers where cause = 'payout' and credit = 'bank' group by 1, 2
      ) t on t.shop_id = r.shop_id and t.cause_id = r.id
      where r.status = 'succeeded' and (p.method = 'cod' or o.refund_id is not null)`,
  ),
]
