import { sql } from 'kysely'
import { type Check, check } from './check.ts'

/** What we took and gave back through providers, under the number and the kind that their bills use. */
const ours = sql`
  select p.shop_id, p.provider, 'payment' as kind, p.number, p.amount_minor as amount, p.paid_at as at
  from sales.payments p where p.status = 'succeeded' and p.method <> 'cod'
  union all
  select r.shop_id, p.provider, 'refund', r.number, r.amount_minor, r.succeeded_at
  from sales.refunds r join sales.payments p on p.id = r.payment_id
  where r.status = 'succeeded' and p.method <> 'cod' and not exists (select from sales.payouts o where o.refund_id = r.id)`

/** What the providers say beside what we say. */
export const billChecks: readonly Check[] = [
  check(
    'I50',
    {
      zh: '账单每行与我方记录相符，账单期内我方每笔都在账单上，否则留有差异',
      en: 'Every line of a bill agrees with our books and every movement of its days is on it, or a difference was written down',
    },
    {
      zh: '到“对账”页重新上传该账单；差异仍未出现时报告工程师',
      en: 'Upload the bill again on the Reconciliation page; tell the engineers when the difference still does not show',
    },
    sql`
      select l.shop_id, l.provider || ' ' || l.number as subject, o.amount is not distinct from l.amount_minor or e.id is not null as ok,
        jsonb_build_object('bill', l.amount_minor, 'ours', o.amount) as found
      from sales.bill_lines l
      left join (${ours}) o on o.shop_id = l.shop_id and o.provider = l.provider and o.kind = l.kind and o.number = l.number
      left join lateral (
        select x.id from sales.bill_exceptions x where x.shop_id = l.shop_id and x.provider = l.provider and x.about = l.kind and x.number = l.number and x.kind not in ('fee', 'twice') limit 1
      ) e on true
      union all
      select o.shop_id, o.provider || ' ' || o.number, l.id is not null or e.id is not null, jsonb_build_object('ours', o.amount, 'at', o.at)
      from (${ours}) o
      left join lateral (
        select x.id from sales.bill_lines x where x.shop_id = o.shop_id and x.provider = o.provider and x.kind = o.kind and x.number = o.number limit 1
      ) l on true
      left join lateral (
        select x.id from sales.bill_exceptions x where x.shop_id = o.shop_id and x.provider = o.provider and x.about = o.kind and x.number = o.number and x.kind not in ('fee', 'twice') limit 1
      ) e on true
      where exists (
        select from sales.provider_bills b where b.shop_id = o.shop_id and b.provider = o.provider and o.at < b.taken_at
          and (o.at at time zone 'Asia/Shanghai')::date between b.from_day and b.to_day)`,
  ),
]
