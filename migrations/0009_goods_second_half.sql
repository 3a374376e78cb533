-- Selling takes more than a page and a price: listings go on and off sale at a set time, words and pictures are screened
-- before buyers see them, prices move by proposal, staff answer from knowledge cards, and services are sold beside goods.

-- A step that a listing takes by itself at a set time. It is kept afterwards: what was planned, by whom, and how it went.
create table goods.listing_plans (
  id uuid primary key,
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  step text not null check (step in ('approve', 'delist', 'relist')),
  at timestamptz not null,
  product_version integer not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'failed', 'cancelled')),
  failure text,
  planned_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((status = 'waiting') = (ended_at is null))
);
create unique index listing_plans_once on goods.listing_plans (shop_id, product_id, step, at) where status = 'waiting';
create index listing_plans_due on goods.listing_plans (shop_id, at) where status = 'waiting';
create index listing_plans_product on goods.listing_plans (shop_id, product_id, at);
create index products_unlisted on goods.products (shop_id, created_at) where on_sale_at is null;

-- The shop's own words beside the built-in dictionary: a row for a built-in word takes its place, severity `off` silences it.
create table goods.screen_words (
  shop_id uuid not null,
  word text not null check (word <> ''),
  kind text not null check (kind in ('absolute', 'medical', 'privilege', 'superstition', 'prohibited_goods', 'own')),
  severity text not null check (severity in ('block', 'warn', 'off')),
  platform text not null default 'all',
  reason text not null,
  exceptions text[] not null default '{}',
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (shop_id, word)
);

-- What a title must say to be found, and the parts a detail page is made of.
alter table goods.products add column keywords text[] not null default '{}';
create table goods.detail_parts (
  id uuid primary key,
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  kind text not null check (kind in ('scene', 'features', 'usage', 'comparison', 'reviews')),
  position integer not null,
  title text not null,
  title_en text not null default '',
  body text not null default '',
  body_en text not null default '',
  picture_ids uuid[] not null default '{}'
);
create index detail_parts_product on goods.detail_parts (shop_id, product_id, position);
create table goods.category_parts (
  category_id uuid not null references goods.categories,
  kind text not null check (kind in ('parameters', 'scene', 'features', 'usage', 'comparison', 'reviews')),
  primary key (category_id, kind)
);

-- How sharp a picture is (null: never measured), and what a main picture shows: a scene and the pain point it solves.
alter table goods.pictures
  add column sharpness real,
  add column scene text not null default '',
  add column pain_point text not null default '';

-- What service staff need to answer quickly, beside what buyers read.
create table goods.knowledge_cards (
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  material text not null default '',
  price_level text check (price_level in ('entry', 'middle', 'upper')),
  uses text not null default '',
  answers text not null default '',
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (shop_id, product_id)
);

create table goods.related_products (
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  related_id uuid not null references goods.products,
  kind text not null check (kind in ('related', 'accessory', 'upsell')),
  position integer not null,
  primary key (shop_id, product_id, related_id),
  check (product_id <> related_id)
);

-- How one listing is sold: whether whole-order reductions count it, and which carriers may bring it (none named: every one).
create table goods.selling_strategies (
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  joins_reductions boolean not null default true,
  carriers text[] not null default '{}',
  updated_at timestamptz not null,
  primary key (shop_id, product_id)
);

-- What others ask for the same thing, as somebody saw it on a day.
create table goods.competitor_prices (
  id uuid primary key,
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  source text not null check (source <> ''),
  url text,
  price_minor bigint not null check (price_minor > 0),
  currency char(3) not null,
  seen_on date not null,
  noted_by text not null,
  created_at timestamptz not null
);
create index competitor_prices_product on goods.competitor_prices (shop_id, product_id, seen_on desc, id desc);

-- A price somebody wants from a set time: why, who agreed, and what became of it.
create table goods.price_proposals (
  id uuid primary key,
  shop_id uuid not null,
  variant_id uuid not null references goods.variants,
  currency char(3) not null,
  from_minor bigint not null check (from_minor >= 0),
  list_minor bigint not null check (list_minor > 0),
  was_minor bigint check (was_minor > list_minor),
  basis text not null check (basis in ('competition', 'sales', 'cost', 'campaign', 'other')),
  reason text not null check (reason <> ''),
  starts_at timestamptz not null,
  status text not null default 'proposed' check (status in ('proposed', 'approved', 'rejected', 'withdrawn', 'applied', 'conflict')),
  proposed_by uuid,
  proposed_by_name text not null,
  decided_by_name text,
  decided_at timestamptz,
  remark text,
  ended_at timestamptz,
  created_at timestamptz not null
);
create unique index price_proposals_once on goods.price_proposals (shop_id, variant_id) where status in ('proposed', 'approved');
create index price_proposals_due on goods.price_proposals (shop_id, starts_at) where status = 'approved';
create index price_proposals_newest on goods.price_proposals (shop_id, created_at desc, id desc);
