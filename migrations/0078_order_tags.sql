-- A flag has five colours and one place; what a shop sorts its orders by has as many names as its people think of. Tags are words of the shop's own, several on an order. Like the
-- marks they stand beside the order with the day it was placed, so that the orders of a tag are found in the order of the list. A tag that is taken away leaves all orders.
create table sales.order_tags (
  id uuid primary key,
  shop_id uuid not null,
  name text not null check (name <> ''),
  color text not null check (color in ('red', 'amber', 'green', 'blue', 'purple')),
  made_at timestamptz not null,
  made_by text not null,
  constraint order_tags_named_once unique (shop_id, name)
);
create table sales.tagged_orders (
  order_id uuid not null references sales.orders,
  tag_id uuid not null references sales.order_tags on delete cascade,
  shop_id uuid not null,
  placed_at timestamptz not null,
  primary key (order_id, tag_id)
);
create index tagged_orders_tag on sales.tagged_orders (shop_id, tag_id, placed_at desc, order_id desc);
