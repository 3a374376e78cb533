-- Cash on delivery: the buyer pays the courier, the carrier hands the money in later. An order goes out without having been paid; what it
-- still owes stands on each of its boxes to the cent, and every box is followed until its cash is with us or the box is back.
alter table sales.orders
  add column cash_on_delivery boolean not null default false,
  -- What of the total was given up before it was collected: pieces that never left, boxes that were refused.
  add column waived_minor bigint not null default 0,
  drop constraint orders_payment_status_check,
  add constraint orders_payment_status_check check (payment_status in ('awaiting', 'on_delivery', 'paid', 'partly_refunded', 'refunded')),
  drop constraint orders_refunded,
  add constraint orders_refunded check (refunded_minor >= 0 and waived_minor >= 0 and refunded_minor + waived_minor <= total_minor);
create index orders_on_delivery on sales.orders (shop_id, placed_at desc, id desc) where cash_on_delivery;

-- Whether a carrier takes cash at the door, and where: without regions wherever it goes.
alter table supply.carriers
  add column collects_cash boolean not null default false,
  add column cash_regions text[] not null default '{}';

-- What the courier collects for the box, in the currency of the shop; zero: nothing.
alter table supply.outbounds add column collect_minor bigint not null default 0 check (collect_minor >= 0);
alter table supply.parcels add column collect_minor bigint not null default 0 check (collect_minor >= 0);

-- Which order owes how much of a box.
create table sales.cash_shares (
  shop_id uuid not null,
  outbound_id uuid not null,
  order_id uuid not null references sales.orders,
  amount_minor bigint not null check (amount_minor >= 0),
  primary key (shop_id, outbound_id, order_id)
);
create index cash_shares_order on sales.cash_shares (shop_id, order_id);

-- A box that left with cash to collect. `disputed`: less was collected than was asked for, and a person decides.
create table sales.cash_parcels (
  parcel_id uuid primary key,
  shop_id uuid not null,
  outbound_id uuid not null,
  source_id uuid not null,
  carrier text not null,
  waybill_number text not null,
  status text not null default 'on_the_way' check (status in ('on_the_way', 'collected', 'disputed', 'returned')),
  currency char(3) not null,
  expected_minor bigint not null check (expected_minor > 0),
  collected_minor bigint not null default 0,
  handed_in_minor bigint not null default 0,
  written_off_minor bigint not null default 0,
  fee_minor bigint not null default 0,
  dispatched_at timestamptz not null,
  collected_at timestamptz,
  settled_at timestamptz,
  returned_at timestamptz,
  graded_at timestamptz,
  overdue_at timestamptz,
  constraint cash_parcels_balance check (handed_in_minor >= 0 and written_off_minor >= 0 and handed_in_minor + written_off_minor <= collected_minor)
);
create index cash_parcels_outbound on sales.cash_parcels (shop_id, outbound_id);
create index cash_parcels_waybill on sales.cash_parcels (shop_id, carrier, waybill_number);
create index cash_parcels_newest on sales.cash_parcels (shop_id, parcel_id desc);
-- What people watch: money that is still with a carrier, and boxes to be opened.
create index cash_parcels_outstanding on sales.cash_parcels (shop_id, collected_at) where collected_minor > handed_in_minor + written_off_minor;
create index cash_parcels_to_grade on sales.cash_parcels (shop_id, returned_at) where status = 'returned' and graded_at is null;
