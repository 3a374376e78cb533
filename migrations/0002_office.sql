-- Who works here and who buys here, what each may do, what they are told, and the books.
create schema office;

create table office.shops (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  name_en text not null,
  introduction text not null default '',
  introduction_en text not null default '',
  mode text not null default 'b2c' check (mode in ('b2c', 'b2b', 'c2c', 'o2o')),
  currency char(3) not null default 'CNY',
  time_zone text not null default 'Asia/Shanghai',
  is_default boolean not null default false,
  is_demo boolean not null default false,
  created_at timestamptz not null
);
create unique index shops_default on office.shops (is_default) where is_default;

create table office.accounts (
  id uuid primary key,
  kind text not null check (kind in ('shopper', 'staff')),
  user_name text not null,
  display_name text not null,
  password_hash text,
  phone_cipher bytea,
  phone_index bytea,
  phone_last4_index bytea,
  locale text not null default 'zh' check (locale in ('zh', 'en')),
  status text not null default 'active' check (status in ('active', 'disabled', 'closed')),
  created_at timestamptz not null
);
create unique index accounts_user_name_key on office.accounts (kind, lower(user_name));
create unique index accounts_phone_key on office.accounts (kind, phone_index) where phone_index is not null;

create table office.sessions (
  token_hash bytea primary key,
  account_id uuid not null references office.accounts,
  kind text not null check (kind in ('shopper', 'staff')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text not null default '',
  ip text not null default ''
);
create index sessions_account on office.sessions (account_id) where ended_at is null;

create table office.one_time_codes (
  id uuid primary key,
  phone_index bytea not null,
  purpose text not null check (purpose in ('register', 'sign_in', 'reset_password', 'change_phone')),
  code_hash bytea not null,
  attempts integer not null default 0 check (attempts <= 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_codes_open on office.one_time_codes (phone_index, purpose, created_at desc) where used_at is null;

create table office.roles (
  id uuid primary key,
  shop_id uuid not null references office.shops,
  code text not null,
  name text not null,
  name_en text not null,
  permissions text[] not null,
  constraint roles_code_key unique (shop_id, code)
);

create table office.staff_roles (
  shop_id uuid not null references office.shops,
  account_id uuid not null references office.accounts,
  role_id uuid not null references office.roles,
  primary key (shop_id, account_id, role_id)
);
create index staff_roles_account on office.staff_roles (account_id);

-- A notice to everybody in a shop who holds a permission; it stays until somebody has dealt with it.
create table office.notices (
  id uuid primary key,
  shop_id uuid not null,
  permission text not null,
  kind text not null,
  subject text not null,
  subject_id uuid,
  data jsonb not null default '{}',
  dedupe_key text not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  constraint notices_once unique (shop_id, dedupe_key)
);
create index notices_open on office.notices (shop_id, permission, created_at desc) where done_at is null;

-- Double entry with one row a transfer: balanced by construction, corrected only by a transfer back.
create table office.ledger_transfers (
  id uuid primary key,
  shop_id uuid not null,
  debit text not null,
  credit text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  cause text not null,
  cause_id uuid not null,
  posted_at timestamptz not null,
  effective_at timestamptz not null,
  check (debit <> credit),
  constraint ledger_once unique (shop_id, cause, cause_id, debit, credit)
);
create index ledger_debit on office.ledger_transfers (shop_id, debit, posted_at);
create index ledger_credit on office.ledger_transfers (shop_id, credit, posted_at);
create trigger ledger_append_only before update or delete on office.ledger_transfers for each row execute function platform.refuse_change();
