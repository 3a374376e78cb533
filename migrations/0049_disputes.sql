-- A buyer's bank may take money back that a provider has paid us (chargeback). Until now the provider's word of it was not understood:
-- each dispute is kept with its part of the order, and an order that had one says so, so that its buyer's next order is looked at.
create table sales.disputes (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  payment_id uuid not null references sales.payments,
  provider text not null,
  provider_ref text not null,
  status text not null check (status in ('inquiry', 'open', 'won', 'lost', 'dropped')),
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  reason text not null,
  answer_by timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint disputes_once unique (shop_id, provider, provider_ref),
  constraint disputes_closed check ((closed_at is not null) = (status in ('won', 'lost', 'dropped')))
);
create index disputes_order on sales.disputes (shop_id, order_id);

alter table sales.orders add column disputed_at timestamptz;
create index orders_disputed on sales.orders (shop_id, customer_id) where disputed_at is not null;
