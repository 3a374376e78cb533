-- What is done to many orders at once is work of its own: asked once, done order by order, with a result for each, so that a page that is closed in between loses nothing,
-- what was refused can be tried again alone, and what can be taken back is taken back from what it found.
create table sales.bulk_runs (
  id uuid primary key,
  shop_id uuid not null,
  verb text not null,
  details jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'finished')),
  round integer not null default 1,
  total integer not null check (total > 0),
  asked_by uuid,
  actor jsonb not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  undoes uuid references sales.bulk_runs,
  check ((status = 'finished') = (finished_at is not null)),
  constraint bulk_runs_undone_once unique (undoes)
);
create index bulk_runs_latest on sales.bulk_runs (shop_id, asked_by, asked_at desc);

create table sales.bulk_orders (
  run_id uuid not null references sales.bulk_runs,
  position integer not null,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  number text not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'refused')),
  code text,
  details jsonb,
  -- What the work found and left, by which it is taken back.
  found jsonb,
  primary key (run_id, position),
  check ((status = 'refused') = (code is not null))
);
