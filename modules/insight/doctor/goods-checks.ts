import { sql } from 'kysely'
import { type Check, check } from './check.ts'

/** What shoppers are shown must be what the goods say. */
export const goodsChecks: readonly Check[] = [
  check(
    'I82',
    {
      zh: '预先做好的商品卡片与商品页与商品一致，分类列表与商品的分类一致',
      en: 'A finished card or page says what the product says, and a category lists what belongs to it',
    },
    {
      zh: '有人绕过触发器改了数据：保存一次该商品即可重做',
      en: 'Somebody has changed data past the triggers: save the product once and it is made anew',
    },
    sql`
      select d.shop_id, p.slug || ' ' || d.locale as subject,
        (f.card ->> 'slug', f.card ->> 'name', (f.card #>> '{from,minor}')::bigint, (f.card #>> '{to,minor}')::bigint, f.card #>> '{picture,id}')
            is not distinct from (p.slug, t.name, coalesce(v.lowest, 0), coalesce(v.highest, 0), g.id::text)
          and (f.page ->> 'slug', f.page ->> 'name', f.page -> 'variants') is not distinct from (p.slug, t.name, v.variants) as ok,
        jsonb_build_object('card', f.card - 'sellingPoints', 'variants', f.page -> 'variants', 'goods', v.variants, 'name', t.name) as found
      from goods.search_documents d
      join goods.products p on p.id = d.product_id
      cross join lateral (
        select (d.card || '}')::jsonb as card,
          jsonb_set((d.page || '}')::jsonb, '{variants}', (select coalesce(jsonb_agg(jsonb_build_array(one -> 'sku', one -> 'price' -> 'minor')), '[]')
            from jsonb_array_elements((d.page || '}')::jsonb -> 'variants') one)) as page) f
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_array(v.sku, c.list_minor) order by v.position, v.id), '[]') as variants, min(c.list_minor) as lowest, max(c.list_minor) as highest
        from goods.variants v join goods.prices c on c.shop_id = v.shop_id and c.variant_id = v.id
        where v.shop_id = d.shop_id and v.product_id = d.product_id and v.status = 'active') v
      left join lateral (
        select name from goods.product_texts t where t.shop_id = d.shop_id and t.product_id = d.product_id order by t.locale <> d.locale limit 1) t on true
      left join lateral (
        select g.id from goods.product_pictures s join goods.pictures g on g.shop_id = s.shop_id and g.id = s.picture_id
        where s.shop_id = d.shop_id and s.product_id = d.product_id and g.sha256 not like 'waiting:%' order by s.position, g.id limit 1) g on true
      where d.card is not null and d.page is not null
      union all
      select coalesce(d.shop_id, l.shop_id), coalesce(d.product_id, l.product_id)::text, d.product_id is not null and l.product_id is not null,
        jsonb_build_object('category', coalesce(d.category_id, l.category_id), 'listed', l.product_id is not null)
      from (select shop_id, product_id, on_sale_at, unnest(category_ids) as category_id from goods.search_documents
        where locale = 'zh' and on_sale_at < 'infinity') d
      full join goods.category_products l using (shop_id, category_id, on_sale_at, product_id)`,
  ),
]
