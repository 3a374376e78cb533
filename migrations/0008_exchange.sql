-- Lists leave the house as sheets, by a job, in parts of a few megabytes, for a limited time, and each export stays on record (SEC-08).
-- Orders of other systems come in under the number they had there. What a person may carry in or out is a permission of its own.
create table platform.exports (
  id uuid primary key,
  shop_id uuid not null,
  number text not null,
  kind text not null,
  format text not null check (format in ('csv', 'xlsx')),
  filter jsonb not null default '{}',
  personal boolean not null,
  locale text not null check (locale in ('zh', 'en')),
  status text not null check (status in ('waiting', 'running', 'finished', 'failed', 'expired')),
  rows integer not null default 0 check (rows >= 0),
  bytes bigint not null default 0 check (bytes >= 0),
  parts integer not null default 0 check (parts >= 0),
  run uuid,
  error text,
  actor jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  constraint exports_number_key unique (shop_id, number)
);
create index exports_newest on platform.exports (shop_id, created_at desc, id desc);
create index exports_expiring on platform.exports (shop_id, expires_at) where status = 'finished';

alter table sales.orders add column source text, add column external_number text,
  add constraint orders_external check (num_nulls(source, external_number) in (0, 2)),
  add constraint orders_external_once unique (shop_id, source, external_number),
  alter column cart_id drop not null;

update office.roles set permissions = permissions || array['products.import']
  where 'imports.run' = any(permissions) and not 'products.import' = any(permissions);
update office.roles set permissions = permissions || array['imports.run']
  where code in ('owner', 'ops', 'goods', 'service', 'warehouse') and not 'imports.run' = any(permissions);
update office.roles set permissions = permissions || array['orders.import', 'customers.import']
  where code in ('owner', 'ops') and not 'orders.import' = any(permissions);
update office.roles set permissions = permissions || array['exports.run']
  where code in ('owner', 'ops', 'goods', 'service', 'warehouse', 'finance') and not 'exports.run' = any(permissions);
