import { sql } from 'kysely'
import { ledgerAccounts } from '#model/office/ledger'
import { type Check, check } from './check.ts'

const payRemedy = {
  zh: '与支付机构账单核对该笔支付，暂停该订单的退款，直到查清',
  en: 'Compare the payment with the bill of the provider, and hold refunds of the order until it is clear',
}
const booksRemedy = {
  zh: '账目只能以反向分录更正；请财务核对来源单据',
  en: 'The books are corrected only by a transfer back: have finance look at the source document',
}

/** How much of what was captured pays which order. */
const paidOf = sql`
  select s.shop_id, s.order_id, sum(s.amount_minor) as captured
  from sales.payment_shares s join sales.payments p on p.id = s.payment_id and p.status = 'succeeded' where not s.surplus`

/** What payments, refunds, orders and the books must agree on. */
export const moneyChecks: readonly Check[] = [
  check(
    'I20',
    { zh: '没有订单被重复支付', en: 'No order is paid twice' },
    payRemedy,
    sql`
      select o.shop_id, o.number as subject, p.captured <= o.total_minor as ok, jsonb_build_object('total', o.total_minor, 'captured', p.captured) as found
      from sales.orders o
      join (
        ${paidOf} group by 1, 2
      ) p on p.shop_id = o.shop_id and p.order_id = o.id`,
  ),
  check(
    'I21',
    { zh: '已付款订单的款项足额', en: 'An order that counts as paid is paid in full' },
    payRemedy,
    sql`
      select o.shop_id, o.number as subject, coalesce(p.captured, 0) = o.total_minor - o.waived_minor as ok,
        jsonb_build_object('total', o.total_minor, 'captured', p.captured, 'payment', o.payment_status) as found
      from sales.orders o
      left join (
        ${paidOf} group by 1, 2
      ) p on p.shop_id = o.shop_id and p.order_id = o.id
      where o.payment_status not in ('awaiting', 'on_delivery')`,
  ),
  check(
    'I22',
    {
      zh: '支付记录的退款等于各笔退款之和，且不超过实收',
      en: 'What a payment gave back is the sum of its refunds and no more than it took',
    },
    payRemedy,
    sql`
      select p.shop_id, p.number as subject,
        p.refund_minor = coalesce(r.refunded, 0) and p.refund_minor = s.refunded and p.refund_minor <= p.captured_minor and p.captured_minor <= p.amount_minor as ok,
        jsonb_build_object('amount', p.amount_minor, 'captured', p.captured_minor, 'refund', p.refund_minor, 'refunds', r.refunded, 'shares', s.refunded) as found
      from sales.payments p
      left join (select payment_id, sum(amount_minor) as refunded from sales.refunds where status <> 'declined' group by 1) r on r.payment_id = p.id
      left join (select payment_id, sum(refund_minor) as refunded from sales.payment_shares group by 1) s on s.payment_id = p.id`,
  ),
  check(
    'I67',
    { zh: '一笔支付分给各订单的份额之和等于其金额', en: 'The shares of a payment in its orders sum to its amount' },
    payRemedy,
    sql`
      select p.shop_id, p.number as subject, s.shared = p.amount_minor and s.fits as ok,
        jsonb_build_object('amount', p.amount_minor, 'shares', s.shared) as found
      from sales.payments p
      left join (
        select payment_id, sum(amount_minor) as shared, bool_and(refund_minor between 0 and amount_minor) as fits from sales.payment_shares group by 1
      ) s on s.payment_id = p.id`,
  ),
  check(
    'I23',
    { zh: '支付与退款的币种与订单一致', en: 'Payments and refunds are in the currency of their order' },
    payRemedy,
    sql`
      select p.shop_id, p.number as subject, p.currency = o.currency and coalesce(r.same, true) as ok, jsonb_build_object('payment', p.currency, 'order', o.currency) as found
      from sales.payments p
      join sales.payment_shares s on s.payment_id = p.id
      join sales.orders o on o.shop_id = s.shop_id and o.id = s.order_id
      left join (
        select p.id, bool_and(r.currency = p.currency) as same from sales.refunds r join sales.payments p on p.id = r.payment_id group by 1
      ) r on r.id = p.id`,
  ),
  check(
    'I24',
    { zh: '支付机构的每个流水只用一次', en: 'A transaction of a provider is used once' },
    payRemedy,
    sql`
      select min(shop_id::text)::uuid as shop_id, kind || ' ' || provider_ref as subject, count(*) = 1 as ok, jsonb_build_object('times', count(*)) as found
      from (
        select shop_id, 'payment ' || provider as kind, provider_ref from sales.payments where provider_ref is not null
        union all select shop_id, 'refund', provider_ref from sales.refunds where provider_ref is not null
      ) used group by kind, provider_ref`,
  ),
  check(
    'I25',
    { zh: '售后退款不超过所退商品的实付', en: 'A case pays back no more than its goods had cost the buyer' },
    payRemedy,
    sql`
      select c.shop_id, c.number as subject, r.refunded <= c.amount_minor and c.amount_minor <= o.total_minor as ok,
        jsonb_build_object('case', c.amount_minor, 'refunded', r.refunded) as found
      from care.cases c
      join sales.orders o on o.shop_id = c.shop_id and o.id = c.order_id
      join (
        select shop_id, cause_id, sum(amount_minor) as refunded from sales.refunds where cause = 'case' group by 1, 2
      ) r on r.shop_id = c.shop_id and r.cause_id = c.id`,
  ),
  check(
    'I93',
    {
      zh: '补偿只付一次、按批准的金额，且订单的补偿与退款合计不超过实付',
      en: 'A compensation is paid once with what was granted, and with all refunds of its order no more than was paid',
    },
    payRemedy,
    sql`
      select c.shop_id, c.number as subject, coalesce(r.refunded, 0) = case when c.status in ('refunding', 'settled') then c.amount_minor else 0 end
          and o.refunded_minor <= o.total_minor - o.waived_minor as ok,
        jsonb_build_object('granted', c.amount_minor, 'paid', r.refunded, 'order', o.refunded_minor, 'total', o.total_minor) as found
      from care.cases c
      join sales.orders o on o.shop_id = c.shop_id and o.id = c.order_id
      left join (
        select shop_id, cause_id, sum(amount_minor) as refunded from sales.refunds where cause = 'case' group by 1, 2
      ) r on r.shop_id = c.shop_id and r.cause_id = c.id
      where c.kind = 'compensation'`,
  ),
  check(
    'I65',
    { zh: '订单已退金额等于其退款之和', en: 'What an order gave back is the sum of its refunds' },
    payRemedy,
    sql`
      select o.shop_id, o.number as subject, o.refunded_minor = coalesce(r.refunded, 0) and l.refunded <= o.refunded_minor + o.waived_minor as ok,
        jsonb_build_object('order', o.refunded_minor, 'waived', o.waived_minor, 'refunds', r.refunded, 'lines', l.refunded) as found
      from sales.orders o
      join (select shop_id, order_id, sum(refunded_minor) as refunded from sales.order_lines group by 1, 2) l on l.shop_id = o.shop_id and l.order_id = o.id
      left join (
        select r.shop_id, r.order_id, sum(r.amount_minor) as refunded
        from sales.refunds r join sales.payment_shares p on p.shop_id = r.shop_id and p.payment_id = r.payment_id and not p.surplus
        where r.status <> 'declined' group by 1, 2
      ) r on r.shop_id = o.shop_id and r.order_id = o.id`,
  ),
  check(
    'I26',
    {
      zh: '超过一人权限的退款，须有发起人以外的另一人复核才退出',
      en: 'A refund that was too much for one person leaves only with a second one behind it',
    },
    payRemedy,
    sql`
      select shop_id, number as subject,
        case when status = 'waiting' then decider_id is null and sent_at is null else decider_id is not null and decider_id is distinct from requester_id end as ok,
        jsonb_build_object('status', status, 'by', requested_by, 'second', decided_by) as found
      from sales.refunds where needs_second`,
  ),
  check(
    'I27',
    {
      zh: '每笔分录两边都是账上的科目，金额为正',
      en: 'Every transfer moves a positive amount between two accounts of the books',
    },
    booksRemedy,
    sql`
      select shop_id, cause || ' ' || cause_id as subject, amount_minor > 0 and debit <> credit and debit = any(${accounts()}) and credit = any(${accounts()}) as ok,
        jsonb_build_object('debit', debit, 'credit', credit, 'amount', amount_minor) as found
      from office.ledger_transfers`,
  ),
  check(
    'I28',
    { zh: '每笔收款和退款都按原额入账一次', en: 'Every payment and refund stands in the books once, with its amount' },
    booksRemedy,
    sql`
      select m.shop_id, m.number as subject, m.amount = coalesce(t.amount, 0) as ok, jsonb_build_object('amount', m.amount, 'books', t.amount) as found
      from (
        select s.shop_id, 'payment' as cause, p.id, p.number, s.amount_minor as amount
        from sales.payment_shares s join sales.payments p on p.id = s.payment_id where p.status = 'succeeded' and p.method <> 'cod'
        union all select shop_id, 'refund', id, number, amount_minor from sales.refunds
        union all select shop_id, 'refund_declined', id, number, amount_minor from sales.refunds where status = 'declined'
      ) m
      left join (
        select shop_id, cause, cause_id, sum(amount_minor) as amount from office.ledger_transfers
        where (cause = 'payment' and debit = 'provider_clearing') or (cause = 'refund' and credit in ('provider_clearing', 'payouts_due')) or cause = 'refund_declined' group by 1, 2, 3
      ) t on t.shop_id = m.shop_id and t.cause = m.cause and t.cause_id = m.id`,
  ),
  check(
    'I30',
    { zh: '账目币种与店铺一致', en: 'The books are in the currency of the shop' },
    booksRemedy,
    sql`
      select t.shop_id, t.cause || ' ' || t.cause_id as subject, t.currency = s.currency as ok, jsonb_build_object('transfer', t.currency, 'shop', s.currency) as found
      from office.ledger_transfers t join office.shops s on s.id = t.shop_id`,
  ),
  check(
    'I31',
    { zh: '账面每笔收退款都有单据', en: 'No payment or refund stands in the books without its document' },
    booksRemedy,
    sql`
      select t.shop_id, t.cause || ' ' || t.cause_id as subject, p.payment_id is not null or r.id is not null as ok, jsonb_build_object('amount', t.amount_minor) as found
      from office.ledger_transfers t
      left join sales.payment_shares p on t.cause = 'payment' and p.shop_id = t.shop_id and p.payment_id = t.cause_id
      left join sales.refunds r on r.shop_id = t.shop_id and r.id = t.cause_id and (t.cause = 'refund' or (t.cause = 'refund_declined' and r.status = 'declined'))
      where t.cause in ('payment', 'refund', 'refund_declined')`,
  ),
  check(
    'I80',
    {
      zh: '每笔拒付按其结果入账：扣回、退回或成为损失，且不超过买家所付',
      en: 'Every dispute stands in the books as it was decided: taken back, returned or lost, and no more than was paid',
    },
    payRemedy,
    sql`
      select d.shop_id, d.provider_ref as subject,
        coalesce(t.taken, 0) = case when d.status in ('open', 'won', 'lost') then d.amount_minor else 0 end
          and coalesce(t.returned, 0) = case when d.status = 'won' then d.amount_minor else 0 end
          and coalesce(t.lost, 0) = case when d.status = 'lost' then d.amount_minor else 0 end
          and d.amount_minor <= s.amount_minor as ok,
        jsonb_build_object('status', d.status, 'amount', d.amount_minor, 'taken', t.taken, 'returned', t.returned, 'lost', t.lost) as found
      from sales.disputes d
      join sales.payment_shares s on s.shop_id = d.shop_id and s.payment_id = d.payment_id
      left join (
        select shop_id, cause_id, sum(amount_minor) filter (where cause = 'dispute') as taken,
          sum(amount_minor) filter (where cause = 'dispute_won') as returned, sum(amount_minor) filter (where cause = 'dispute_lost') as lost
        from office.ledger_transfers where cause in ('dispute', 'dispute_won', 'dispute_lost') group by 1, 2
      ) t on t.shop_id = d.shop_id and t.cause_id = d.id`,
  ),
]

function accounts() {
  return sql`array[${sql.join(Object.keys(ledgerAccounts).map((account) => sql.lit(account)))}]`
}
