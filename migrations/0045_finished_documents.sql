-- Lists and product pages are read a thousand times for each time they change. So the finished answers are kept beside the words a product is found
-- by, and what a category holds is kept in the order in which it is shown. Whatever an answer is made from takes it away when it changes, in the
-- same transaction and here in the database, so that a process of the release before does it too; the next reader makes it anew.
alter table goods.search_documents
  add column card text,
  add column page text,
  add column page_tree bigint,
  add column changes bigint not null default 0;
alter table goods.search_documents alter column card set storage main;
comment on column goods.search_documents.card is 'The product in a list as JSON without its closing brace: in_stock and sold follow. Null: to be made';
comment on column goods.search_documents.page is 'The product''s page as JSON without its closing brace, with a variant''s id where what is available of it will stand. Null: to be made';
comment on column goods.search_documents.page_tree is 'The state of the category tree that the page was made from';
comment on column goods.search_documents.changes is 'Grows with every change: what was made from an earlier state is not kept';

create table goods.category_tree (
  one boolean primary key default true check (one),
  changes bigint not null default 0
);
comment on table goods.category_tree is 'How often names, places or facts of categories have changed';
insert into goods.category_tree default values;

create table goods.category_products (
  shop_id uuid not null,
  category_id uuid not null,
  on_sale_at timestamptz not null,
  product_id uuid not null,
  primary key (shop_id, category_id, on_sale_at, product_id)
);
comment on table goods.category_products is 'What is on sale in a category and below it, by the time it came on sale';
create index product_pictures_picture on goods.product_pictures (shop_id, picture_id);

create function goods.place_in_categories() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from goods.category_products
    where shop_id = old.shop_id and category_id = any (old.category_ids) and on_sale_at = old.on_sale_at and product_id = old.product_id;
  end if;
  if tg_op <> 'DELETE' and new.on_sale_at < 'infinity' then
    insert into goods.category_products (shop_id, category_id, on_sale_at, product_id)
    select new.shop_id, category_id, new.on_sale_at, new.product_id from unnest(new.category_ids) category_id on conflict do nothing;
  end if;
  return null;
end $$;
create trigger documents_placed after insert on goods.search_documents
  for each row when (new.locale = 'zh' and new.on_sale_at < 'infinity') execute function goods.place_in_categories();
create trigger documents_moved after update of category_ids, on_sale_at on goods.search_documents
  for each row when (new.locale = 'zh' and (old.category_ids, old.on_sale_at) is distinct from (new.category_ids, new.on_sale_at))
  execute function goods.place_in_categories();
create trigger documents_removed after delete on goods.search_documents
  for each row when (old.locale = 'zh') execute function goods.place_in_categories();

insert into goods.category_products (shop_id, category_id, on_sale_at, product_id)
select shop_id, category_id, on_sale_at, product_id from goods.search_documents, unnest(category_ids) category_id
where locale = 'zh' and on_sale_at < 'infinity' on conflict do nothing;

-- Locked in one order before the first is written, as everywhere.
create function goods.outdate_documents(shops uuid[], products uuid[]) returns void language plpgsql as $$
begin
  perform from unnest(shops, products) c (shop_id, product_id) join goods.search_documents d using (shop_id, product_id)
  order by d.shop_id, d.product_id, d.locale for no key update of d;
  if found then
    update goods.search_documents d set card = null, page = null, changes = d.changes + 1
    from unnest(shops, products) c (shop_id, product_id) where d.shop_id = c.shop_id and d.product_id = c.product_id;
  end if;
end $$;

create function goods.outdate_by_row() returns trigger language plpgsql as $$
begin
  perform goods.outdate_documents(array_agg(shop_id), array_agg(product_id)) from (select distinct shop_id, product_id from changed) c;
  return null;
end $$;
create function goods.outdate_by_variant() returns trigger language plpgsql as $$
begin
  perform goods.outdate_documents(array_agg(shop_id), array_agg(product_id))
  from (select distinct v.shop_id, v.product_id from changed c join goods.variants v on v.id = c.variant_id) p;
  return null;
end $$;
create function goods.outdate_by_product() returns trigger language plpgsql as $$
begin
  perform goods.outdate_documents(array_agg(n.shop_id), array_agg(n.id)) from before o join after n using (id)
  where (o.slug, o.category_id, o.brand_id, o.kind, o.tags, o.attributes, o.is_food, o.is_perishable, o.is_valuable_small, o.is_oversize, o.is_non_standard, o.warranty_months, o.shelf_life_days)
    is distinct from (n.slug, n.category_id, n.brand_id, n.kind, n.tags, n.attributes, n.is_food, n.is_perishable, n.is_valuable_small, n.is_oversize, n.is_non_standard, n.warranty_months, n.shelf_life_days);
  return null;
end $$;
create function goods.outdate_by_picture() returns trigger language plpgsql as $$
begin
  perform goods.outdate_documents(array_agg(shop_id), array_agg(product_id))
  from (select distinct p.shop_id, p.product_id from before o join after n using (id) join goods.product_pictures p on p.shop_id = n.shop_id and p.picture_id = n.id
    where (o.alt, o.alt_en, o.width, o.height, o.sha256) is distinct from (n.alt, n.alt_en, n.width, n.height, n.sha256)) p;
  return null;
end $$;
create function goods.outdate_by_brand() returns trigger language plpgsql as $$
begin
  perform goods.outdate_documents(array_agg(p.shop_id), array_agg(p.id)) from changed c join goods.products p on p.brand_id = c.id;
  return null;
end $$;
-- A category that came into being in this transaction is on no page yet.
create function goods.outdate_tree() returns trigger language plpgsql as $$
begin
  update goods.category_tree set changes = changes + 1
  where exists (select from changed c left join goods.categories k on k.id = c.category_id where k.xmin is distinct from pg_current_xact_id()::xid);
  return null;
end $$;
create function goods.outdate_tree_by_place() returns trigger language plpgsql as $$
begin
  update goods.category_tree set changes = changes + 1 where exists (select from changed);
  return null;
end $$;

create trigger documents_outdated after update on goods.products
  referencing old table as before new table as after for each statement execute function goods.outdate_by_product();
create trigger documents_outdated_by_new after insert on goods.product_texts referencing new table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_change after update on goods.product_texts referencing new table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_loss after delete on goods.product_texts referencing old table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_new after insert on goods.variants referencing new table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_change after update on goods.variants referencing new table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_loss after delete on goods.variants referencing old table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_new after insert on goods.product_pictures referencing new table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_change after update on goods.product_pictures referencing new table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_loss after delete on goods.product_pictures referencing old table as changed for each statement execute function goods.outdate_by_row();
create trigger documents_outdated_by_new after insert on goods.variant_texts referencing new table as changed for each statement execute function goods.outdate_by_variant();
create trigger documents_outdated_by_change after update on goods.variant_texts referencing new table as changed for each statement execute function goods.outdate_by_variant();
create trigger documents_outdated_by_loss after delete on goods.variant_texts referencing old table as changed for each statement execute function goods.outdate_by_variant();
create trigger documents_outdated_by_new after insert on goods.prices referencing new table as changed for each statement execute function goods.outdate_by_variant();
create trigger documents_outdated_by_change after update on goods.prices referencing new table as changed for each statement execute function goods.outdate_by_variant();
create trigger documents_outdated_by_loss after delete on goods.prices referencing old table as changed for each statement execute function goods.outdate_by_variant();
create trigger documents_outdated after update on goods.pictures
  referencing old table as before new table as after for each statement execute function goods.outdate_by_picture();
create trigger documents_outdated after update on goods.brands referencing new table as changed for each statement execute function goods.outdate_by_brand();
create trigger pages_outdated after update on goods.categories referencing new table as changed for each statement execute function goods.outdate_tree_by_place();
create trigger pages_outdated_by_new after insert on goods.category_texts referencing new table as changed for each statement execute function goods.outdate_tree();
create trigger pages_outdated_by_change after update on goods.category_texts referencing new table as changed for each statement execute function goods.outdate_tree();
create trigger pages_outdated_by_loss after delete on goods.category_texts referencing old table as changed for each statement execute function goods.outdate_tree();
create trigger pages_outdated_by_new after insert on goods.category_attributes referencing new table as changed for each statement execute function goods.outdate_tree();
create trigger pages_outdated_by_change after update on goods.category_attributes referencing new table as changed for each statement execute function goods.outdate_tree();
create trigger pages_outdated_by_loss after delete on goods.category_attributes referencing old table as changed for each statement execute function goods.outdate_tree();
