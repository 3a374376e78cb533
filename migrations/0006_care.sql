-- What happens after the sale: cases (refund, return, parcel inquiry) with their clocks and their goods.
create schema care;

create table care.cases (
  id uuid primary key,
  shop_id uuid not null,
  number text not null,
  kind text not null check (kind in ('refund', 'return', 'parcel_inquiry')),
  status text not null check (status in ('applied', 'asked', 'approved', 'refused', 'sent_back', 'arrived', 'graded', 'refunding', 'settled', 'withdrawn', 'open')),
  order_id uuid not null,
  order_number text not null,
  customer_id uuid not null,
  parcel_id uuid,
  reason text not null,
  description text not null default '',
  amount_minor bigint not null default 0 check (amount_minor >= 0),
  currency char(3) not null,
  return_carrier text,
  return_waybill text,
  question text,
  refusal_reason text,
  decided_by text,
  differs boolean not null default false,
  opened_at timestamptz not null,
  decided_at timestamptz,
  arrived_at timestamptz,
  graded_at timestamptz,
  solve_by timestamptz not null,
  check_by timestamptz,
  refund_by timestamptz,
  settled_at timestamptz,
  alarm text check (alarm in ('soon', 'broken')),
  version integer not null default 1,
  constraint cases_number_key unique (shop_id, number),
  constraint cases_parcel_once unique (shop_id, kind, parcel_id)
);
create index cases_newest on care.cases (shop_id, opened_at desc, id desc);
create index cases_open on care.cases (shop_id, status, solve_by) where status not in ('settled', 'refused', 'withdrawn');
create index cases_order on care.cases (shop_id, order_id);
create index cases_customer on care.cases (customer_id, opened_at desc);
create index cases_return on care.cases (shop_id, return_waybill) where return_waybill is not null;

create table care.case_lines (
  id uuid primary key,
  shop_id uuid not null,
  case_id uuid not null references care.cases,
  order_line_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  name text not null,
  specification text not null default '',
  quantity integer not null check (quantity > 0),
  refund_minor bigint not null check (refund_minor >= 0),
  received integer not null default 0,
  restocked integer not null default 0,
  scrapped integer not null default 0,
  grade text check (grade in ('as_new', 'flawed', 'unusable', 'wrong_goods')),
  check (received between 0 and quantity and restocked >= 0 and scrapped >= 0 and restocked + scrapped <= received),
  unique (shop_id, case_id, order_line_id)
);

create table care.case_pictures (
  shop_id uuid not null,
  case_id uuid not null references care.cases,
  picture_id uuid not null,
  position integer not null,
  primary key (shop_id, case_id, picture_id)
);
