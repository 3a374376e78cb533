-- Shoppers ask to be told when a variant that is sold out can be bought again. Who was told waits no longer: the row goes in the transaction that writes the message, so that
-- nobody is told twice. Asking again afterwards is a new row.
create table sales.stock_waits (
  shop_id uuid not null references office.shops (id),
  variant_id uuid not null,
  customer_id uuid not null,
  locale text not null check (locale in ('zh', 'en')),
  asked_at timestamptz not null,
  primary key (shop_id, variant_id, customer_id)
);
create index stock_waits_of_customer on sales.stock_waits (customer_id, asked_at desc);
