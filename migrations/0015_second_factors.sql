-- A second proof at sign-in for staff: a code of an authenticator app or a passkey, codes to recover with, and roles
-- whose members must have one. A session that waits for its second proof is nobody's until it has it.
create table office.second_factors (
  id uuid primary key,
  account_id uuid not null references office.accounts,
  kind text not null check (kind in ('totp', 'passkey')),
  label text not null default '',
  -- totp: the shared secret, sealed. passkey: its public key, in COSE form.
  secret_cipher bytea,
  credential_id text unique,
  public_key bytea,
  -- totp: the last time step that was used, so that no code works twice. passkey: its signature counter.
  counter bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  used_at timestamptz,
  check (case kind when 'totp' then secret_cipher is not null else credential_id is not null and public_key is not null end)
);
create index second_factors_account on office.second_factors (account_id);
create unique index second_factors_one_totp on office.second_factors (account_id) where kind = 'totp';

create table office.recovery_codes (
  account_id uuid not null references office.accounts,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

alter table office.sessions add column proved_at timestamptz;
alter table office.roles add column needs_second_factor boolean not null default false;
