import { sql } from 'kysely'
import { type Check, check } from './check.ts'

/** What buyers said, and what a page says of it. */
export const reviewChecks: readonly Check[] = [
  check(
    'I61',
    {
      zh: '评价来自收到该商品的买家，每条订单明细一条',
      en: 'A review is by the buyer who received that line, and is the only one of it',
    },
    {
      zh: '先隐藏该评价，再请工程师查明它如何写入',
      en: 'Hide the review, then have the engineers find out how it was written',
    },
    sql`
      select r.shop_id, r.order_number as subject,
        coalesce(o.customer_id = r.customer_id and o.received_at is not null and (l.shipped > 0 or not l.requires_shipping)
          and count(*) over (partition by r.shop_id, r.order_line_id) = 1, false) as ok,
        jsonb_build_object('line', r.order_line_id, 'by', r.customer_id, 'buyer', o.customer_id, 'shipped', l.shipped) as found
      from care.reviews r
      left join sales.orders o on o.shop_id = r.shop_id and o.id = r.order_id
      left join sales.order_lines l on l.shop_id = r.shop_id and l.order_id = o.id and l.id = r.order_line_id`,
  ),
  check(
    'I90',
    {
      zh: '商品评分等于它各条评价之和',
      en: 'The rating of a product is what its reviews add up to',
    },
    {
      zh: '评分不影响下单；保留此行报告给工程师',
      en: 'Nothing is charged by it: keep this row for the engineers',
    },
    sql`
      select shop_id, product_id::text as subject, r.counted is not distinct from v.counted as ok,
        jsonb_build_object('kept', r.counted, 'reviews', v.counted) as found
      from (
        select shop_id, product_id, array[one, two, three, four, five, pictured, followed_up]::int8[] as counted from care.product_ratings
      ) r full join (
        select shop_id, product_id, array[
          count(*) filter (where stars = 1), count(*) filter (where stars = 2), count(*) filter (where stars = 3),
          count(*) filter (where stars = 4), count(*) filter (where stars = 5),
          count(*) filter (where state = 'shown' and cardinality(picture_ids) + cardinality(follow_up_picture_ids) > 0),
          count(*) filter (where state = 'shown' and follow_up is not null)
        ]::int8[] as counted
        from care.reviews group by 1, 2
      ) v using (shop_id, product_id)`,
  ),
]
