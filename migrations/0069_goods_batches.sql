-- What people change of many goods at once is kept row by row with what stood there before, so that the whole of it can be taken back later without touching what others changed since,
-- and so that what was refused can be read again. Taking back is a batch of its own.
create table goods.batches (
  id uuid primary key,
  shop_id uuid not null,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  saved integer not null check (saved >= 0),
  unchanged integer not null check (unchanged >= 0),
  refused integer not null check (refused >= 0),
  kept integer not null check (kept >= 0),
  undoes uuid references goods.batches,
  constraint batches_undone_once unique (undoes)
);
create index batches_latest on goods.batches (shop_id, made_at desc, id desc);

create table goods.batch_rows (
  batch_id uuid not null references goods.batches,
  position integer not null,
  shop_id uuid not null,
  product_id uuid not null,
  -- Empty for what a product has once.
  variant_id uuid,
  label text not null,
  status text not null check (status in ('saved', 'unchanged', 'refused', 'held', 'kept')),
  cells jsonb not null,
  kept jsonb not null default '[]',
  field text,
  code text,
  details jsonb,
  primary key (batch_id, position),
  check ((status = 'refused') = (code is not null))
);
