import { sql } from 'kysely'
import { type Check, check, examinedAt } from './check.ts'

const jobsRemedy = {
  zh: '在“后台任务”页查看失败的任务并重试；没有工作进程时启动一个',
  en: 'Look at the failed work on the Jobs page and retry it; start a worker when none is running',
}

/** What belongs to the whole platform is told to its first shop. */
const firstShop = sql`(select id from office.shops order by is_default desc, id limit 1)`

/** What the machinery promises: nothing waits unseen, nothing is said twice, nothing points across shops. */
export const machineryChecks: readonly Check[] = [
  check(
    'I52',
    {
      zh: '每个幂等键都存有其结果',
      en: 'Every idempotency key keeps the answer that a repeat of its request gets',
    },
    {
      zh: '有人绕过系统写了幂等键，请核查数据库权限',
      en: 'Somebody has written keys past the system: look at the rights on the database',
    },
    sql`
      select shop_id, scope || ' ' || key as subject, result is not null as ok, jsonb_build_object('at', created_at) as found
      from platform.idempotency_keys`,
  ),
  check(
    'I54',
    { zh: '外部通知在 15 分钟内处理', en: 'A notice from outside is worked on within 15 minutes' },
    jobsRemedy,
    sql`
      select shop_id, provider || ' ' || event_id as subject, processed_at is not null or received_at > ${examinedAt} - interval '15 minutes' as ok,
        jsonb_build_object('receivedAt', received_at) as found
      from platform.inbox`,
  ),
  check(
    'I55',
    { zh: '下单与付款都留有事件', en: 'Placing and paying an order have left their events' },
    {
      zh: '有人绕过系统改了订单，请核查数据库权限',
      en: 'Somebody has changed the order past the system: look at the rights on the database',
    },
    sql`
      select o.shop_id, o.number as subject, placed.id is not null and (o.payment_status in ('awaiting', 'on_delivery') or paid.id is not null) as ok,
        jsonb_build_object('placed', placed.at, 'paid', paid.at, 'payment', o.payment_status) as found
      from sales.orders o
      left join lateral (select e.id, e.at from platform.events e where e.shop_id = o.shop_id and e.aggregate_id = o.id and e.type = 'order.placed' limit 1) placed on true
      left join lateral (select e.id, e.at from platform.events e where e.shop_id = o.shop_id and e.aggregate_id = o.id and e.type in ('order.paid', 'order.collected') limit 1) paid on true`,
  ),
  check(
    'I66',
    { zh: '事件在 15 分钟内送达各处', en: 'An event is handed on within 15 minutes' },
    jobsRemedy,
    sql`
      select e.shop_id, e.type || ' ' || e.aggregate_id as subject, o.added_at > ${examinedAt} - interval '15 minutes' as ok, jsonb_build_object('since', o.added_at) as found
      from platform.outbox o join platform.events e on e.id = o.event_id`,
  ),
  {
    ...check(
      'I56',
      {
        zh: '执行中的后台任务都有存活的工作进程，重试不超过上限',
        en: 'A job under way is held by a worker that lives, and none was tried more often than it may be',
      },
      jobsRemedy,
      sql`
        select coalesce((j.payload ->> 'shopId')::uuid, ${firstShop}) as shop_id, t.identifier || ' ' || j.id as subject,
          j.attempts <= j.max_attempts and (j.locked_at is null or j.locked_at > ${examinedAt} - interval '5 minutes'
            or exists (select from platform.workers w where w.id = j.locked_by and w.seen_at > ${examinedAt} - interval '5 minutes')) as ok,
          jsonb_build_object('heldSince', j.locked_at, 'heldBy', j.locked_by, 'attempts', j.attempts, 'most', j.max_attempts) as found
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
    ),
    table: 'graphile_worker._private_jobs',
  },
  check(
    'I58',
    { zh: '已注销的顾客不再留有个人信息', en: 'Nothing that tells who it was is left of an erased shopper' },
    {
      zh: '注销没有做完：请工程师查明哪一部分没有清除，再补做',
      en: 'The erasure was not finished: have the engineers find the part that was left and finish it',
    },
    sql`
      select ${firstShop} as shop_id, a.id::text as subject,
        a.status = 'closed' and a.display_name = '' and num_nonnulls(a.phone_cipher, a.phone_index, a.phone_last4_index, a.password_hash) = 0
          and coalesce(c.display_name, '') = '' and c.email_cipher is null
          and not exists (select from sales.addresses d where d.customer_id = a.id)
          and not exists (select from platform.messages m where m.account_id = a.id and m.body <> '') as ok,
        jsonb_build_object('erasedAt', l.erased_at, 'status', a.status) as found
      from office.account_closings l
      join office.accounts a on a.id = l.account_id
      left join sales.customers c on c.id = a.id
      where l.erased_at is not null`,
  ),
  check(
    'I63',
    { zh: '没有跨店铺的引用', en: 'No row points into another shop' },
    {
      zh: '立即停止受影响店铺的操作并报告工程师',
      en: 'Stop work in the shops concerned at once and tell the engineers',
    },
    sql`
      select l.shop_id, l.id::text as subject, exists (select from sales.orders o where o.shop_id = l.shop_id and o.id = l.order_id) as ok, '{"row": "order line"}'::jsonb as found
      from sales.order_lines l
      union all select s.shop_id, s.payment_id::text, exists (select from sales.orders o where o.shop_id = s.shop_id and o.id = s.order_id), '{"row": "share of a payment"}' from sales.payment_shares s
      union all select r.shop_id, r.number, exists (select from sales.payment_shares s where s.shop_id = r.shop_id and s.payment_id = r.payment_id), '{"row": "refund"}' from sales.refunds r
      union all select c.shop_id, c.number, exists (select from sales.orders o where o.shop_id = c.shop_id and o.id = c.order_id), '{"row": "case"}' from care.cases c
      union all select v.shop_id, v.sku, exists (select from goods.products p where p.shop_id = v.shop_id and p.id = v.product_id), '{"row": "variant"}' from goods.variants v
      union all select p.shop_id, p.number, exists (select from supply.outbounds o where o.shop_id = p.shop_id and o.id = p.outbound_id), '{"row": "parcel"}' from supply.parcels p`,
  ),
  check(
    'I64',
    { zh: '金额列都是整数', en: 'Every column of money is a whole number' },
    { zh: '该列的迁移有误，请修正迁移', en: 'A migration made the column wrong: mend it by a migration' },
    sql`
      select ${firstShop} as shop_id, c.table_schema || '.' || c.table_name || '.' || c.column_name as subject, c.data_type in ('bigint', 'integer') as ok,
        jsonb_build_object('type', c.data_type) as found
      from information_schema.columns c
      where c.table_schema in ('office', 'goods', 'supply', 'sales', 'care', 'growth', 'insight')
        and (c.column_name ~ '(_minor|amount|price|balance|fee|cost)$' or c.data_type = 'money')`,
  ),
]
