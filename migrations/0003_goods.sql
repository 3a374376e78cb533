-- What we sell. Categories and brands belong to the platform, everything else to a shop; translated texts stand beside
-- their noun, one row a locale.
create schema goods;

create table goods.categories (
  id uuid primary key,
  parent_id uuid references goods.categories,
  slug text not null unique,
  position integer not null default 0,
  picture_key text,
  created_at timestamptz not null
);
create table goods.category_texts (
  category_id uuid not null references goods.categories,
  locale text not null check (locale in ('zh', 'en')),
  name text not null,
  primary key (category_id, locale)
);
create table goods.category_attributes (
  id uuid primary key,
  category_id uuid not null references goods.categories,
  code text not null,
  kind text not null check (kind in ('text', 'number', 'choice')),
  required boolean not null,
  name text not null,
  name_en text not null,
  options jsonb not null default '[]',
  position integer not null default 0,
  constraint category_attributes_code_key unique (category_id, code)
);

create table goods.brands (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  name_en text not null
);

create table goods.products (
  id uuid primary key,
  shop_id uuid not null,
  slug text not null,
  category_id uuid references goods.categories,
  brand_id uuid references goods.brands,
  kind text not null default 'goods' check (kind in ('goods', 'service')),
  status text not null default 'draft' check (status in ('draft', 'checked', 'in_review', 'on_sale', 'delisted')),
  delisted_because text check (delisted_because in ('by_hand', 'out_of_stock')),
  rejection text,
  is_food boolean not null default false,
  is_perishable boolean not null default false,
  is_valuable_small boolean not null default false,
  is_oversize boolean not null default false,
  is_non_standard boolean not null default false,
  licence text,
  warranty_months integer check (warranty_months > 0),
  shelf_life_days integer check (shelf_life_days > 0),
  tags text[] not null default '{}',
  attributes jsonb not null default '{}',
  source text,
  source_key text,
  submitted_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  on_sale_at timestamptz,
  constraint products_slug_key unique (shop_id, slug),
  constraint products_source_key unique (shop_id, source, source_key)
);
create index products_status on goods.products (shop_id, status, updated_at desc, id desc);
create index products_newest on goods.products (shop_id, updated_at desc, id desc);

create table goods.product_texts (
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  locale text not null check (locale in ('zh', 'en')),
  name text not null,
  title text not null,
  description text not null default '',
  selling_points text[] not null default '{}',
  option_names text[] not null default '{}',
  primary key (shop_id, product_id, locale)
);
create index product_texts_name on goods.product_texts using gin (name gin_trgm_ops);

create table goods.variants (
  id uuid primary key,
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  sku text not null,
  barcode text,
  position integer not null,
  status text not null default 'active' check (status in ('active', 'retired')),
  weight_grams integer not null default 0 check (weight_grams >= 0),
  requires_shipping boolean not null default true,
  picture_id uuid,
  created_at timestamptz not null,
  constraint variants_sku_key unique (shop_id, sku)
);
create index variants_product on goods.variants (shop_id, product_id, position);
create unique index variants_barcode_key on goods.variants (shop_id, barcode) where barcode is not null and status = 'active';

create table goods.variant_texts (
  shop_id uuid not null,
  variant_id uuid not null references goods.variants,
  locale text not null check (locale in ('zh', 'en')),
  option_values text[] not null default '{}',
  primary key (shop_id, variant_id, locale)
);

create table goods.prices (
  shop_id uuid not null,
  variant_id uuid not null references goods.variants,
  currency char(3) not null,
  list_minor bigint not null check (list_minor >= 0),
  was_minor bigint check (was_minor > list_minor),
  cost_minor bigint check (cost_minor >= 0),
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (shop_id, variant_id)
);

create table goods.pictures (
  id uuid primary key,
  shop_id uuid not null,
  sha256 text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  alt text not null default '',
  alt_en text not null default '',
  source_url text,
  created_at timestamptz not null,
  constraint pictures_content_key unique (shop_id, sha256)
);
create table goods.product_pictures (
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  picture_id uuid not null references goods.pictures,
  position integer not null,
  primary key (shop_id, product_id, picture_id)
);

-- One row per product and locale, written when something about it changes, so that a search is one index scan.
create table goods.search_documents (
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  locale text not null check (locale in ('zh', 'en')),
  terms tsvector not null,
  category_ids uuid[] not null,
  brand_id uuid,
  facets text[] not null default '{}',
  from_minor bigint not null,
  to_minor bigint not null,
  in_stock boolean not null default true,
  sold integer not null default 0,
  on_sale_at timestamptz not null,
  primary key (shop_id, product_id, locale)
);
create index search_terms on goods.search_documents using gin (terms);
create index search_categories on goods.search_documents using gin (category_ids);
create index search_newest on goods.search_documents (shop_id, locale, on_sale_at desc, product_id desc);
create index search_price on goods.search_documents (shop_id, locale, from_minor, product_id);
create index search_sold on goods.search_documents (shop_id, locale, sold desc, product_id desc);
