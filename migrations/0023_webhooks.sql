-- Signed webhooks: where an outside system wants to be told of what, the secrets its messages are signed with, and every
-- message with every attempt to deliver it, so that nothing told is lost or unexplained.
create table platform.webhook_endpoints (
  id uuid primary key,
  shop_id uuid not null,
  url text not null,
  description text not null default '',
  events text[] not null check (cardinality(events) > 0),
  payload_version text not null,
  status text not null default 'active' check (status in ('active', 'paused')),
  paused_because text check (paused_because in ('by_hand', 'failing', 'gone')),
  -- Failed attempts since the last success, and since when: what decides about pausing.
  failures integer not null default 0 check (failures >= 0),
  failing_since timestamptz,
  created_at timestamptz not null,
  created_by_name text not null,
  removed_at timestamptz,
  check ((status = 'paused') = (paused_because is not null))
);
create index webhook_endpoints_newest on platform.webhook_endpoints (shop_id, created_at desc, id desc) where removed_at is null;

-- The newest secret has no end; one that was replaced stays valid for a while, so that receivers can follow.
create table platform.webhook_secrets (
  id uuid primary key,
  shop_id uuid not null,
  endpoint_id uuid not null references platform.webhook_endpoints on delete cascade,
  secret_cipher bytea not null,
  created_at timestamptz not null,
  valid_until timestamptz
);
create unique index webhook_secrets_current on platform.webhook_secrets (endpoint_id) where valid_until is null;

create table platform.webhook_deliveries (
  id uuid primary key,
  shop_id uuid not null,
  endpoint_id uuid not null references platform.webhook_endpoints on delete cascade,
  -- The event that is told; for a ping an id of its own.
  event_id uuid not null,
  type text not null,
  -- Exactly the bytes that are signed and sent.
  body text not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  next_at timestamptz not null,
  created_at timestamptz not null,
  delivered_at timestamptz,
  constraint webhook_deliveries_once unique (endpoint_id, event_id)
);
create index webhook_deliveries_due on platform.webhook_deliveries (shop_id, next_at) where status = 'waiting';
create index webhook_deliveries_newest on platform.webhook_deliveries (shop_id, created_at desc, id desc);
create index webhook_deliveries_of on platform.webhook_deliveries (shop_id, endpoint_id, created_at desc, id desc);

create table platform.webhook_attempts (
  id uuid primary key,
  shop_id uuid not null,
  delivery_id uuid not null references platform.webhook_deliveries on delete cascade,
  at timestamptz not null,
  millis integer not null,
  -- The answer's status, or what kept it from coming.
  response_status integer,
  problem text,
  response_excerpt text not null default ''
);
create index webhook_attempts_of on platform.webhook_attempts (delivery_id, at);

update office.roles set permissions = permissions || '{webhooks.manage}'
where code in ('owner', 'ops') and not permissions @> '{webhooks.manage}';
