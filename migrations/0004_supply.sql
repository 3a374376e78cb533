-- Where goods are and how they leave. Movements are the truth and append-only; levels are derived in the same
-- transaction and guarded by checks. The promise (stock_levels) is what may be sold; bin_stock is where it lies.
create schema supply;

create table supply.warehouses (
  id uuid primary key,
  shop_id uuid not null,
  code text not null,
  name text not null,
  name_en text not null,
  contact_name text not null,
  contact_phone text not null,
  district_code text not null,
  street text not null,
  priority integer not null default 100,
  provinces text[] not null default '{}',
  status text not null default 'open' check (status in ('open', 'closed')),
  constraint warehouses_code_key unique (shop_id, code)
);

create table supply.bins (
  id uuid primary key,
  shop_id uuid not null,
  warehouse_id uuid not null references supply.warehouses,
  code text not null,
  zone text not null check (zone in ('pick', 'reserve', 'staging', 'packing', 'returns', 'quarantine', 'gift')),
  path_order integer not null,
  constraint bins_code_key unique (shop_id, warehouse_id, code)
);

create table supply.lots (
  id uuid primary key,
  shop_id uuid not null,
  variant_id uuid not null,
  number text not null,
  produced_on date,
  expires_on date,
  status text not null default 'released' check (status in ('released', 'blocked')),
  first_in_at timestamptz not null,
  constraint lots_variant_number unique (shop_id, variant_id, number),
  unique (shop_id, id, variant_id),
  check (expires_on > produced_on)
);
create index lots_expiry on supply.lots (shop_id, expires_on) where expires_on is not null;

create table supply.stock_levels (
  shop_id uuid not null,
  variant_id uuid not null,
  warehouse_id uuid not null references supply.warehouses,
  bucket smallint not null default 0,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  updated_at timestamptz not null,
  primary key (shop_id, variant_id, warehouse_id, bucket),
  constraint stock_levels_promise check (reserved >= 0 and on_hand >= reserved)
) with (fillfactor = 70);

create table supply.bin_stock (
  shop_id uuid not null,
  bin_id uuid not null references supply.bins,
  lot_id uuid not null,
  variant_id uuid not null,
  quantity integer not null default 0,
  allocated integer not null default 0,
  primary key (shop_id, bin_id, lot_id, variant_id),
  foreign key (shop_id, lot_id, variant_id) references supply.lots (shop_id, id, variant_id),
  constraint bin_stock_allocated check (allocated >= 0 and quantity >= allocated)
) with (fillfactor = 70);
create index bin_stock_variant on supply.bin_stock (shop_id, variant_id);

-- `sellable` says whether the bin's zone counts towards the promise at that moment (pick, reserve, packing do).
create table supply.stock_movements (
  id uuid primary key,
  shop_id uuid not null,
  variant_id uuid not null,
  warehouse_id uuid not null references supply.warehouses,
  bucket smallint not null default 0,
  bin_id uuid not null references supply.bins,
  lot_id uuid not null,
  quantity integer not null check (quantity <> 0),
  sellable boolean not null,
  kind text not null check (kind in ('receive', 'adjust', 'pick', 'unpick', 'dispatch', 'return', 'move')),
  cause text not null,
  cause_id uuid not null,
  reason text not null default '',
  actor_name text not null,
  at timestamptz not null,
  foreign key (shop_id, lot_id, variant_id) references supply.lots (shop_id, id, variant_id),
  constraint stock_movements_once unique (shop_id, cause, cause_id, kind, bin_id, lot_id, variant_id)
);
create index stock_movements_variant on supply.stock_movements (shop_id, variant_id, warehouse_id, id desc);
create index stock_movements_lot on supply.stock_movements (shop_id, lot_id, id);
create trigger stock_movements_append_only before update or delete on supply.stock_movements for each row execute function platform.refuse_change();

create table supply.reservations (
  id uuid primary key,
  shop_id uuid not null,
  holder_id uuid not null,
  line_id uuid not null,
  variant_id uuid not null,
  warehouse_id uuid not null references supply.warehouses,
  bucket smallint not null default 0,
  quantity integer not null check (quantity > 0),
  status text not null default 'held' check (status in ('held', 'consumed', 'released')),
  expires_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint reservations_once unique (shop_id, holder_id, line_id, warehouse_id, bucket)
);
create index reservations_held on supply.reservations (shop_id, variant_id, warehouse_id) where status = 'held';
create index reservations_due on supply.reservations (expires_at) where status = 'held' and expires_at is not null;

create table supply.carriers (
  shop_id uuid not null,
  code text not null,
  name text not null,
  name_en text not null,
  phone text not null default '',
  inquiry_url text not null default '',
  service text not null default 'standard',
  enabled boolean not null default true,
  days_min integer not null default 2,
  days_max integer not null default 4,
  primary key (shop_id, code)
);

-- First matching rule by priority decides; an empty list of provinces matches everywhere.
create table supply.freight_rules (
  id uuid primary key,
  shop_id uuid not null,
  carrier text not null,
  name text not null,
  provinces text[] not null default '{}',
  reachable boolean not null default true,
  first_grams integer not null check (first_grams > 0),
  first_fee_minor bigint not null check (first_fee_minor >= 0),
  step_grams integer not null check (step_grams > 0),
  step_fee_minor bigint not null check (step_fee_minor >= 0),
  free_from_minor bigint check (free_from_minor > 0),
  priority integer not null,
  foreign key (shop_id, carrier) references supply.carriers (shop_id, code)
);
create index freight_rules_order on supply.freight_rules (shop_id, priority);

create table supply.outbounds (
  id uuid primary key,
  shop_id uuid not null,
  number text not null,
  warehouse_id uuid not null references supply.warehouses,
  source text not null,
  source_id uuid not null,
  source_number text not null,
  status text not null default 'released'
    check (status in ('released', 'picking', 'short', 'picked', 'packed', 'weighed', 'handed_over', 'cancelled')),
  carrier text not null,
  recipient_cipher bytea not null,
  district_code text not null,
  requests jsonb not null default '[]',
  dispatch_by timestamptz not null,
  picker text,
  packer text,
  printed_at timestamptz,
  released_at timestamptz not null,
  handed_over_at timestamptz,
  version integer not null default 1,
  constraint outbounds_number_key unique (shop_id, number),
  constraint outbounds_source_once unique (shop_id, source_id, warehouse_id)
);
create index outbounds_open on supply.outbounds (shop_id, warehouse_id, status, dispatch_by) where status not in ('handed_over', 'cancelled');
create index outbounds_newest on supply.outbounds (shop_id, released_at desc, id desc);

create table supply.outbound_lines (
  id uuid primary key,
  shop_id uuid not null,
  outbound_id uuid not null references supply.outbounds,
  source_line_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  name text not null,
  specification text not null default '',
  barcode text,
  weight_grams integer not null,
  quantity integer not null check (quantity > 0),
  picked integer not null default 0,
  packed integer not null default 0,
  short integer not null default 0,
  check (picked between 0 and quantity and packed between 0 and picked and short >= 0 and picked + short <= quantity),
  unique (shop_id, outbound_id, source_line_id)
);

-- Where a picker is sent: a slice of bin stock set aside for one line, first expired first, else first in.
create table supply.picks (
  id uuid primary key,
  shop_id uuid not null,
  outbound_id uuid not null references supply.outbounds,
  line_id uuid not null references supply.outbound_lines,
  bin_id uuid not null references supply.bins,
  lot_id uuid not null,
  variant_id uuid not null,
  quantity integer not null check (quantity > 0),
  picked integer not null default 0 check (picked between 0 and quantity),
  status text not null default 'open' check (status in ('open', 'done', 'short', 'cancelled'))
);
create index picks_outbound on supply.picks (shop_id, outbound_id);

-- Every scan of a device, by the id the device gave it: a scan that arrives twice counts once.
create table supply.scans (
  id uuid primary key,
  shop_id uuid not null,
  outbound_id uuid not null,
  kind text not null,
  code text not null,
  accepted boolean not null,
  answer jsonb not null,
  actor_name text not null,
  at timestamptz not null
);
create index scans_outbound on supply.scans (shop_id, outbound_id, at);

create table supply.parcels (
  id uuid primary key,
  shop_id uuid not null,
  number text not null,
  outbound_id uuid not null references supply.outbounds,
  source_id uuid not null,
  carrier text not null,
  waybill_number text,
  sorting_code text,
  weight_grams integer check (weight_grams > 0),
  postage_minor bigint check (postage_minor >= 0),
  status text not null default 'announced'
    check (status in ('announced', 'labelled', 'handed_over', 'in_transit', 'delivering', 'delivered', 'signed', 'problem', 'returning', 'returned', 'cancelled')),
  subscribed_at timestamptz,
  handed_over_at timestamptz,
  tracked_at timestamptz,
  signed_at timestamptz,
  stalled_at timestamptz,
  created_at timestamptz not null,
  constraint parcels_number_key unique (shop_id, number),
  constraint parcels_waybill unique (carrier, waybill_number)
);
create index parcels_outbound on supply.parcels (shop_id, outbound_id);
create index parcels_source on supply.parcels (shop_id, source_id);
create index parcels_on_the_way on supply.parcels (shop_id, tracked_at) where status in ('handed_over', 'in_transit', 'delivering', 'problem');

create table supply.parcel_lines (
  id uuid primary key,
  shop_id uuid not null,
  parcel_id uuid not null references supply.parcels,
  line_id uuid not null references supply.outbound_lines,
  source_line_id uuid not null,
  variant_id uuid not null,
  lot_id uuid not null,
  quantity integer not null check (quantity > 0),
  unique (shop_id, parcel_id, line_id, lot_id)
);

create table supply.tracking_events (
  shop_id uuid not null,
  parcel_id uuid not null references supply.parcels,
  fingerprint text not null,
  at timestamptz not null,
  state text not null,
  text text not null,
  location text,
  received_at timestamptz not null,
  primary key (shop_id, parcel_id, fingerprint)
);
