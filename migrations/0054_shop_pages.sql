-- A shop is decorated by the people who run it: each page is a list of blocks with a draft, and every version that visitors have
-- seen is kept, so that it can be rolled back. Announcements stand above all pages of a shop for their time.
create schema if not exists growth;
create table growth.pages (
  id uuid primary key,
  shop_id uuid not null,
  name text not null,
  draft jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint pages_name_key unique (shop_id, name)
);

-- Versions are numbered in the order they were made. The one that is shown is `shown`; those before it are `past`.
create table growth.page_versions (
  shop_id uuid not null,
  page_id uuid not null references growth.pages,
  number integer not null check (number > 0),
  content jsonb not null,
  status text not null check (status in ('scheduled', 'shown', 'past', 'cancelled')),
  note text not null default '',
  again integer,
  shows_from timestamptz not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (shop_id, page_id, number)
);
create unique index page_versions_shown on growth.page_versions (shop_id, page_id) where status = 'shown';
create index page_versions_due on growth.page_versions (shop_id, shows_from) where status = 'scheduled';

create table growth.announcements (
  id uuid primary key,
  shop_id uuid not null,
  text text not null,
  text_en text not null,
  link text not null,
  shows_from timestamptz not null,
  shows_until timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  check (shows_until > shows_from)
);
create index announcements_newest on growth.announcements (shop_id, shows_from desc, id desc);

-- Whoever runs the shop or its goods decorates it; publishing is the owner's and the operations'.
update office.roles set permissions = permissions || '{pages.change}'
where code in ('owner', 'ops', 'goods') and not permissions @> '{pages.change}';
update office.roles set permissions = permissions || '{pages.publish}'
where code in ('owner', 'ops') and not permissions @> '{pages.publish}';
