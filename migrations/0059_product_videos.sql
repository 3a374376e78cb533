-- Some goods are understood only when they are seen in use: a product may show one film beside its pictures. The file lies in the file store by its
-- content; the version stands in its address and changes with film and captions, so that browsers may keep what they have.
create table goods.product_videos (
  shop_id uuid not null,
  product_id uuid not null references goods.products on delete cascade,
  sha256 text not null,
  version text not null,
  type text not null check (type in ('mp4', 'webm')),
  bytes integer not null check (bytes > 0),
  poster_id uuid references goods.pictures,
  words text not null,
  words_en text not null,
  captions text,
  captions_en text,
  added_at timestamptz not null,
  added_by text not null,
  primary key (shop_id, product_id)
);
create index product_videos_poster on goods.product_videos (poster_id);
