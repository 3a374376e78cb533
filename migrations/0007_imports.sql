-- Sheets come in more forms than one, and may be taken back: an import keeps what it did to each thing, a shop keeps how
-- it matched the columns of a sheet, and pictures named by address are fetched one by one, each with its outcome.
create table platform.import_effects (
  id bigint generated always as identity primary key,
  import_id uuid not null references platform.imports on delete cascade,
  row integer not null,
  subject text not null,
  subject_id uuid not null,
  label text not null,
  did text not null check (did in ('created', 'updated')),
  before jsonb,
  after jsonb,
  state text not null default 'standing' check (state in ('standing', 'reversed', 'kept')),
  code text,
  details jsonb not null default '{}'
);
create index import_effects_order on platform.import_effects (import_id, id);
create index import_effects_kept on platform.import_effects (import_id, id) where code is not null;

-- One row an import: asking twice is asking once.
create table platform.import_reversals (
  import_id uuid primary key references platform.imports,
  shop_id uuid not null,
  status text not null check (status in ('waiting', 'running', 'finished')),
  total integer not null,
  done integer not null default 0,
  reversed integer not null default 0,
  kept integer not null default 0,
  actor jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz
);

-- How a shop matched the columns of sheets with these heads the last time.
create table platform.import_mappings (
  shop_id uuid not null,
  kind text not null,
  signature text not null,
  dialect text,
  columns jsonb not null,
  used_at timestamptz not null,
  primary key (shop_id, kind, signature)
);

create table goods.picture_fetches (
  shop_id uuid not null,
  import_id uuid not null,
  picture_id uuid not null references goods.pictures,
  source_url text not null,
  row integer not null,
  status text not null default 'waiting' check (status in ('waiting', 'fetched', 'failed')),
  code text,
  details jsonb not null default '{}',
  attempts integer not null default 0,
  tried_at timestamptz,
  primary key (shop_id, import_id, picture_id)
);
create index picture_fetches_waiting on goods.picture_fetches (shop_id, import_id, picture_id) where status = 'waiting';
