-- What staff note about an order for each other stands beside it, not in it: few orders have any, and an order that is placed pays nothing for it. The day it was
-- placed stands here too, so that orders of a flag are found in the order of the list. Orders with words of their buyer are found the same way.
create table sales.order_marks (
  order_id uuid primary key references sales.orders,
  shop_id uuid not null,
  placed_at timestamptz not null,
  flag text check (flag in ('red', 'amber', 'green', 'blue', 'purple')),
  note text not null default '',
  changed_at timestamptz not null,
  changed_by text not null,
  check (flag is not null or note <> '')
);
create index order_marks_flag on sales.order_marks (shop_id, flag, placed_at desc, order_id desc) where flag is not null;
create index order_marks_note on sales.order_marks (shop_id, placed_at desc, order_id desc) where note <> '';
create index orders_memo on sales.orders (shop_id, placed_at desc, id desc) where memo <> '';
