-- Several ways to pay, switched on and off by each shop, each at a provider and at an account there that a payment remembers: it is
-- asked about, closed and refunded where it was opened, whatever the shop has changed since.

create table sales.payment_accounts (
  id uuid primary key,
  shop_id uuid not null,
  provider text not null,
  -- The merchant's number, application or account: no secret, shown on pages. The same one again replaces the keys.
  known_by text not null,
  secret_cipher bytea not null,
  saved_at timestamptz not null,
  saved_by text not null,
  constraint payment_accounts_once unique (shop_id, provider, known_by)
);

create table sales.payment_methods (
  shop_id uuid not null,
  method text not null check (method in ('wechat', 'alipay', 'card', 'cod')),
  enabled boolean not null,
  position integer not null,
  label text not null default '',
  label_en text not null default '',
  least_minor bigint check (least_minor >= 0),
  most_minor bigint check (most_minor > 0),
  -- Without one: the installation's account.
  account_id uuid references sales.payment_accounts,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (shop_id, method),
  check (most_minor is null or least_minor is null or least_minor <= most_minor)
);

-- `handle`: the provider's own name for a payment that was opened.
alter table sales.payments
  add column method text not null default 'wechat',
  add column account_id uuid references sales.payment_accounts,
  add column handle text;
-- What we expect the provider to keep of it, until its bill says.
alter table sales.payment_shares add column fee_minor bigint not null default 0;
