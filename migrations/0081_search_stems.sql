-- Words of other languages lose their plural alone, not a last e or y: a brand called Muge is no mug. The documents are made anew by their job.
-- Until then words that ended so are found by what has been made anew only.
insert into goods.search_outdated (shop_id, product_id) select distinct shop_id, product_id from goods.search_documents
on conflict do nothing;
