-- Shoppers belong to the platform, but a shop may bring those it served before: the shop then has them among its customers, and takes
-- out only the addresses that it brought itself.
create table sales.shop_customers (
  shop_id uuid not null,
  customer_id uuid not null references sales.customers,
  since timestamptz not null,
  primary key (shop_id, customer_id)
);
alter table sales.addresses add column brought_by uuid;
