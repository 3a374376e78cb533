-- The machinery every floor stands on: the event log (outbox and audit trail in one), keys of repeated requests,
-- settings, throttles, the message outbox, raw facts from outside, imports and files.
create extension if not exists pg_trgm;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: correct it with a new row', tg_table_name using errcode = 'restrict_violation';
end $$;

create table platform.events (
  id uuid primary key,
  shop_id uuid not null,
  type text not null,
  aggregate text not null,
  aggregate_id uuid not null,
  version integer not null check (version > 0),
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  origin text not null,
  at timestamptz not null,
  data jsonb not null default '{}',
  constraint events_version_key unique (shop_id, aggregate_id, version)
);
create index events_type on platform.events (shop_id, type, id);
create trigger events_append_only before update or delete on platform.events for each row execute function platform.refuse_change();

-- Events still to be handed to their listeners; the relay deletes what it has handed on.
create table platform.outbox (
  event_id uuid primary key references platform.events,
  added_at timestamptz not null default now()
);
-- One row: whoever holds its lock is the relay, so that events of one aggregate keep their order.
create table platform.relay (singleton boolean primary key default true check (singleton), beat_at timestamptz);
insert into platform.relay default values;

create table platform.workers (id text primary key, seen_at timestamptz not null);

create table platform.idempotency_keys (
  shop_id uuid not null,
  scope text not null,
  key text not null check (length(key) between 1 and 200),
  fingerprint text not null,
  result jsonb,
  created_at timestamptz not null,
  primary key (shop_id, scope, key)
);
create index idempotency_keys_age on platform.idempotency_keys (created_at);

create table platform.settings (
  shop_id uuid not null,
  name text not null,
  value jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (shop_id, name)
);

create table platform.throttles (
  key text primary key,
  count integer not null check (count >= 0),
  ends_at timestamptz not null
);

create table platform.messages (
  id uuid primary key,
  shop_id uuid not null,
  channel text not null check (channel in ('sms', 'email')),
  recipient text not null,
  account_id uuid,
  purpose text not null check (purpose in ('service', 'security', 'marketing')),
  template text not null,
  locale text not null check (locale in ('zh', 'en')),
  subject text,
  body text not null,
  dedupe_key text,
  created_at timestamptz not null,
  constraint messages_once unique (shop_id, dedupe_key)
);
create index messages_newest on platform.messages (shop_id, created_at desc, id desc);

-- Facts from outside (payment notices, tracking pushes) as they arrived: acknowledged first, processed by a job.
create table platform.inbox (
  id uuid primary key,
  shop_id uuid not null,
  provider text not null,
  event_id text not null,
  headers jsonb not null,
  body bytea not null,
  received_at timestamptz not null,
  processed_at timestamptz,
  outcome text,
  constraint inbox_once unique (provider, event_id)
);
create index inbox_open on platform.inbox (received_at) where processed_at is null;

create table platform.files (
  id uuid primary key,
  shop_id uuid not null,
  key text not null unique,
  name text not null,
  type text not null,
  size integer not null check (size >= 0),
  sha256 text not null,
  purpose text not null,
  created_at timestamptz not null,
  created_by uuid
);
create index files_content on platform.files (shop_id, purpose, sha256);

create table platform.imports (
  id uuid primary key,
  shop_id uuid not null,
  number text not null,
  kind text not null,
  file_id uuid not null references platform.files,
  file_name text not null,
  mapping jsonb not null,
  dry_run boolean not null,
  status text not null check (status in ('waiting', 'running', 'finished', 'failed', 'cancelled')),
  total integer not null default 0,
  done integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  failed integer not null default 0,
  error text,
  actor jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint imports_number_key unique (shop_id, number)
);
create index imports_newest on platform.imports (shop_id, created_at desc);

create table platform.import_failures (
  import_id uuid not null references platform.imports on delete cascade,
  row integer not null,
  position integer not null,
  field text not null,
  code text not null,
  details jsonb not null default '{}',
  value text,
  primary key (import_id, row, position)
);
