-- People look at the same few cuts of a list all day, each in an order of columns of their own: both are kept by name and by person, so that nobody
-- sets them again every morning, and a cut may be shared with the shop.
create table office.saved_views (
  id uuid primary key,
  shop_id uuid not null,
  list text not null,
  owner_id uuid not null,
  owner_name text not null,
  name text not null,
  filters jsonb not null,
  is_shared boolean not null,
  created_at timestamptz not null,
  constraint saved_views_named_once unique (shop_id, list, owner_id, name)
);

create table office.list_layouts (
  shop_id uuid not null,
  account_id uuid not null,
  list text not null,
  layout jsonb not null,
  primary key (shop_id, account_id, list)
);
