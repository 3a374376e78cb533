-- What carriers say they hand in, line by line, held against what they collected; every difference waits for a person. And money that was
-- paid back to a buyer by hand, because the way it came knows no way back.
create table sales.cash_statements (
  id uuid primary key,
  shop_id uuid not null,
  carrier text not null,
  -- The carrier's own number of it: the same one again is the same statement.
  reference text not null,
  digest text not null,
  file_name text,
  received_on date not null,
  currency char(3) not null,
  lines integer not null,
  collected_minor bigint not null,
  fee_minor bigint not null,
  matched integer not null,
  taken_at timestamptz not null,
  taken_by text not null,
  constraint cash_statements_once unique (shop_id, carrier, reference)
);
create index cash_statements_newest on sales.cash_statements (shop_id, id desc);

create table sales.cash_lines (
  id uuid primary key,
  shop_id uuid not null,
  statement_id uuid not null references sales.cash_statements,
  row integer not null,
  waybill_number text not null,
  parcel_id uuid references sales.cash_parcels,
  collected_minor bigint not null check (collected_minor > 0),
  fee_minor bigint not null check (fee_minor >= 0 and fee_minor <= collected_minor),
  -- So much of it is the cash of the parcel.
  booked_minor bigint not null check (booked_minor between 0 and collected_minor),
  unique (shop_id, statement_id, row)
);
create index cash_lines_parcel on sales.cash_lines (shop_id, parcel_id) where parcel_id is not null;

create table sales.cash_differences (
  id uuid primary key,
  shop_id uuid not null,
  -- The line that differs; nothing when tracking told of it.
  line_id uuid references sales.cash_lines,
  parcel_id uuid references sales.cash_parcels,
  kind text not null check (kind in ('collected_less', 'collected_more', 'unknown_waybill', 'not_collected', 'twice', 'less', 'more')),
  carrier text not null,
  waybill_number text not null,
  ours_minor bigint not null,
  theirs_minor bigint not null,
  currency char(3) not null,
  created_at timestamptz not null,
  resolution text,
  note text,
  resolved_at timestamptz,
  resolved_by text,
  check ((resolution is null) = (resolved_at is null))
);
create index cash_differences_open on sales.cash_differences (shop_id, id desc) where resolved_at is null;
create index cash_differences_newest on sales.cash_differences (shop_id, id desc);

create table sales.payouts (
  refund_id uuid primary key references sales.refunds,
  shop_id uuid not null,
  way text not null check (way in ('bank', 'alipay', 'wechat', 'cash', 'other')),
  reference text not null,
  note text not null default '',
  paid_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index payouts_newest on sales.payouts (shop_id, recorded_at desc);
