import { sql } from 'kysely'
import { runningClocks } from '#model/care/after-sales'
import { type Check, check, examinedAt, pairs } from './check.ts'

const clocks = Object.entries(runningClocks).flatMap(([status, names]) => names.map((name) => [status, name] as const))
/** The alarms are raised every few minutes: around the deadline either is honest. */
const late = sql`interval '15 minutes'`

/** What we promised to do by when, and whether we own up to it. */
export const promiseChecks: readonly Check[] = [
  check(
    'I62',
    {
      zh: '超时的订单与售后单都标为超时，未超时的不标',
      en: 'An order or a case whose time has run out says so, and no other does',
    },
    {
      zh: '检查后台任务是否在运行',
      en: 'See whether the background jobs are running',
    },
    sql`
      select c.shop_id, c.number as subject,
        case when c.alarm = 'broken' then c.due <= ${examinedAt} + ${late} else c.due > ${examinedAt} - ${late} end as ok,
        jsonb_build_object('due', c.due, 'alarm', c.alarm) as found
      from (
        select k.shop_id, k.number, k.alarm, min(case clock.name when 'solve' then k.solve_by when 'check' then k.check_by when 'repair' then k.repair_by else k.refund_by end) as due
        from care.cases k join (values ${pairs(clocks)}) as clock (status, name) on clock.status = k.status group by 1, 2, 3
      ) c where c.due is not null
      union all
      select o.shop_id, o.number,
        case when o.promise_alarm = 'broken' then o.dispatch_by <= ${examinedAt} + ${late} else o.dispatch_by > ${examinedAt} - ${late} end,
        jsonb_build_object('due', o.dispatch_by, 'alarm', o.promise_alarm)
      from sales.orders o
      where o.status = 'open' and o.dispatch_by is not null and o.fulfilment_status in ('waiting', 'pending', 'released', 'short')`,
  ),
  check(
    'I95',
    {
      zh: '待补发的订单都在等货，不会被忘掉',
      en: 'An order whose rest is promised waits for its goods and is not forgotten',
    },
    {
      zh: '打开订单，再点一次“有货先发”，或把缺的退款',
      en: 'Open the order and send what is there once more, or refund what is missing',
    },
    sql`
      select o.shop_id, o.number as subject,
        exists (select from sales.shortages s where s.shop_id = o.shop_id and s.order_id = o.id and s.status <> 'settled') as ok,
        jsonb_build_object('restBy', o.rest_by, 'fulfilment', o.fulfilment_status) as found
      from sales.orders o where o.status = 'open' and o.rest_by is not null`,
  ),
]
