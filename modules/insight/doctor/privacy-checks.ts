import { sql } from 'kysely'
import { type Check, check, examinedAt } from './check.ts'

/** What people agreed to, and who saw what is masked. */
export const privacyChecks: readonly Check[] = [
  check(
    'I59',
    {
      zh: '营销消息发出时，收件人的同意有效',
      en: 'No marketing message was sent without a consent that held when it was sent',
    },
    {
      zh: '停止发送营销消息，向收件人致歉，并请工程师查明消息从哪里发出',
      en: 'Stop marketing messages, apologise to whoever got one, and have the engineers find where it left',
    },
    sql`
      select m.shop_id, m.template || ' ' || m.id as subject, coalesce(chosen.wants, false) as ok,
        jsonb_build_object('sentAt', m.sent_at, 'chosenAt', chosen.at, 'wants', chosen.wants) as found
      from platform.messages m
      left join lateral (
        select (e.data ->> 'after')::boolean as wants, e.at from platform.events e
        where e.aggregate_id = m.account_id and e.type = 'customer.news_chosen' and e.at <= m.sent_at order by e.at desc, e.version desc limit 1
      ) chosen on true
      where m.purpose = 'marketing' and m.status = 'sent'
        and not exists (select from office.account_closings l where l.account_id = m.account_id and l.erased_at is not null)`,
  ),
  check(
    'I60',
    {
      zh: '每次查看未打码的个人信息都写明了原因',
      en: 'Every look at unmasked personal data names a reason',
    },
    {
      zh: '向查看的人问明原因并记入审计；请工程师查明为什么没有拦住',
      en: 'Ask whoever looked for the reason and have the engineers find why it was let through',
    },
    sql`
      select r.shop_id, r.actor_name || ' ' || r.subject || ' ' || r.subject_id as subject, length(trim(r.reason)) > 3 as ok,
        jsonb_build_object('at', r.at, 'reason', r.reason) as found
      from platform.personal_reads r
      union all
      select e.shop_id, e.actor_name || ' ' || e.type || ' ' || e.aggregate_id,
        exists (select from platform.personal_reads r where r.shop_id = e.shop_id and r.subject_id = e.aggregate_id and r.at = e.at),
        jsonb_build_object('at', e.at, 'event', e.type)
      from platform.events e
      where e.type in ('order.recipient_revealed', 'customer.revealed', 'outbound.paper_made') and e.at >= (select min(at) from platform.personal_reads)`,
  ),
  check(
    'I79',
    {
      zh: '收件信息保存到期限为止：不早删，到期后订单和包裹上都不留',
      en: 'A recipient is kept until its time is over, and then neither with the order nor with its boxes',
    },
    {
      zh: '留得太久：查看每日任务“orders.forgetRecipients”为什么没有运行；删得太早：从备份中找回，请工程师查明原因',
      en: 'Kept too long: see why the daily job orders.forgetRecipients does not run. Gone too early: get it from a backup and have the engineers find the cause',
    },
    sql`
      select o.shop_id, o.number as subject,
        case when o.recipient_cipher is not null then o.placed_at > ${examinedAt} - make_interval(days => kept.days + 7) or last.at > ${examinedAt} - make_interval(days => kept.days + 7)
          else o.memo = '' and o.requests = '[]' and not boxes.kept and last.at < coalesce(forgotten.at, 'infinity') - interval '1096 days' end as ok,
        jsonb_build_object('kept', o.recipient_cipher is not null, 'lastEvent', last.at, 'forgottenAt', forgotten.at, 'keptWithBox', boxes.kept) as found
      from sales.orders o
      cross join lateral (select coalesce(max(s.value::text::int), 1096) as days from platform.settings s
        where s.shop_id = o.shop_id and s.name = 'orders.recipientDays') kept
      cross join lateral (select max(e.at) as at from platform.events e where e.shop_id = o.shop_id and e.aggregate_id = o.id
        and e.type not in ('order.recipient_revealed', 'order.recipient_forgotten')) last
      cross join lateral (select max(e.at) as at from platform.events e where e.shop_id = o.shop_id and e.aggregate_id = o.id
        and e.type = 'order.recipient_forgotten') forgotten
      cross join lateral (select exists (select from supply.outbounds b where b.shop_id = o.shop_id and b.source_id = o.id
        and b.recipient_cipher is not null) as kept) boxes
      where o.status <> 'open' and o.after_sales_status <> 'open'`,
  ),
  check(
    'I83',
    {
      zh: '浏览记录只在本人同意时才与账号关联',
      en: 'A step of a visit stands beside an account only when its owner agreed',
    },
    {
      zh: '把这些记录与账号断开，并请工程师查明为什么没有拦住',
      en: 'Take the accounts out of these steps and have the engineers find why they were let through',
    },
    sql`
      select b.shop_id, b.customer_id || ' ' || b.id as subject, coalesce(c.agrees, false) as ok, jsonb_build_object('at', b.at, 'agrees', c.agrees) as found
      from insight.behaviour_events b left join insight.behaviour_choices c on c.customer_id = b.customer_id
      where b.customer_id is not null`,
  ),
]
