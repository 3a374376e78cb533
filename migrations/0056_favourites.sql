-- Shoppers keep products they like, with the price they saw, and follow shops. How many do is counted from the rows when it is shown, up to
-- a bound, so that a product everybody likes has no row that everybody writes.
create table sales.favourites (
  shop_id uuid not null references office.shops (id),
  customer_id uuid not null,
  product_id uuid not null,
  price_minor bigint not null check (price_minor >= 0),
  currency text not null,
  kept_at timestamptz not null,
  primary key (shop_id, product_id, customer_id)
);
create index favourites_of_customer on sales.favourites (customer_id, kept_at desc, product_id desc);

create table sales.follows (
  shop_id uuid not null references office.shops (id),
  customer_id uuid not null,
  followed_at timestamptz not null,
  primary key (shop_id, customer_id)
);
create index follows_of_customer on sales.follows (customer_id, followed_at desc, shop_id desc);
