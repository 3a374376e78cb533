import { sql } from 'kysely'
import { type Check, check } from './check.ts'

/** What buyers said, and what a page says of it. */
export const reviewChecks: readonly Check[] = [
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
