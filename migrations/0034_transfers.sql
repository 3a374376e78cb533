-- Goods that lie in one warehouse and are needed in another: who asked for what and by when, what the warehouses did, and the
-- notes with which one shift hands the matter to the next. What is on the way lies in a transit bin of the warehouse it goes to.
alter table supply.bins drop constraint bins_zone_check;
alter table supply.bins add constraint bins_zone_check
  check (zone in ('pick', 'reserve', 'staging', 'packing', 'returns', 'quarantine', 'gift', 'transit'));

create table supply.transfers (
  id uuid primary key,
  shop_id uuid not null,
  number text not null,
  from_warehouse_id uuid not null references supply.warehouses,
  to_warehouse_id uuid not null references supply.warehouses,
  source_id uuid not null,
  source_number text not null,
  reason text not null,
  needed_by timestamptz not null,
  status text not null default 'requested'
    check (status in ('requested', 'accepted', 'refused', 'withdrawn', 'sent', 'received', 'closed')),
  keeper_id uuid,
  keeper_name text,
  requested_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint transfers_number_key unique (shop_id, number),
  check (from_warehouse_id <> to_warehouse_id)
);
create index transfers_open on supply.transfers (shop_id, needed_by, id) where ended_at is null;
create index transfers_newest on supply.transfers (shop_id, id desc);
create index transfers_source on supply.transfers (shop_id, source_id);

-- `line_id` is the line of the order that needs the goods; stock is set aside under it.
create table supply.transfer_lines (
  shop_id uuid not null,
  transfer_id uuid not null references supply.transfers,
  line_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  name text not null,
  quantity integer not null check (quantity > 0),
  sent integer not null default 0,
  received integer not null default 0,
  lost integer not null default 0,
  primary key (shop_id, transfer_id, line_id),
  constraint transfer_lines_sent check (sent in (0, quantity)),
  constraint transfer_lines_accounted check (received >= 0 and lost >= 0 and received + lost in (0, sent))
);

create table supply.transfer_notes (
  id uuid primary key,
  shop_id uuid not null,
  transfer_id uuid not null references supply.transfers,
  kind text not null check (kind in ('note', 'hand_over', 'take_over')),
  text text not null,
  by_name text not null,
  at timestamptz not null
);
create index transfer_notes_transfer on supply.transfer_notes (shop_id, transfer_id, id);
