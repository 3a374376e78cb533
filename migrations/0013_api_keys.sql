-- API keys: an outside system acts in a shop with some of the permissions that staff can hold. Only the key's hash is kept;
-- its first characters stay readable, so that people can tell keys apart.
create table office.api_keys (
  id uuid primary key,
  shop_id uuid not null references office.shops,
  name text not null check (length(name) between 1 and 60),
  prefix text not null,
  key_hash bytea not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  requests_per_minute integer not null check (requests_per_minute between 1 and 60000),
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  last_used_ip text not null default '',
  revoked_at timestamptz,
  revoked_by_name text
);
create index api_keys_newest on office.api_keys (shop_id, created_at desc, id desc);

-- Owners of shops that exist already may do what owners of new shops may.
update office.roles set permissions = permissions || '{keys.manage}'
where code = 'owner' and not permissions @> '{keys.manage}';
