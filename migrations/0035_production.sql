-- Goods made to order: how many days making takes is said with the listing; each line of a paid order waits to be made, is being
-- made and is finished before the order goes to the warehouse.
alter table goods.selling_strategies add column make_days integer check (make_days between 1 and 365);

create table sales.productions (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  order_line_id uuid not null,
  status text not null default 'waiting' check (status in ('waiting', 'making', 'made', 'cancelled')),
  make_by timestamptz not null,
  note text not null default '',
  worker text,
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  constraint productions_once unique (shop_id, order_line_id),
  check ((status in ('made', 'cancelled')) = (ended_at is not null))
);
create index productions_queue on sales.productions (shop_id, make_by, id) where ended_at is null;
create index productions_ended on sales.productions (shop_id, ended_at desc, id desc) where ended_at is not null;
create index productions_order on sales.productions (shop_id, order_id);
