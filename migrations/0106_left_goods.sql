-- Goods that were picked for a box which was taken back lie at the packing table. When the box was made anew the books put them on their shelves again, though nobody had carried them.
-- They stay at the table in the books until somebody has: what lies there is kept beside the picks, because a new box has lines and picks of its own. The code that runs
-- goes on as before, and does not see what is kept here.
create table supply.left_goods (
  -- The pick that brought them to the table.
  id uuid primary key,
  shop_id uuid not null,
  outbound_id uuid not null references supply.outbounds,
  line_id uuid not null,
  -- Where they came from and go back to.
  bin_id uuid not null references supply.bins,
  lot_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  barcode text,
  name text not null,
  specification text not null default '',
  quantity integer not null check (quantity > 0),
  foreign key (shop_id, lot_id, variant_id) references supply.lots (shop_id, id, variant_id)
);
create index left_goods_outbound on supply.left_goods (shop_id, outbound_id);

-- The box of a line stands with what is set aside since migration 0090: nothing reads or writes this any more.
alter table sales.order_lines drop column box;
