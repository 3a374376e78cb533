-- An address that was printed, shared or kept by a search engine must go on leading to its product or category when staff change it, and staff
-- want to say themselves what search engines show of a page. Until now a changed address was lost.
create table goods.former_addresses (
  shop_id uuid not null,
  slug text not null,
  product_id uuid not null references goods.products on delete cascade,
  left_at timestamptz not null,
  left_by text not null,
  primary key (shop_id, slug)
);
create index former_addresses_product on goods.former_addresses (product_id);

create table goods.former_category_addresses (
  slug text primary key,
  category_id uuid not null references goods.categories on delete cascade,
  left_at timestamptz not null,
  left_by text not null
);
create index former_category_addresses_category on goods.former_category_addresses (category_id);

-- Categories belong to the platform, what a shop says of them is the shop's own. The home page's subject is the shop itself.
create table goods.page_heads (
  shop_id uuid not null,
  kind text not null check (kind in ('product', 'category', 'home')),
  subject_id uuid not null,
  locale text not null check (locale in ('zh', 'en')),
  title text not null,
  description text not null,
  primary key (shop_id, kind, subject_id, locale)
);

-- Site maps go through what is on sale in the order of its ids.
create index products_listed on goods.products (shop_id, id) where status = 'on_sale';
