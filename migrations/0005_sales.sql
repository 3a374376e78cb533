-- From the cart to money in hand. An order has separate axes for review, payment, fulfilment and after-sales; its
-- headline is computed. Every line carries its exact share of discount and freight, so a refund is a look-up.
create schema sales;

create table sales.customers (
  id uuid primary key,
  display_name text not null,
  level integer not null default 1,
  points_balance integer not null default 0 check (points_balance >= 0),
  wants_news boolean not null default false,
  created_at timestamptz not null
);

create table sales.addresses (
  id uuid primary key,
  customer_id uuid not null references sales.customers,
  recipient_cipher bytea not null,
  phone_cipher bytea not null,
  district_code text not null,
  street_cipher bytea not null,
  label text not null default '',
  is_default boolean not null default false,
  created_at timestamptz not null,
  removed_at timestamptz
);
create index addresses_customer on sales.addresses (customer_id, created_at desc) where removed_at is null;
create unique index addresses_default on sales.addresses (customer_id) where is_default and removed_at is null;

create table sales.carts (
  id uuid primary key,
  shop_id uuid not null,
  customer_id uuid references sales.customers,
  guest_hash bytea,
  purpose text not null default 'cart' check (purpose in ('cart', 'buy_now')),
  status text not null default 'active' check (status in ('active', 'ordered', 'merged', 'abandoned')),
  order_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (num_nonnulls(customer_id, guest_hash) >= 1),
  check ((status = 'ordered') = (order_id is not null))
);
create unique index carts_customer on sales.carts (shop_id, customer_id) where status = 'active' and purpose = 'cart' and customer_id is not null;
create unique index carts_guest on sales.carts (shop_id, guest_hash) where status = 'active' and purpose = 'cart' and customer_id is null;

create table sales.cart_lines (
  id uuid primary key,
  shop_id uuid not null,
  cart_id uuid not null references sales.carts,
  product_id uuid not null,
  variant_id uuid not null,
  quantity integer not null check (quantity between 1 and 9999),
  selected boolean not null default true,
  seen_minor bigint not null,
  added_at timestamptz not null,
  unique (shop_id, cart_id, variant_id)
);

-- One reduction over a threshold for a whole order (满减). The promotion engine will take its place behind the same door.
create table sales.reductions (
  id uuid primary key,
  shop_id uuid not null,
  name text not null,
  name_en text not null,
  threshold_minor bigint not null check (threshold_minor > 0),
  off_minor bigint not null check (off_minor > 0 and off_minor <= threshold_minor),
  currency char(3) not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  created_at timestamptz not null
);
create index reductions_window on sales.reductions (shop_id, starts_at, ends_at);

create table sales.orders (
  id uuid primary key,
  shop_id uuid not null,
  number text not null,
  customer_id uuid not null references sales.customers,
  cart_id uuid not null,
  status text not null default 'open' check (status in ('open', 'cancelled', 'completed')),
  review_status text not null default 'not_needed' check (review_status in ('not_needed', 'waiting', 'held', 'approved', 'rejected')),
  payment_status text not null default 'awaiting' check (payment_status in ('awaiting', 'paid', 'partly_refunded', 'refunded')),
  fulfilment_status text not null default 'waiting'
    check (fulfilment_status in ('waiting', 'pending', 'released', 'short', 'partly_shipped', 'shipped', 'delivered', 'received', 'cancelled')),
  after_sales_status text not null default 'none' check (after_sales_status in ('none', 'open', 'settled')),
  currency char(3) not null,
  items_minor bigint not null check (items_minor >= 0),
  discount_minor bigint not null check (discount_minor between 0 and items_minor),
  freight_minor bigint not null check (freight_minor >= 0),
  total_minor bigint not null,
  refunded_minor bigint not null default 0,
  reduction_id uuid,
  reduction_name text,
  recipient_cipher bytea not null,
  phone_index bytea not null,
  phone_last4_index bytea not null,
  district_code text not null,
  carrier text not null,
  memo text not null default '',
  invoice_wish jsonb,
  requests jsonb not null default '[]',
  review_reasons text[] not null default '{}',
  cancel_reason text,
  locale text not null,
  placed_at timestamptz not null,
  pay_by timestamptz not null,
  paid_at timestamptz,
  dispatch_by timestamptz,
  arrives_from date,
  arrives_to date,
  released_at timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  received_at timestamptz,
  receive_by timestamptz,
  completed_at timestamptz,
  promise_alarm text check (promise_alarm in ('soon', 'broken')),
  version integer not null default 1,
  constraint orders_number_key unique (shop_id, number),
  constraint orders_cart_once unique (shop_id, cart_id),
  constraint orders_total check (total_minor = items_minor - discount_minor + freight_minor and total_minor >= 0),
  constraint orders_refunded check (refunded_minor between 0 and total_minor)
);
create index orders_newest on sales.orders (shop_id, placed_at desc, id desc);
create index orders_customer on sales.orders (customer_id, placed_at desc, id desc);
create index orders_unpaid on sales.orders (pay_by) where status = 'open' and payment_status = 'awaiting';
create index orders_to_ship on sales.orders (shop_id, dispatch_by) where status = 'open' and fulfilment_status in ('waiting', 'pending', 'released', 'short', 'partly_shipped');
create index orders_to_receive on sales.orders (receive_by) where status = 'open' and fulfilment_status = 'delivered';
create index orders_in_review on sales.orders (shop_id, placed_at) where review_status in ('waiting', 'held');
create index orders_after_sales on sales.orders (shop_id, placed_at desc, id desc) where after_sales_status = 'open';
create index orders_received on sales.orders (received_at) where status = 'open' and fulfilment_status = 'received';
create index orders_phone on sales.orders (shop_id, phone_index);
create index orders_phone_last4 on sales.orders (shop_id, phone_last4_index);

create table sales.order_lines (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  position integer not null,
  product_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  name text not null,
  name_en text not null,
  specification text not null default '',
  specification_en text not null default '',
  barcode text,
  picture_id uuid,
  slug text not null,
  unit_price_minor bigint not null check (unit_price_minor >= 0),
  cost_minor bigint,
  quantity integer not null check (quantity between 1 and 9999),
  subtotal_minor bigint not null,
  discount_minor bigint not null,
  freight_minor bigint not null,
  total_minor bigint not null,
  weight_grams integer not null,
  requires_shipping boolean not null,
  agreed jsonb not null,
  shipped integer not null default 0,
  returned integer not null default 0,
  refunded_minor bigint not null default 0,
  constraint order_lines_sum check (subtotal_minor = unit_price_minor * quantity and total_minor = subtotal_minor - discount_minor + freight_minor),
  check (discount_minor between 0 and subtotal_minor and freight_minor >= 0),
  check (shipped between 0 and quantity and returned between 0 and quantity),
  check (refunded_minor between 0 and total_minor),
  unique (shop_id, order_id, position)
);
create index order_lines_order on sales.order_lines (shop_id, order_id);
create index order_lines_product on sales.order_lines (shop_id, product_id);

create table sales.payments (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  number text not null,
  provider text not null,
  status text not null default 'created'
    check (status in ('created', 'pending', 'unknown', 'succeeded', 'failed', 'closed', 'mismatch')),
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  captured_minor bigint not null default 0,
  refund_minor bigint not null default 0,
  provider_ref text,
  pay_url text,
  surplus boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  checked_at timestamptz,
  checks integer not null default 0,
  paid_at timestamptz,
  constraint payments_number_key unique (number),
  constraint payments_provider_ref unique (provider, provider_ref),
  constraint payments_refund check (refund_minor between 0 and captured_minor),
  constraint payments_captured check (captured_minor >= 0 and captured_minor <= amount_minor)
);
create index payments_order on sales.payments (shop_id, order_id, created_at);
create unique index payments_one_open on sales.payments (shop_id, order_id) where status in ('created', 'pending', 'unknown');
create index payments_open on sales.payments (created_at) where status in ('created', 'pending', 'unknown');

create table sales.refunds (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  payment_id uuid not null references sales.payments,
  number text not null,
  cause text not null,
  cause_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  reason text not null,
  status text not null default 'approved' check (status in ('approved', 'sent', 'succeeded', 'failed')),
  provider_ref text,
  attempts integer not null default 0,
  failure text,
  requested_by text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  succeeded_at timestamptz,
  constraint refunds_number_key unique (number),
  constraint refunds_once unique (shop_id, cause, cause_id, payment_id),
  constraint refunds_provider_ref unique (provider_ref)
);
create index refunds_order on sales.refunds (shop_id, order_id);
create index refunds_open on sales.refunds (created_at) where status in ('approved', 'sent');
